"""Findings: people's faults, collected and shown all at once."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import asdict

from .model import Finding, Severity

CONTROLS = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069]")


class ContentErrors(Exception):
    """Findings of severity error, which stop a build."""

    def __init__(self, findings: Iterable[Finding]) -> None:
        self.findings = tuple(findings)
        super().__init__("\n".join(line(finding) for finding in self.findings))


def stop_at_errors(findings: Iterable[Finding]) -> None:
    """Raise `ContentErrors` when a finding is an error."""
    errors = [finding for finding in ordered(findings) if finding.severity == "error"]
    if errors:
        raise ContentErrors(errors)


def ordered(findings: Iterable[Finding]) -> list[Finding]:
    """Each finding once, by path and line."""
    return sorted(set(findings))


def line(finding: Finding, folder: str = "") -> str:
    """`path:line: name: sentence`, on one line whatever the texts hold: a log is no place for control characters."""
    path = f"{folder}/{finding.path}" if folder else finding.path
    sentences = " ".join(sentence(text) for text in (finding.message, finding.hint) if text)
    return CONTROLS.sub("\N{REPLACEMENT CHARACTER}", f"{path}:{finding.line}: {finding.name}: {sentences}")


def sentence(text: str) -> str:
    """The text with a full stop, unless it ends with a mark of its own."""
    return text if text.endswith((".", "?", "!", ":", "`")) else f"{text}."


def as_json(findings: Iterable[Finding], folder: str = "") -> str:
    """A list of `{"path", "line", "name", "severity", "message", "hint"}`."""
    rows = [{**asdict(finding), "path": f"{folder}/{finding.path}"} for finding in ordered(findings)]
    return json.dumps(rows, ensure_ascii=False, indent=1)


def as_github(finding: Finding, folder: str = "") -> str:
    """A workflow command that marks the line in a pull request, escaped as GitHub's toolkit does it."""
    level = {"error": "error", "warning": "warning", "advice": "notice"}[finding.severity]
    place = (
        f"file={_escaped(f'{folder}/{finding.path}', True)},line={finding.line},title={_escaped(finding.name, True)}"
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
