"""Manuscripts: people's texts before Pelican, read once, with the line of each key and every fault of every file."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath
from typing import Any, Literal

from . import front_matter, markup
from .front_matter import FrontMatter
from .languages import without_lang
from .ledger import Ledger
from .model import Finding, Remark, Text
from .paths import is_remote, picture_path
from .schema import ArticleFields, AuthorFields, Fields, PageFields
from .sources import Tree, read_text, stray, walk
from .urls import ID, RESERVED
from .validation import FORBIDDEN, fields_of

Kind = Literal["article", "author", "page"]
FOLDERS: dict[Kind, str] = {"article": "articles", "author": "authors", "page": "pages"}
MODELS: dict[Kind, type[Fields]] = {"article": ArticleFields, "author": AuthorFields, "page": PageFields}


@dataclass(frozen=True)
class Manuscript:
    """A person's text before Pelican.

    path     POSIX, relative to the content folder: `articles/2026/why-we-moved/index.fr.md`
    fields   ArticleFields, AuthorFields or PageFields, as `kind` says
    lines    the line of each key that is written
    stem     name of the file, or of its folder when the file is called index, without language: `why-we-moved`
    lang     from `<stem>.<lang>.md`, else empty; `fields.lang` is stronger
    """

    path: str
    kind: Kind
    fields: Any
    lines: Mapping[str, int] = field(default_factory=dict)
    stem: str = ""
    lang: str = ""
    text: Text = field(default_factory=Text)
    summary: Text = field(default_factory=Text)

    def line(self, name: str) -> int:
        """Where a key stands; the first line for one that does not."""
        return self.lines.get(name, 1)


@dataclass(frozen=True)
class Shelf:
    """All manuscripts, sorted by path. `read` article files were found: those on the shelf and those reported."""

    articles: tuple[Manuscript, ...] = ()
    pages: tuple[Manuscript, ...] = ()
    authors: tuple[Manuscript, ...] = ()
    findings: tuple[Finding, ...] = ()
    read: int = 0


@dataclass(frozen=True)
class _Draft:
    """A file on its way to the shelf: its fields are read, its text is not yet rendered."""

    path: str
    kind: Kind
    front: FrontMatter
    fields: Any


def read_shelf(content: Path, ledger: Ledger) -> Shelf:
    """Read all articles, pages and authors of a content folder. Never raises for what people wrote."""
    tree = walk(content)
    findings = list(tree.findings)
    drafts: list[_Draft] = []
    for kind in FOLDERS:
        for path in _texts(tree, kind, findings):
            drafts += _opened(content, path, kind, findings)
    findings += _unread(tree)
    shelved = _rendered(drafts, ledger, findings)
    by_kind = {kind: tuple(one for one in shelved if one.kind == kind) for kind in FOLDERS}
    read = sum(path.endswith(".md") for path in tree.below("articles"))
    return Shelf(by_kind["article"], by_kind["page"], by_kind["author"], tuple(sorted(set(findings))), read)


# --- files ------------------------------------------------------------------------------------------------------------


def _texts(tree: Tree, kind: Kind, findings: list[Finding]) -> Iterable[str]:
    """The `.md` files of a kind; other texts there would be forgotten without a word, so they are reported."""
    for path in tree.below(FOLDERS[kind]):
        if stray(path):
            hint = "Rename it to .md, or convert it."
            severity: Literal["error", "warning"] = "error" if kind == "article" else "warning"
            findings.append(Finding(path, 1, "stray-file", "only .md files are read as texts.", severity, hint))
        elif kind == "author" and path.endswith(".md") and (name := _misnamed(path)):
            hint = "Call it authors/<id>.md, such as authors/jane-doe.md."
            findings.append(Finding(path, 1, name, "this is no name for an author's file.", "error", hint))
        elif path.endswith(".md"):
            yield path


def _unread(tree: Tree) -> Iterable[Finding]:
    """Texts that stand where nobody reads them: in a folder with another name, or in none."""
    known = (*FOLDERS.values(), "campaigns")
    for path in tree.paths:
        if path.endswith(".md") and not path.startswith(tuple(f"{folder}/" for folder in known)):
            hint = "Articles stand in articles/, pages in pages/, people in authors/."
            yield Finding(path, 1, "stray-file", "nobody reads a text that stands here.", "warning", hint)


def _misnamed(path: str) -> str:
    """The finding for an author file whose name is no id."""
    stem, _ = without_lang(path.removeprefix("authors/").removesuffix(".md"))
    return "bad-id" if not ID.fullmatch(stem) else "reserved-slug" if stem in RESERVED else ""


def _opened(content: Path, path: str, kind: Kind, findings: list[Finding]) -> list[_Draft]:
    """The file with its fields; nothing when it has no front matter, which is then a finding."""
    text, faults = read_text(content, path)
    findings += faults
    if text is None:
        return []
    model = MODELS[kind]
    front = front_matter.read(text, {*model.model_fields, *FORBIDDEN})
    findings += _placed(path, front.remarks)
    if not front.found:
        return []
    is_version = kind == "author" and bool(stem_and_lang(path)[1])
    fields, remarks = fields_of(model, front.values, front.lines, () if is_version else None)
    findings += _placed(path, remarks)
    findings += [*_outside(path, fields, front.lines), *_two_languages(path, fields, front.lines)]
    return [_Draft(path, kind, front, fields)]


def stem_and_lang(path: str) -> tuple[str, str]:
    """Stem and language of a path; a file called index goes by its folder's name."""
    place = PurePosixPath(path)
    stem, lang = without_lang(place.stem)
    return (place.parent.name if stem == "index" and len(place.parts) > 2 else stem), lang


