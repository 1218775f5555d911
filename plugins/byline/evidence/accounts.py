"""Which account on the git host is whom, and editors' word for people without one. Only the trusted job reads this."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from pathlib import Path

from pydantic import TypeAdapter, ValidationError

from ..evidence_file import Approval, EvidenceError
from ..toml_file import read_toml
from .hosts import Request

PEOPLE = "people"
ATTESTATIONS = "attestations.toml"


def approvals_of(request: Request, programme: Path | None, today: date) -> list[Approval]:
    """Who approved which commit: accounts become authors, as the base's programme folder knows them.

    An account that nobody registered approves nothing: it is left out. Raises `EvidenceError` for a file at fault.
    """
    if programme is None or not programme.is_dir():
        raise EvidenceError("there is no programme folder, so no account is known: name it with --programme")
    known = accounts(programme)
    reviews = (
        Approval(author=known[account], commit=commit, how="review")
        for account, commit in request.approvals
        if account in known
    )
    return [*reviews, *_attestations(programme, today)]


def accounts(programme: Path) -> dict[str, str]:
    """Person's id by account, in lower case, from `people/<id>.toml`; raises `EvidenceError`."""
    found: dict[str, str] = {}
    for file in sorted((programme / PEOPLE).glob("*.toml")):
        account = _values(programme, f"{PEOPLE}/{file.name}").get("account", "")
        if not isinstance(account, str):
            raise EvidenceError(f"{PEOPLE}/{file.name}: 'account' must be a text between quotes")
        name = account.strip().removeprefix("@").casefold()
        if name in found:
            raise EvidenceError(f"{PEOPLE}/{file.name}: the account of '{found[name]}' cannot be another person's too")
        if name:
            found[name] = file.stem
    return found


def _attestations(programme: Path, today: date) -> Iterable[Approval]:
    """What editors wrote into `attestations.toml`, for people without an account."""
    if not (programme / ATTESTATIONS).is_file():
        return
    rows = _values(programme, ATTESTATIONS).get("attestation", [])
    for number, row in enumerate(rows if isinstance(rows, list) else [rows], 1):
        yield _attestation(row, f"{ATTESTATIONS}, attestation {number}", programme, today)


def _attestation(row: object, where: str, programme: Path, today: date) -> Approval:
    given = dict(row) if isinstance(row, dict) else {}
    editor, how = given.pop("editor", ""), given.pop("how", "")
    if not isinstance(editor, str) or not (programme / PEOPLE / f"{Path(editor).name}.toml").is_file():
        raise EvidenceError(f"{where}: 'editor' must be the id of a file in {PEOPLE}/")
    if not isinstance(how, str) or not how.strip():
        raise EvidenceError(f"{where}: 'how' must say how the author approved, such as \"read it on paper\"")
    try:
        found = TypeAdapter(Approval).validate_python({**given, "how": "attestation"})
    except ValidationError as error:
        fault = error.errors()[0]
        raise EvidenceError(f"{where}: {'.'.join(map(str, fault['loc']))}: {fault['msg']}") from None
    if found.date is None or found.date > today:
        raise EvidenceError(f"{where}: 'date' must be the day of the author's word, and no day to come")
    return found


def _values(programme: Path, path: str) -> dict[str, object]:
    file, faults = read_toml(programme, path)
    if file is None:
        raise EvidenceError(f"{path}:{faults[0].line}: {faults[0].message}")
    return dict(file.values)
