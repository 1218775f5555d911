"""The files of the content folder: found in order, without symlinks, and read as text with sizes held in check."""

from __future__ import annotations

import os
import posixpath
import time
from dataclasses import dataclass, field
from pathlib import Path

from .characters import CONTROL, HIDDEN
from .model import Finding

LARGEST_TEXT = 1_000_000
TICK = 20_000_000  # nanoseconds
LARGEST_TOML = 32_768
# What editors and systems leave behind; names that begin with a dot are ignored too.
DROPPINGS = ("~", ".swp", ".swo", ".tmp", ".bak", ".orig")
TEXT_ENDINGS = {
    *("", ".txt", ".text", ".rst", ".html", ".htm", ".xhtml", ".markdown", ".mdown", ".mkd", ".mdx", ".adoc", ".org"),
    *(".asciidoc", ".textile", ".tex", ".rtf", ".doc", ".docx", ".odt", ".pages", ".ipynb"),
}


@dataclass
class Tree:
    """All regular files by POSIX path relative to the content folder, in order, and what is wrong with some.

    `touched` tells by path whether a file was changed since it was last seen; empty for one that was changed just now.
    """

    paths: list[str] = field(default_factory=list)
    touched: dict[str, str] = field(default_factory=dict)
    findings: list[Finding] = field(default_factory=list)

    def below(self, folder: str) -> list[str]:
        """Those in a folder, however deep."""
        return [path for path in self.paths if path.startswith(folder + "/")]


def walk(content: Path) -> Tree:
    """Every file of the content folder, sorted.

    Symlinks could bring in any file of a machine: they are not followed.
    """
    tree = Tree()
    if content.is_dir():
        _walk(content, "", tree)
    else:
        tree.findings.append(Finding(".", 1, "unreadable", f"the folder '{content.name}' is not there."))
    tree.paths.sort()
    return tree


def _walk(folder: Path, prefix: str, tree: Tree) -> None:
    try:
        entries = sorted(os.scandir(folder), key=lambda entry: entry.name)
    except OSError as error:
        tree.findings.append(Finding(prefix or ".", 1, "unreadable", f"the folder cannot be read: {error.strerror}."))
        return
    for entry in entries:
        path = prefix + entry.name
        if entry.name.startswith(".") or (entry.name.endswith(DROPPINGS) and not entry.is_dir()):
            continue
        if entry.is_symlink():
            hint = "Put the file itself here."
            tree.findings.append(Finding(path, 1, "symlink", "a link to another file is not followed.", "error", hint))
        elif fault := unsafe(entry.name):
            message = "the file's name holds characters that no address can."
            tree.findings.append(Finding(prefix + fault, 1, "unsafe-path", message, "error", "Rename it."))
        elif entry.is_dir(follow_symlinks=False):
            _walk(folder / entry.name, path + "/", tree)
        elif entry.is_file(follow_symlinks=False):
            tree.paths.append(path)
            tree.touched[path] = _mark(entry.stat(follow_symlinks=False))
        else:
            tree.findings.append(Finding(path, 1, "unreadable", "this is no file.", "error", "Remove it."))


def unsafe(name: str) -> str:
    """A printable form of a name that no address or message can hold, else nothing."""
    if name.isascii() and name.isprintable() and "\\" not in name:  # nearly every name
        return ""
    if not (CONTROL.search(name) or HIDDEN.search(name) or set(name) & set("\\\t\n")):
        return ""
    return name.encode("utf-8", "backslashreplace").decode().encode("unicode_escape").decode()


def _mark(found: os.stat_result) -> str:
    """Clocks of file systems tick slowly: who writes twice within a tick could not be told from who wrote once."""
    settled = time.time_ns() - max(found.st_mtime_ns, found.st_ctime_ns) > TICK
    return f"{found.st_size} {found.st_mtime_ns} {found.st_ctime_ns} {found.st_ino}" if settled else ""


def stray(path: str) -> bool:
    """Whether it is a text that nobody would ever publish, because only `.md` files are read."""
    ending = posixpath.splitext(path)[1]
    return ending.lower() in TEXT_ENDINGS or (ending.lower() == ".md" and ending != ".md")


def read_text(content: Path, path: str, limit: int = LARGEST_TEXT) -> tuple[str | None, list[Finding]]:
    """The text of a file with `\\n` line ends and without a byte order mark; None and why, when it is none."""
    try:
        # The size is asked first: a file that is too large need not be read to be refused.
        if (content / path).stat().st_size > limit:
            message = f"the file is larger than {limit // 1000:,} kB."
            return None, [Finding(path, 1, "too-large", message, "error", "Cut it into several texts.")]
        data = (content / path).read_bytes()
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        hint = "Save it as UTF-8, the usual choice of every editor."
        line = error.object.count(b"\n", 0, error.start) + 1
        return None, [Finding(path, line, "unreadable", "the file is not written in UTF-8.", "error", hint)]
    except OSError as error:
        return None, [Finding(path, 1, "unreadable", f"the file cannot be read: {error.strerror}.")]
    if "\0" in text:
        line = text.count("\n", 0, text.index("\0")) + 1
        return None, [Finding(path, line, "unreadable", "the file is no text.", "error", "Export it as plain text.")]
    return text.replace("\r\n", "\n").replace("\r", "\n"), []
