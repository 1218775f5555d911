"""What the process that stands by does while nobody waits."""

from __future__ import annotations

import inspect
import sys
from pathlib import Path

import pytest

from byline.serving.building import _load


def test_dataclasses_that_wait_until_they_are_used_are_made(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    lines = ("from byline.values import dataclass", "@dataclass(frozen=True)", "class Page:", "    words: int = 0")
    (tmp_path / "what_a_build_needs.py").write_text("\n".join(lines))
    monkeypatch.syspath_prepend(tmp_path)

    _load(["there_is_no_such_module", "what_a_build_needs"])

    page = sys.modules.pop("what_a_build_needs").Page
    assert inspect.isfunction(vars(page)["__init__"])
