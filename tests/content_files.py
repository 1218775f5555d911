"""Content folders for tests: files by path, with a good article or author in one word."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from pathlib import Path

from byline.ledger import Ledger
from byline.manuscript import Shelf, read_shelf
from byline.model import Finding
from byline.registry import Registry, read_registry

TODAY = date(2026, 6, 15)
# All that must be agreed on before anything about a person is counted.
AGREED = """consulted = 2026-01-01
key_holder = "IT security"
recipients = ["Communications"]
retention_months = 13
[basis]
measured = "consent"
statistics = "consent"
ranking = "consent"
rewards = "consent"
"""
GOOD = {"title": "Why we moved", "date": "2026-05-31", "authors": "[jane-doe]"}


def front(**keys: str) -> str:
    """A text with these lines of YAML above it."""
    return "---\n" + "".join(f"{key}: {value}\n" for key, value in keys.items()) + "---\n\nSome words.\n"


def article_file(**keys: str) -> str:
    """A good article with keys added or replaced."""
    return front(**{**GOOD, **keys})


def a_content(folder: Path, files: Mapping[str, str | bytes]) -> Path:
    """A content folder that holds these files."""
    for path, text in files.items():
        file = folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(text if isinstance(text, bytes) else text.encode())
    return folder


def a_shelf(folder: Path, files: Mapping[str, str | bytes]) -> Shelf:
    """All manuscripts of a content folder that holds these files."""
    return read_shelf(a_content(folder, files), Ledger())


def a_registry(folder: Path, files: Mapping[str, str | bytes], today: date = TODAY, lang: str = "en") -> Registry:
    """Everything that is registered in a content folder that holds these files."""
    return read_registry(folder, a_shelf(folder, files), today, lang)


def told(findings: tuple[Finding, ...]) -> list[tuple[int, str]]:
    """Line and name of each finding."""
    return [(finding.line, finding.name) for finding in findings]
