"""What concerns colleagues only: files of the programme folder, of which nothing reaches the public site."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import get_args

from .model import Finding, Severity
from .toml_file import read_toml

EDITORIAL = "editorial.toml"


def read_severities(programme: Path | None) -> tuple[Mapping[str, Severity], list[Finding]]:
    """How `editorial.toml` grades findings by name; nothing without the file. Faults of the file are findings."""
    if programme is None or not (programme / EDITORIAL).is_file():
        return {}, []
    file, findings = read_toml(programme, EDITORIAL)
    given = file.values.get("severity", {}) if file else {}
    wanted = given if isinstance(given, dict) else {}
    known = get_args(Severity)
    for name, grade in wanted.items():
        if grade not in known:
            line = file.lines.get(f"severity.{name}", 1) if file else 1
            message = f"'{grade}' is no severity (known: {', '.join(known)})"
            findings.append(Finding(EDITORIAL, line, "bad-value", message))
    return {name: grade for name, grade in wanted.items() if grade in known}, findings
