"""Files to fill in ask for the same in each language."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from byline.scaffolds.texts import BLANKS, FALLBACK

OTHERS = sorted(file for file in BLANKS.iterdir() if f".{FALLBACK}." not in file.name)
# What is put in, tables, and keys, those included that are taken out of use by a #.
PARTS = re.compile(r"\{\w+\}|^(?:# ?)?\[{1,2}\w+\]{1,2}|^(?:# *)?[a-z_]+(?=:| =)", re.MULTILINE)


@pytest.mark.parametrize("file", OTHERS, ids=lambda file: str(file.stem))
def test_a_blank_asks_for_the_same_in_every_language(file: Path) -> None:
    english = file.with_name(f"{file.name.split('.')[0]}.{FALLBACK}.txt")

    assert PARTS.findall(file.read_text("utf-8")) == PARTS.findall(english.read_text("utf-8"))


def test_every_blank_is_in_french() -> None:
    assert {file.name.split(".")[0] for file in OTHERS} == {
        file.name.split(".")[0] for file in BLANKS.iterdir() if f".{FALLBACK}." in file.name
    }
