"""Each folder of `tests/sites/broken/` has one fault, and beside it the sentence that must be said. Add one by hand."""

from __future__ import annotations

from pathlib import Path

import pytest

from running import check

BROKEN = Path(__file__).parents[1] / "sites" / "broken"


@pytest.mark.parametrize("fault", sorted(path.name for path in BROKEN.iterdir()))
def test_a_broken_site_is_told_in_one_sentence(fault: str, tmp_path: Path) -> None:
    says = (BROKEN / fault / "says.txt").read_text("utf-8").strip()
    said = check(BROKEN / fault / "content", tmp_path)

    assert said.code == 1, said
    assert [line for line in said.err.splitlines() if says in line], said
