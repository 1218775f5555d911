"""Pictures of a page before and after, where somebody named a browser."""

from __future__ import annotations

import io
import sys
from pathlib import Path

import pytest
from PIL import Image
from playwright.sync_api import Browser

from browser import chromium
from preview.proposals import pull_request, shown
from running import tree


def test_a_named_browser_shows_the_page_before_and_after(
    browser: Browser, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pull = pull_request("edited", tmp_path)
    plain = shown(pull)
    monkeypatch.setenv("BYLINE_BROWSER", str(chromium.installed()))

    found = shown(pull)

    pictures = {name: data for name, data in tree(found.report).items() if "before-" in name or "after-" in name}
    assert sorted(name.split("-")[0] for name in pictures) == ["shown/after", "shown/before"]
    for name, data in pictures.items():
        image = Image.open(io.BytesIO(data))
        assert image.width == 1024
        assert len(image.getcolors(1 << 24) or ()) > 10, f"{name} is blank"
        assert f'src="{name}"' in found.page
    assert (found.comment, found.json) == (plain.comment, plain.json)


def test_a_browser_that_is_none_is_as_none(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BYLINE_BROWSER", sys.executable)

    found = shown(pull_request("edited", tmp_path))

    assert found.said.code == 0, found.said
    assert "shown/after-" not in found.page
