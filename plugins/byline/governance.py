"""What the company agreed on before anything about a person is counted: `programme/governance.toml`.

Until the file names the consultation, who answers, who holds the key, who reads the figures, how long they are kept,
and the legal basis of a purpose, that purpose is off for everybody, whatever people chose.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path

from .governance_schema import GovernanceFields
from .model import PURPOSES, Ambassador, Finding, Governance, OptIn
from .tables import read_fields

__all__ = ["FILE", "PURPOSES", "Governance", "governed", "read_governance", "unmet"]

FILE = "governance.toml"
CHOSEN = ("measured", "statistics", "ranking")  # purposes that a person says yes to as well
HINT = "Fill in programme/governance.toml; docs/governance.md says what each line is for."


def read_governance(folder: Path | None, today: date) -> tuple[Governance, list[Finding]]:
    """What the file of a programme says on a day; what is wrong with it allows nothing.

    A consultation that has not taken place yet is none. Without folder or file nothing is agreed on.
    """
    if folder is None or not (folder / FILE).exists():
        return Governance(), []
    fields, findings = read_fields(folder, FILE, GovernanceFields)
    if fields is None or any(one.severity == "error" for one in findings):
        return Governance(), findings
    given = fields.model_dump()
    if fields.consulted is not None and fields.consulted > today:
        given["consulted"] = None
    given["basis"] = {purpose: basis for purpose, basis in given["basis"].items() if basis}
    return Governance(**given), findings


def governed(people: Mapping[str, Ambassador], governance: Governance) -> dict[str, Ambassador]:
    """People with the choices that may have an effect: one for a purpose that is not allowed counts as a no."""
    return {id: replace(one, opt_in=_allowed(one.opt_in, governance)) for id, one in people.items()}


def _allowed(chosen: OptIn, governance: Governance) -> OptIn:
    return OptIn(**{name: getattr(chosen, name) if governance.allows(name) else None for name in CHOSEN})


def unmet(people: Mapping[str, Ambassador], governance: Governance) -> list[Finding]:
    """One advice for whoever runs the programme, when people chose what may not be done yet; it names nobody.

    `people` as their files say it, before `governed`.
    """
    chosen = [name for name in CHOSEN if any(getattr(one.opt_in, name) for one in people.values())]
    waiting = [name for name in chosen if not governance.allows(name)]
    if not waiting:
        return []
    missing = [*governance.missing, *(f"basis.{name}" for name in waiting if not governance.basis.get(name))]
    message = f"some chose {', '.join(waiting)}, which stays off: {', '.join(missing)} must be named first."
    return [Finding(FILE, 1, "not-agreed", message, "advice", HINT)]
