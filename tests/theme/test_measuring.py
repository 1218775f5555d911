"""What pages load to be counted, and what the page on privacy says of it."""

from __future__ import annotations

import pytest

from byline.legal.settings import NEEDED, LegalSettings
from byline.model import Measuring
from theme.printing import Print, attributes, texts

PLAUSIBLE = Measuring("plausible", "/js/script.js", "/api/event", "blog.example.com")
MATOMO = Measuring("matomo", "/matomo/matomo.js", "/matomo/matomo.php", "1")
LEGAL = {"legal": LegalSettings(**dict.fromkeys(NEEDED, "Somebody")), "gaps": ()}


def test_a_page_loads_nothing_to_be_counted_unless_somebody_chose_it(printed: Print) -> None:
    assert len(attributes(printed("home"), "script[src]", "src")) == 1


def test_the_one_script_more_comes_from_the_sites_own_host(printed: Print) -> None:
    for tool in (PLAUSIBLE, MATOMO):
        scripts = attributes(printed("home", measuring=tool), "script[src]", "src")

        assert len(scripts) == 2
        assert all(one.startswith("/") and not one.startswith("//") for one in scripts)
    assert attributes(printed("home", measuring=PLAUSIBLE), "script[defer]", "data-api") == ["/api/event"]
    assert attributes(printed("home", measuring=MATOMO), "script[defer]", "data-endpoint") == ["/matomo/matomo.php"]


@pytest.mark.parametrize(
    ("lang", "said"), [("en", "How visits are counted"), ("fr", "Comment les visites sont comptées")]
)
def test_privacy_says_who_counts_and_how(printed: Print, lang: str, said: str) -> None:
    silent = printed("privacy", lang, **LEGAL)
    counted = printed("privacy", lang, measuring=MATOMO, **LEGAL)

    assert said in texts(counted, "h2")
    assert "Matomo" in counted
    assert said not in texts(silent, "h2")
    unmeasured = "It does not measure its audience" if lang == "en" else "mesure pas son audience"
    assert unmeasured in silent
    assert unmeasured not in counted
