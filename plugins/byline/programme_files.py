"""Files of the programme folder: read and held against their schemas, with what is wrong of them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path, PurePosixPath
from typing import Generic, TypeVar

from . import front_matter, markup
from .languages import without_lang
from .ledger import Ledger
from .model import Finding, Site, Text
from .schema import Fields
from .sources import read_text, walk
from .tables import placed, read_fields, read_tables
from .typography import typeset_text
from .urls import ID
from .validation import fields_of

F = TypeVar("F", bound=Fields)


@dataclass(frozen=True)
class Written(Generic[F]):
    """A Markdown file: `stem` is its name without language, `lang` what it is written in."""

    path: str
    stem: str
    lang: str
    fields: F
    body: Text


class ProgrammeFiles:
    """The files of a programme folder, of which those in `folders` hold several of a kind.

    paths     of all files, in the folder
    findings  what is wrong with those that were read; grows on the way
    """

    def __init__(self, folder: Path, folders: Iterable[str], site: Site, ledger: Ledger) -> None:
        self.folder, self.site, self.ledger = folder, site, ledger
        tree = walk(folder)
        self.paths = tree.paths
        self.findings = [one for one in tree.findings if one.path.split("/")[0] in folders]

    def fields(self, path: str, model: type[F]) -> F | None:
        """What a TOML file says; None when it cannot be read."""
        fields, faults = read_fields(self.folder, path, model)
        self.findings += faults
        return fields

    def each(self, name: str, model: type[F]) -> Iterable[tuple[str, str, F]]:
        """(id, path, fields) of each TOML file of a folder."""
        for path in self.paths:
            place = PurePosixPath(path)
            if place.parent.as_posix() != name or place.suffix != ".toml":
                continue
            fields = self.fields(path, model)
            if self._is_id(place.stem, path, f"Call it {name}/<id>.toml, with a-z, 0-9 and hyphens.") and fields:
                yield place.stem, path, fields

    def tables(self, path: str, model: type[F]) -> Mapping[str, F]:
        """The tables of a file, by their ids, in its order; none without the file."""
        if path not in self.paths:
            return {}
        found, faults = read_tables(self.folder, path, model)
        self.findings += faults
        hint = "Write a-z, 0-9 and hyphens between the brackets."
        return {id: one for id, one in found.items() if self._is_id(id, path, hint)}

    def texts(self, name: str, model: type[F]) -> Iterable[Written[F]]:
        """`charter`: charter.md and charter.fr.md. `guides/`: every Markdown file of the folder."""
        for path in self.paths:
            here = path.startswith(name) if name.endswith("/") else without_lang(path.removesuffix(".md"))[0] == name
            if here and path.endswith(".md") and (text := self._text(path, model)):
                yield text

    def sound(self, path: str) -> bool:
        """Whether no error was found in a file."""
        return not any(one.path == path and one.severity == "error" for one in self.findings)

    def whole(self, path: str) -> bool:
        """Whether a file says all that it must."""
        return not any(one.path == path and one.name == "missing-key" for one in self.findings)

    def _is_id(self, id: str, path: str, hint: str) -> bool:
        if ID.fullmatch(id):
            return True
        self.findings.append(Finding(path, 1, "bad-id", f"'{id}' is no id.", "error", hint))
        return False

    def _text(self, path: str, model: type[F]) -> Written[F] | None:
        text, faults = read_text(self.folder, path)
        self.findings += faults
        if text is None:
            return None
        front = front_matter.read(text, model.model_fields)
        fields, remarks = fields_of(model, front.values, front.lines)
        made = self._rendered(path, front.body, front.body_line)
        self.findings += placed(path, (*front.remarks, *(remarks if front.found else ()), *made.remarks))
        stem, named = without_lang(PurePosixPath(path).stem)
        lang = getattr(fields, "lang", "") or named or self.site.lang
        return Written(path, stem, lang, fields, typeset_text(made, lang)) if fields and front.found else None

    def _rendered(self, path: str, body: str, line: int) -> Text:
        make = partial(_as_json, body, line)
        return markup.from_json(self.ledger.remember("text", path, [body, line], make))


def _as_json(body: str, line: int) -> bytes:
    return markup.to_json(markup.render(body, line))
