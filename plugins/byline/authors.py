"""Authors: from their files to what may be shown of them, and names that could be taken for another's."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import replace
from datetime import date
from typing import Any

from .field_formats import scheme_of
from .look_alikes import groups, mixed_script_word, skeleton
from .manuscript import Manuscript
from .model import Author, Finding, Link
from .paths import picture_path
from .typography import typeset, typeset_text

LIKE, PERSON = "look-alike-name", "Is this one person?"
PORTRAIT_ENDINGS = ("jpg", "jpeg", "png", "webp")
IN_WORDS = ("role", "organisation", "tagline", "pronouns", "topics", "portrait_alt", "why", "helps_with", "reply")


def read_authors(
    manuscripts: Iterable[Manuscript], paths: AbstractSet[str], today: date, lang: str, findings: list[Finding]
) -> dict[str, Author]:
    """All authors by id, in order of id. `paths` are the files of the content folder; `lang` that of `<id>.md`."""
    files: dict[str, list[Manuscript]] = {}
    for one in manuscripts:
        files.setdefault(one.stem, []).append(one)
    authors = {key: _author(key, files[key], paths, today, lang, findings) for key in sorted(files)}
    findings += _confusions(authors)
    return authors


def _author(
    author_id: str,
    files: Sequence[Manuscript],
    paths: AbstractSet[str],
    today: date,
    lang: str,
    findings: list[Finding],
) -> Author:
    """One person from all their files; without consent nothing but name, id and status leaves this function."""
    own = min(files, key=lambda one: (one.lang != "", not one.fields.name, one.path))
    findings += _name_faults(own, author_id)
    links, portrait = _links(own, findings), _portrait(own, paths, findings)
    bare = Author(author_id, own.fields.name or author_id, status=own.fields.status, source=own.path)
    if own.fields.agreed is None or own.fields.agreed > today:
        return bare
    author = replace(
        bare,
        agreed=own.fields.agreed,
        links=links,
        portrait=portrait,
        lang=own.lang or lang,
        moved_to=own.fields.moved_to,
        signing_keys=own.fields.signing_keys,
        **_said(own, own.lang or lang),
    )
    return _in_languages(author, files, lang)


def _in_languages(author: Author, files: Sequence[Manuscript], lang: str) -> Author:
    """The author with biographies and what else the files of other languages say."""
    # A file that names the site's own language is stronger than the one that names none.
    by_lang = {one.lang or lang: one for one in sorted(files, key=lambda one: (one.lang != "", one.path))}
    told = {key: by_lang[key] for key in sorted(by_lang) if by_lang[key].text.html}
    said = {key: _said(one, key) for key, one in sorted(by_lang.items()) if key != author.lang}
    return replace(
        author,
        biographies={key: typeset_text(one.text, key) for key, one in told.items()},
        biography_sources={key: one.path for key, one in told.items()},
        translations={key: words for key, words in said.items() if words},
    )


def _said(one: Manuscript, lang: str) -> dict[str, Any]:
    """What this file says of its author in words, which a file in another language may say anew."""
    said = {name: value for name in IN_WORDS if (value := getattr(one.fields, name))}
    return {
        name: typeset(value, lang) if isinstance(value, str) else tuple(typeset(item, lang) for item in value)
        for name, value in said.items()
    }


def _name_faults(own: Manuscript, author_id: str) -> Iterable[Finding]:
    if own.lang and not own.fields.name:
        hint = f"Add authors/{author_id}.md with a line `name: ...`."
        yield Finding(own.path, 1, "missing-key", "no file says this author's name.", "error", hint)
    if word := mixed_script_word(own.fields.name):
        message = f"the word '{word}' mixes letters of two scripts, so it can pass for another name."
        yield Finding(own.path, own.line("name"), "mixed-script-name", message, "error", "Type it again.")


def _links(own: Manuscript, findings: list[Finding]) -> tuple[Link, ...]:
    """Links that browsers can open; one that is not encrypted stays, anything else goes."""
    kept = []
    for name, url in own.fields.links.items():
        scheme = scheme_of(url)
        if scheme:
            kept.append(Link(name, url))
        if scheme != "https":
            kind = "http-link" if scheme else "unusable-link"
            message = f"the link '{name}' is no web address, so it is not shown: {url}"
            if scheme:
                message = f"the link '{name}' is not encrypted: {url}"
            hint = "Write it with https://."
            findings.append(Finding(own.path, own.line("links"), kind, message, "warning", hint))
    return tuple(kept)


def _portrait(own: Manuscript, paths: AbstractSet[str], findings: list[Finding]) -> str:
    """The path of the portrait in the content folder: as written, else the picture that is called like the file."""
    written = own.fields.portrait
    if not written:
        beside = (f"authors/{own.stem}.{ending}" for ending in PORTRAIT_ENDINGS)
        return next((path for path in beside if path in paths), "")
    path = picture_path(written, own.path) or ""
    if path in paths:
        return path
    message = f"the portrait '{written}' is not there."
    hint = "Put it beside this file."
    findings.append(Finding(own.path, own.line("portrait"), "missing-picture", message, "warning", hint))
    return ""


# --- names that could be taken for another's --------------------------------------------------------------------------


def _confusions(authors: Mapping[str, Author]) -> Iterable[Finding]:
    """Two people may have one name, and two names may look alike: allowed, but somebody should have a look."""
    same = groups((key, author.name.casefold()) for key, author in authors.items())
    alike = groups((key, skeleton(author.name) or key) for key, author in authors.items())
    ids = groups((key, skeleton(key)) for key in authors)
    for group in same:
        hint = "Articles show the id beside the name."
        yield from _each(authors, group, "same-name", lambda one, rest: f"'{one}' has the same name as {rest}.", hint)
    for group in alike:
        if group not in same:
            yield from _each(authors, group, LIKE, lambda one, rest: f"'{one}' looks like the name of {rest}.", PERSON)
    for group in ids:
        if group not in alike:
            yield from _each(
                authors, group, LIKE, lambda one, rest: f"'{one}' has an id that looks like {rest}.", PERSON
            )


def _each(
    authors: Mapping[str, Author], group: Sequence[str], name: str, say: Callable[[str, str], str], hint: str
) -> Iterable[Finding]:
    for key in group:
        others = ", ".join(other for other in group if other != key)
        yield Finding(authors[key].source, 1, name, say(authors[key].name, others), "warning", hint)
