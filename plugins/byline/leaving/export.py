"""All that is held about a person, and everything they signed, as one zip: the same bytes for the same files."""

from __future__ import annotations

import io
import json
import zipfile
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

from ..ledger import Ledger
from ..manuscript import Shelf, read_shelf
from ..registry import Registry, read_registry
from ..sources import walk
from .plan import person_of
from .traces import Person, mentions, own_files, texts_of

README = """\
{name}

works/       what you signed: the texts as you wrote them, with their pictures
profile/     your page: what it says of you, and your portrait
programme/   your file in the ambassador programme, and others that name you
data.json    a list of all of this: what you signed and read, and every line that names you

works/       ce que vous avez signé : vos textes tels quels, avec leurs images
profile/     votre page : ce qu’elle dit de vous, et votre portrait
programme/   votre fichier dans le programme, et les autres fichiers qui vous nomment
data.json    la liste de tout cela : ce que vous avez signé et relu, et chaque ligne qui vous nomme
"""
BEGINNING = (1980, 1, 1, 0, 0, 0)  # the first moment that a zip can name: the clock is in no output


def export(content: Path, programme: Path | None, id: str, today: date, lang: str) -> bytes:
    """The zip; raises `LeavingError` when nobody has this id. Nothing is compressed: compressors differ."""
    shelf = read_shelf(content, Ledger())
    registry = read_registry(content, shelf, today, lang)
    person = person_of(registry, programme, id)
    files = dict(_files(content, programme, person, shelf, registry))
    files["data.json"] = _data(content, programme, person, shelf, registry)
    files["README.txt"] = README.format(name=person.name).encode()
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_STORED) as archive:
        for name, data in sorted(files.items()):
            entry = zipfile.ZipInfo(name, BEGINNING)
            entry.external_attr = 0o644 << 16
            entry.create_system = 3
            archive.writestr(entry, data)
    return made.getvalue()


def _files(
    content: Path, programme: Path | None, person: Person, shelf: Shelf, registry: Registry
) -> Iterator[tuple[str, bytes]]:
    for path in own_files(content, person):
        yield f"profile/{path.removeprefix('authors/')}", (content / path).read_bytes()
    paths = walk(content).paths
    for one in shelf.articles:
        if any(person.means(author, registry) for author in one.fields.authors):
            yield f"works/{one.path}", (content / one.path).read_bytes()
            folder, _, name = one.path.rpartition("/")
            shown = {ref.target for ref in one.text.references if ref.kind == "picture"} | {one.fields.image}
            for path in paths:
                beside = path.rpartition("/")[0] == folder and not path.endswith(".md")
                if beside and (name.startswith("index.") or path.rpartition("/")[2] in shown):
                    yield f"works/{path}", (content / path).read_bytes()
    for file, text in texts_of(programme).items():
        assert programme
        if file.suffix == ".toml" and (person.pattern.search(text) or file == programme / f"people/{person.id}.toml"):
            yield f"programme/{file.relative_to(programme).as_posix()}", file.read_bytes()


def _data(content: Path, programme: Path | None, person: Person, shelf: Shelf, registry: Registry) -> bytes:
    def listed(key: str) -> list[dict[str, Any]]:
        found = (one for one in shelf.articles if any(person.means(a, registry) for a in getattr(one.fields, key)))
        return [{"file": one.path, "title": one.fields.title, "date": one.fields.date.isoformat()} for one in found]

    own = [("content", content), *([("programme", programme)] if programme else [])]
    lines = [
        {"file": f"{name}/{path.relative_to(folder).as_posix()}", "line": line, "text": text}
        for name, folder in own
        for path, line, text in mentions(texts_of(folder), person)
    ]
    document = {
        "schema": "byline.export/1",
        "id": person.id,
        "name": person.name,
        "signed": listed("authors"),
        "read": listed("reviewed_by"),
        "helped": listed("helped_by"),
        "named": lines,
    }
    return (json.dumps(document, ensure_ascii=False, indent=1) + "\n").encode()
