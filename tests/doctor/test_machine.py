"""The doctor on the machine: what is missing is said with its consequence and its fix."""

from __future__ import annotations

import pytest

from byline.doctor import Diagnosis, machine

ALL_FONTS = [f"{font}-Regular.ttf" for font in machine.SCRIPT_FONTS.values()]

SICK = {
    "old python": machine.python((3, 9)),
    "no git": machine.git(None),
    "no browser": machine.browser(None),
    "no shaping": machine.shaping(False),
    "no fonts": machine.fonts([]),
    "full disk": machine.disk(10**6),
    "foreign environment": machine.environment({}),
    "stale environment": machine.environment({"requirements.lock": False}),
    "read-only output": machine.writable("output", "output", False),
}

WELL = {
    "python": machine.python((3, 11)),
    "git": machine.git("/usr/bin/git"),
    "browser": machine.browser("/usr/bin/chromium"),
    "shaping": machine.shaping(True),
    "fonts": machine.fonts(ALL_FONTS),
    "disk": machine.disk(10**12),
    "environment": machine.environment({"requirements.lock": True, "requirements-test.lock": True}),
    "output": machine.writable("output", "output", True),
}


@pytest.mark.parametrize("diagnosis", SICK.values(), ids=SICK.keys())
def test_whatever_is_wrong_comes_with_a_fix(diagnosis: Diagnosis) -> None:
    assert not diagnosis.ok
    assert diagnosis.sentence
    assert diagnosis.fix


@pytest.mark.parametrize("diagnosis", WELL.values(), ids=WELL.keys())
def test_whatever_is_well_needs_no_fix(diagnosis: Diagnosis) -> None:
    assert diagnosis.ok
    assert not diagnosis.fix


def test_only_what_keeps_byline_from_working_must_be_mended() -> None:
    assert {name for name, diagnosis in SICK.items() if diagnosis.must} == {"old python", "read-only output"}


def test_a_cache_that_cannot_be_written_only_costs_time() -> None:
    assert not machine.writable("cache", ".cache/byline", False).must


def test_the_scripts_without_a_font_are_named() -> None:
    without_thai = [name for name in ALL_FONTS if "Thai" not in name]

    assert "no Noto font for Thai:" in machine.fonts(without_thai).sentence


def test_the_lock_file_that_changed_is_named() -> None:
    locks = {"requirements.lock": True, "requirements-test.lock": False}

    assert machine.environment(locks).sentence == ".venv is older than requirements-test.lock"