def _outside(path: str, fields: Any, lines: Mapping[str, int]) -> Iterable[Finding]:
    """A picture that would be fetched from beyond the content folder could be any file of the machine."""
    for key in ("image", "portrait"):
        target = getattr(fields, key, "")
        if target and not is_remote(target) and picture_path(target, path) is None:
            message = f"'{key}' leads out of the content folder: '{target}'."
            yield Finding(path, lines.get(key, 1), "unsafe-path", message, "error", "Put the picture beside the text.")


def _two_languages(path: str, fields: Any, lines: Mapping[str, int]) -> Iterable[Finding]:
    written, named = getattr(fields, "lang", ""), stem_and_lang(path)[1]
    if written and named and written != named:
        message = f"'lang' is {written}, the file's name says {named}; {written} is taken."
        yield Finding(path, lines.get("lang", 1), "lang-conflict", message, "warning", "Rename the file.")


def _placed(path: str, remarks: Iterable[Remark]) -> list[Finding]:
    return [Finding(path, r.line, r.name, r.message, r.severity, r.hint) for r in remarks]


# --- texts ------------------------------------------------------------------------------------------------------------


def _rendered(drafts: Sequence[_Draft], ledger: Ledger, findings: list[Finding]) -> list[Manuscript]:
    """Render all bodies at once, so that it goes in parallel; also of files without usable fields, for their faults."""
    bodies = [(draft.path, [draft.front.body, draft.front.body_line]) for draft in drafts]
    texts = [markup.from_json(data) for data in ledger.remember_all("text", bodies, lambda n: _body(drafts[n]))]
    summaries = _summaries(drafts, ledger)
    shelved = []
    for draft, text in zip(drafts, texts, strict=True):
        summary = summaries.get(draft.path, Text())
        findings += _placed(draft.path, (*text.remarks, *summary.remarks))
        if draft.fields is not None:
            stem, lang = stem_and_lang(draft.path)
            shelved.append(
                Manuscript(draft.path, draft.kind, draft.fields, draft.front.lines, stem, lang, text, summary)
            )
    return shelved


def _body(draft: _Draft) -> bytes:
    return markup.to_json(markup.render(draft.front.body, draft.front.body_line))


def _summaries(drafts: Sequence[_Draft], ledger: Ledger) -> dict[str, Text]:
    """The rendered summaries of those that have one, by path."""
    written: list[tuple[str, list[Any]]] = [
        (draft.path, [summary, draft.front.lines["summary"]])
        for draft in drafts
        if (summary := getattr(draft.fields, "summary", ""))
    ]
    made = ledger.remember_all("summary", written, lambda n: _inline(*written[n][1]))
    return {path: markup.from_json(data) for (path, _), data in zip(written, made, strict=True)}


def _inline(summary: str, line: int) -> bytes:
    return markup.to_json(markup.render_inline(summary, line))
