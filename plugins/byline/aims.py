"""What the programme is held against: `objectives.toml`, `costs.toml` and `outcomes.csv` of the programme folder."""

from __future__ import annotations

from pathlib import Path
from typing import TypeVar

from .model import Aims, Cost, Finding, Objective
from .outcomes import read_outcomes
from .programme_aims import CostFields, ObjectiveFields
from .tables import read_tables
from .urls import ID

F = TypeVar("F", ObjectiveFields, CostFields)


def read_aims(folder: Path, lang: str) -> tuple[Aims, list[Finding]]:
    """What can be read of the three files, each of which may be absent, and what is wrong with the rest.

    `lang` is the site's. An objective that lacks something is none: nothing could be compared with it.
    """
    wanted = _objectives(folder, lang)
    taken = _costs(folder)
    outcomes = read_outcomes(folder)
    return Aims(wanted[0], taken[0], outcomes[0]), [*wanted[1], *taken[1], *outcomes[1]]


def _objectives(folder: Path, lang: str) -> tuple[tuple[Objective, ...], list[Finding]]:
    tables, findings = _read(folder, "objectives.toml", ObjectiveFields)
    found = []
    for id, one in tables.items():
        if one.kpi and one.target and one.starts and one.ends:
            days = (one.starts, one.ends)
            found.append(Objective(id, one.name, one.kpi, one.target, *days, one.lang or lang, one.campaign, one.names))
    return tuple(found), findings


def _costs(folder: Path) -> tuple[dict[str, Cost], list[Finding]]:
    tables, findings = _read(folder, "costs.toml", CostFields)
    return {id: Cost(id, one.hours, one.euros, one.note) for id, one in tables.items()}, findings


def _read(folder: Path, name: str, model: type[F]) -> tuple[dict[str, F], list[Finding]]:
    """A file of tables by id; none without the file."""
    if not (folder / name).is_file():
        return {}, []
    tables, findings = read_tables(folder, name, model)
    hint = "Write a-z, 0-9 and hyphens between the brackets."
    bad = [id for id in tables if not ID.fullmatch(id)]
    findings += [Finding(name, 1, "bad-id", f"'{id}' is no id.", "error", hint) for id in bad]
    return {id: one for id, one in tables.items() if id not in bad}, findings
