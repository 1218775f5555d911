"""What follows from a person's wish to leave."""

from __future__ import annotations

import tomllib
from datetime import date
from pathlib import Path

from ..ledger import Ledger
from ..manuscript import read_shelf
from ..model import Leave
from ..registry import Registry, read_registry
from ..schema import AuthorFields
from ..urls import ID
from .articles import change_articles
from .enrolment import change_programme
from .keys import UnclearText, with_word
from .traces import Person, mentions, own_files, texts_of
from .withdrawal import LeavingError, Withdrawal


def withdrawal(content: Path, programme: Path | None, id: str, leave: Leave, today: date, lang: str) -> Withdrawal:
    """Everything that follows from a person's wish; raises `LeavingError`.

    alumni      the name stays under the articles, the person takes part no more
    anonymous   the articles stay, under nobody's name
    removed     what the person signed alone goes; what was signed together stays with the others
    """
    shelf = read_shelf(content, Ledger())
    registry = read_registry(content, shelf, today, lang)
    found = Withdrawal(person_of(registry, programme, id), leave)
    try:
        if leave == "alumni":
            _as_alumni(found, content)
        else:
            change_articles(found, content, shelf, registry, lang)
            for path in own_files(content, found.person):
                found.remove(content / path, f"{path} is removed")
            for note in _signatures(found, content):
                name = note.relative_to(content).as_posix()
                found.remove(note, f"{name} is removed: the text that the person signed is no longer the same")
        change_programme(found, programme, content, today)
    except UnclearText as error:
        raise LeavingError(f"{error}. Change it by hand, then ask again; nothing was changed.") from None
    if leave != "alumni":
        texts = {**texts_of(content), **texts_of(programme)}
        after = {path: data.decode() for path, data in found.changes.items() if data is not None}
        gone = {path for path, data in found.changes.items() if data is None}
        left = {path: text for path, text in {**texts, **after}.items() if path not in gone}
        found.mentions = tuple(mentions(left, found.person))
    return found


def _signatures(found: Withdrawal, content: Path) -> list[Path]:
    """Notes of signatures that name the person."""
    notes = texts_of(content / "signatures")
    return [path for path, text in notes.items() if found.person.pattern.search(text)]


def person_of(registry: Registry, programme: Path | None, id: str) -> Person:
    """Who has this id; raises `LeavingError`."""
    author = registry.authors.get(id)
    programme = programme if ID.fullmatch(id) else None
    file = programme / "people" / f"{id}.toml" if programme else None
    enrolled = file.is_file() if file else False
    if author is None and not enrolled:
        raise LeavingError(f"there is no author and no ambassador '{id}'. Give the id, as in authors/<id>.md.")
    name = author.name if author else ""
    if file and enrolled and not name:
        try:
            name = str(tomllib.loads(file.read_text("utf-8-sig")).get("name", ""))
        except (tomllib.TOMLDecodeError, UnicodeDecodeError):
            name = ""
    return Person(id, name or id, author)


def _as_alumni(found: Withdrawal, content: Path) -> None:
    if found.person.author is None:
        return
    path = found.person.author.source
    text = (content / path).read_text("utf-8-sig")
    if found.person.author.status == "alumni":
        return
    known = AuthorFields.model_fields
    if "\nstatus:" in text:
        text = with_word(text, "status", "alumni", known)
    else:
        text = text.replace("\nname:", "\nstatus: alumni\nname:", 1)
    found.write(content / path, text, f"{path} says alumni; the name stays under the articles, as the person wishes")
