"""Findings: people's faults, collected and shown all at once."""

from __future__ import annotations

import json
import posixpath
import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import asdict, replace

from .model import Finding, Severity

CONTROLS = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069]")


class ContentErrors(Exception):
    """All findings of a build that stops because some are errors."""

    def __init__(self, findings: Iterable[Finding]) -> None:
        self.findings = tuple(findings)
        super().__init__("\n".join(line(finding) for finding in self.findings if finding.severity == "error"))


def stop_at_errors(findings: Iterable[Finding]) -> None:
    """Raise `ContentErrors` when a finding is an error."""
    known = ordered(findings)
    if any(finding.severity == "error" for finding in known):
        raise ContentErrors(known)


def ordered(findings: Iterable[Finding]) -> list[Finding]:
    """Each finding once, by path and line."""
    return sorted(set(findings))


def line(finding: Finding, folder: str = "") -> str:
    """`path:line: name: sentence`, on one line whatever the texts hold: a log is no place for control characters."""
    sentences = sentence(finding.message)
    if finding.hint:
        sentences += " " + sentence(finding.hint[0].upper() + finding.hint[1:])
    text = f"{shown_path(finding, folder)}:{finding.line}: {finding.name}: {sentences}"
    return CONTROLS.sub("\N{REPLACEMENT CHARACTER}", text)


def shown_path(finding: Finding, folder: str) -> str:
    """The path as people find it; `folder` is how they write the content folder."""
    return posixpath.normpath(f"{folder}/{finding.path}") if folder else finding.path


def sentence(text: str) -> str:
    """A message as a sentence: it ends like one."""
    return text if text.endswith((".", "?", "!", ":", "`")) else f"{text}."


# Findings about a key of the front matter, when whoever found them saw only its value.
KEYS = {
    "alias-taken": "aliases",
    "duplicate-alias": "aliases",
    "unsafe-alias": "aliases",
    "unknown-card": "card",
    "duplicate-slug": "slug",
    "duplicate-id": "id",
    "duplicate-translation": "translation",
    **dict.fromkeys(("missing-picture", "svg-picture", "broken-picture", "picture-without-description"), "image"),
}


def at_its_key(finding: Finding, lines: Mapping[str, Mapping[str, int]]) -> Finding:
    """The finding on the line of the key that it is about; `lines` has those of each file."""
    if finding.line > 1 or finding.name not in KEYS:
        return finding
    return replace(finding, line=lines.get(finding.path, {}).get(KEYS[finding.name], finding.line))


def judged(findings: Iterable[Finding], severities: Mapping[str, Severity]) -> list[Finding]:
    """Findings as `programme/editorial.toml` grades them, by path and line. An error stays one: it cannot be built."""
    return ordered(
        f if f.severity == "error" else replace(f, severity=severities.get(f.name, f.severity)) for f in findings
    )


def as_json(findings: Iterable[Finding], folder: str = "") -> str:
    """A list of `{"path", "line", "name", "severity", "message", "hint"}`."""
    rows = [{**asdict(finding), "path": shown_path(finding, folder)} for finding in ordered(findings)]
    return json.dumps(rows, ensure_ascii=False, indent=1)


def as_github(finding: Finding, folder: str = "") -> str:
    """A workflow command that marks the line in a pull request, escaped as GitHub's toolkit does it."""
    level = {"error": "error", "warning": "warning", "advice": "notice"}[finding.severity]
    place = (
        f"file={_escaped(shown_path(finding, folder), True)},line={finding.line},title={_escaped(finding.name, True)}"
    )
    return f"::{level} {place}::{_escaped(f'{finding.message} {finding.hint}'.strip())}"


def _escaped(text: str, in_property: bool = False) -> str:
    text = text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")
    return text.replace(":", "%3A").replace(",", "%2C") if in_property else text


def summary(findings: Iterable[Finding]) -> str:
    """How many there are of each severity, in words: `2 errors, 1 warning`; empty when there are none."""
    counted = Counter(finding.severity for finding in set(findings))
    words: dict[Severity, tuple[str, str]] = {
        "error": ("error", "errors"),
        "warning": ("warning", "warnings"),
        "advice": ("piece of advice", "pieces of advice"),
    }
    return ", ".join(f"{counted[kind]} {words[kind][counted[kind] > 1]}" for kind in words if counted[kind])
