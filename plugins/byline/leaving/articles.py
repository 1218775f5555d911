"""What a person signed or read, when their name goes."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from ..manuscript import Manuscript, Shelf
from ..registry import Registry
from ..schema import ArticleFields
from .keys import UnclearText, with_list
from .withdrawal import Withdrawal

NOBODY = "former-colleague"
CREDITS = {"reviewed_by": "read it", "helped_by": "helped with it"}
NOBODYS_NAME = {"en": "A former colleague", "fr": "Une personne qui a travaillé ici"}


def change_articles(found: Withdrawal, content: Path, shelf: Shelf, registry: Registry, lang: str) -> None:
    """Other names, or none, under every article of the person; what nobody else signed goes when it is removed."""
    gone: list[Manuscript] = []
    for one in shelf.articles:
        signed = any(found.person.means(author, registry) for author in one.fields.authors)
        signers = _signers(found, one.fields.authors, registry) if signed else ()
        if signed and not signers:
            gone.append(one)
        else:
            _change(found, content, one, registry, signers)
    _take_away(found, content, shelf, gone)
    named = any(text and f"{NOBODY}" in text.decode() for text in found.changes.values())
    if named and NOBODY not in registry.authors:
        name = NOBODYS_NAME.get(lang.split("-")[0], NOBODYS_NAME["en"])
        text = f"---\nname: {name}\nstatus: alumni\n---\n"
        found.write(content / f"authors/{NOBODY}.md", text, f"authors/{NOBODY}.md is added: {name}")


def _signers(found: Withdrawal, authors: Sequence[str], registry: Registry) -> tuple[str, ...]:
    """Who signs from now on: nobody's name in the person's place, once, or the others alone."""
    instead = [NOBODY] if found.leave == "anonymous" else []
    renamed = (instead if found.person.means(author, registry) else [author] for author in authors)
    return tuple(dict.fromkeys(author for some in renamed for author in some))


def _change(found: Withdrawal, content: Path, one: Manuscript, registry: Registry, signers: Sequence[str]) -> None:
    sentences = []
    text = (content / one.path).read_text("utf-8-sig").replace("\r\n", "\n")
    if signers:
        text = _listed(one, text, "authors", signers)
        sentences.append(f"signed by {', '.join(signers)}")
    for key, act in CREDITS.items():
        credited = getattr(one.fields, key)
        others = [name for name in credited if not found.person.means(name, registry)]
        if len(others) < len(credited):
            text = _listed(one, text, key, others)
            sentences.append(f"no longer says that the person {act}")
    if sentences:
        found.write(content / one.path, text, f"{one.path}: {', '.join(sentences)}")


def _listed(one: Manuscript, text: str, key: str, items: Sequence[str]) -> str:
    try:
        return with_list(text, key, items, ArticleFields.model_fields)
    except UnclearText as error:
        raise UnclearText(f"{one.path}: {error}") from None


def _take_away(found: Withdrawal, content: Path, shelf: Shelf, gone: Sequence[Manuscript]) -> None:
    """Articles go, with the pictures beside them when no version is left that could show them."""
    paths = {one.path for one in gone}
    stays = {(content / one.path).parent for one in shelf.articles if one.path not in paths}
    for one in gone:
        found.remove(content / one.path, f"{one.path} is removed: nobody else signed it")
        folder = (content / one.path).parent
        if one.path.rsplit("/", 1)[-1].startswith("index.") and folder not in stays:
            for path in sorted(folder.iterdir()):
                if (
                    path.is_file()
                    and path not in found.changes
                    and (content / one.path) != path
                    and path.suffix != ".md"
                ):
                    found.remove(path, f"{path.relative_to(content).as_posix()} is removed with it")
