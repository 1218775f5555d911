"""Manuscripts: people's texts before Pelican, read once, with the line of each key and every fault of every file."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Literal

from . import markup
from .languages import without_lang
from .late_text import LateText
from .ledger import Ledger
from .model import NO_WORDS, Finding, Text
from .reading import Reading
from .slips import Kind, Slip, fields_in, findings_in, read_slip
from .slips import stem_and_lang as stem_and_lang
from .sources import Tree, stray, walk
from .urls import ID, RESERVED
from .workers import Limits

FOLDERS: dict[Kind, str] = {"article": "articles", "author": "authors", "page": "pages"}
LIMITS = Limits()


@dataclass(frozen=True)
class Manuscript:
    """A person's text before Pelican.

    path     POSIX, relative to the content folder: `articles/2026/why-we-moved/index.fr.md`
    fields   ArticleFields, AuthorFields or PageFields, as `kind` says
    lines    the line of each key that is written
    stem     name of the file, or of its folder when the file is called index, without language: `why-we-moved`
    lang     from `<stem>.<lang>.md`, else empty; `fields.lang` is stronger
    body_line  the line on which its text begins
    """

    path: str
    kind: Kind
    fields: Any
    lines: Mapping[str, int] = field(default_factory=dict)
    stem: str = ""
    lang: str = ""
    text: Text = field(default_factory=Text)
    summary: Text = field(default_factory=Text)
    body_line: int = 1

    def line(self, name: str) -> int:
        """Where a key stands; the first line for one that does not."""
        return self.lines.get(name, 1)


@dataclass(frozen=True)
class Shelf:
    """All manuscripts, sorted by path. `read` article files were found: those on the shelf and those reported.

    `touched` has all files of the content folder, and tells of each whether it was changed; see `sources.Tree`.
    """

    articles: tuple[Manuscript, ...] = ()
    pages: tuple[Manuscript, ...] = ()
    authors: tuple[Manuscript, ...] = ()
    findings: tuple[Finding, ...] = ()
    read: int = 0
    touched: Mapping[str, str] = field(default_factory=dict, compare=False)  # tells of this reading, not of the texts

    @property
    def paths(self) -> tuple[str, ...]:
        """All files of the content folder, in order."""
        return tuple(sorted(self.touched))


def read_shelf(
    content: Path, ledger: Ledger, limits: Limits = LIMITS, *, trusting: bool = True, noting: bool = True
) -> Shelf:
    """Read all articles, pages and authors of a content folder. Never raises for what people wrote.

    `trusting` takes a file whose size, times and inode are as they were for unchanged; `noting` keeps what was read for
    the next time.
    """
    with begun_shelf(content, ledger, limits, trusting=trusting, noting=noting) as shelf:
        return shelf()


@contextmanager
def begun_shelf(
    content: Path, ledger: Ledger, limits: Limits = LIMITS, *, trusting: bool = True, noting: bool = True
) -> Iterator[Callable[[], Shelf]]:
    """The same, begun in processes of their own when something changed, and waited for when the shelf is asked for."""
    tree = walk(content)
    findings = list(tree.findings)
    kinds = {path: kind for kind in FOLDERS for path in _texts(tree, kind, findings)}
    findings += _unread(tree)
    with Reading(content, ledger, limits, tree, trusting, noting).begun(kinds) as slips:

        def shelf() -> Shelf:
            shelved: dict[Kind, list[Manuscript]] = {kind: [] for kind in FOLDERS}
            for path, slip in slips().items():
                findings.extend(findings_in(slip, path))
                if fields := fields_in(slip, kinds[path]):
                    shelved[kinds[path]].append(_manuscript(path, kinds[path], fields, slip, content, ledger))
            read = sum(path.endswith(".md") for path in tree.below("articles"))
            texts = (tuple(shelved["article"]), tuple(shelved["page"]), tuple(shelved["author"]))
            return Shelf(*texts, tuple(sorted(set(findings))), read, tree.touched)

        yield shelf


def _manuscript(path: str, kind: Kind, fields: Any, slip: Slip, content: Path, ledger: Ledger) -> Manuscript:
    stem, lang = stem_and_lang(path)
    name = slip["text"]

    def whole() -> Text:
        return markup.from_json(ledger.read([name]).get(name) or read_slip(content, path, kind, ledger)[1])

    text = LateText(name, slip.get("words", 0), slip.get("references", ()), whole)
    summary = markup.text_of(slip["summary"]) if "summary" in slip else NO_WORDS
    return Manuscript(path, kind, fields, slip.get("lines", {}), stem, lang, text, summary, slip["body_line"])


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
