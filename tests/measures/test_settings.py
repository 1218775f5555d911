"""`BYLINE_MEASURES`: what it takes, what it refuses, and what pages load because of it."""

from __future__ import annotations

import pytest

from byline.measures.settings import MeasuresSettings, measuring
from byline.model import Measuring
from byline.settings import SettingsError, typed

MATOMO = {
    "source": "first-party",
    "tool": "matomo",
    "script": "/matomo/matomo.js",
    "endpoint": "/matomo/matomo.php",
    "site": "1",
}


def given(**fields: str) -> MeasuresSettings:
    return typed("BYLINE_MEASURES", MeasuresSettings, fields)


def test_nothing_is_measured_until_somebody_says_how() -> None:
    assert MeasuresSettings().source == "none"
    assert measuring(given()) is measuring(given(source="logs")) is None


def test_a_tool_of_ones_own_is_what_pages_load() -> None:
    assert measuring(given(**MATOMO)) == Measuring("matomo", "/matomo/matomo.js", "/matomo/matomo.php", "1")


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"source": "google"}, "write one of 'none', 'logs' or 'first-party'"),
        ({"sauce": "logs"}, "unknown setting 'sauce'"),
        ({"source": "logs", "script": "/x.js"}, "script goes with source 'first-party', and source is 'logs'"),
        ({**MATOMO, "tool": ""}, "needs tool: plausible or matomo"),
        ({**MATOMO, "script": "https://cdn.example/matomo.js"}, "script must be a path on this site's own host"),
        ({**MATOMO, "endpoint": "//evil.example/x"}, "endpoint must be a path on this site's own host"),
        ({**MATOMO, "script": '/x.js" onload="x'}, "script must be a path"),
        ({**MATOMO, "site": '1"><script>'}, "site must be the tool's name for this site"),
    ],
)
def test_what_cannot_be_used_is_named(wrong: dict[str, str], said: str) -> None:
    with pytest.raises(SettingsError) as refused:
        given(**wrong)

    assert said in str(refused.value)
