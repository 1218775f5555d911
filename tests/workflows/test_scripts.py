"""The small programs in `.ci/` that every host uses, on their own."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from html.parser import HTMLParser
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from running import ROOT
from workflows.conftest import git

sys.path.insert(0, str(ROOT / ".ci"))
from harmless import LONGEST, harmless  # type: ignore[import-not-found]

OURS = "https://git.example.com/merrow/blog"


# --- what a stranger's report may say in a comment --------------------------------------------------------------------

PIECES = (
    *(
        "![x](",
        "[x](",
        "<img src='",
        '<a href="',
        "<",
        ")",
        "'>",
        '">',
        ">",
        "https:",
        "http:",
        "//",
        "\\/\\/",
        "&#47;&#47;",
    ),
    *(
        "&sol;&sol;",
        "&#x2f;",
        "&colon;",
        "&#58;",
        "&amp;",
        "\\",
        "evil.example",
        "www.",
        "/x.png",
        OURS,
        f"{OURS}/../../evil",
    ),
    *(
        "\n",
        " ",
        "[r]: ",
        "[r]",
        "`",
        "\u202e",
        "\x1b",
        "@all",
        "#12",
        "GH-3",
        "| a | b |\n|---|---|\n",
        "javascript:",
        "data:",
    ),
)


class Addresses(HTMLParser):
    """Every address that an element of a page links to or loads."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.found: list[str] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found += [value or "" for name, value in attrs if name in ("src", "href")]


@given(st.lists(st.sampled_from(PIECES), max_size=14).map("".join))
def test_no_address_elsewhere_is_linked_or_loaded_however_it_is_written(text: str) -> None:
    html = MarkdownIt("commonmark", {"html": True}).render(harmless(text, [OURS]))

    assert not re.search(r"www\.\w", harmless(text, [OURS]))
    for address in Addresses(html).found:
        elsewhere = re.match(r"(?:https?:)?/[/\\]", address)
        assert not elsewhere or (address.startswith(OURS) and ".." not in address), (text, html)


@given(st.text())
def test_nobody_is_called_and_nothing_hides(text: str) -> None:
    said = harmless(text, [OURS])

    assert not re.search(r"@\w|(?<!&)#\d", said)
    assert not re.search(r"[\x00-\x08\x0b-\x1f\u202a-\u202e]", said)
    assert len(said) < LONGEST * 2


def test_a_report_keeps_its_words_its_table_and_its_own_links() -> None:
    text = f"### All is well\n\n| a | b |\n|---|---|\n| [New]({OURS}/x/) | 3 &amp; 4, caf\u00e9 |\n"

    assert harmless(text, [OURS]) == text


def test_a_report_that_is_too_long_says_so() -> None:
    said = harmless("word\n" * 100_000, [OURS])

    assert len(said) < LONGEST + 100
    assert said.endswith("shortened: the page of the preview has it all.")


# --- what is said where a build left no report ------------------------------------------------------------------------


def findings(given: str) -> str:
    """`.ci/findings` of texts that were read in `.cache/proposal/`."""
    command = [sys.executable, ROOT / ".ci/findings", ".cache/proposal/"]
    return subprocess.run(command, input=given, capture_output=True, text=True, check=True).stdout


def a_finding(severity: str, message: str, hint: str = "") -> dict[str, object]:
    path = ".cache/proposal/content/a.md"
    return {"path": path, "line": 3, "name": "x", "severity": severity, "message": message, "hint": hint}


def test_findings_are_said_errors_first_in_plain_words() -> None:
    said = findings(json.dumps([a_finding("advice", "short"), a_finding("error", "[x](y) <b>`z`\n# a", "Mend it.")]))

    assert said.splitlines() == [
        "### 1 must be mended before this is published",
        "",
        r"- **error**: content/a.md, line 3: \[x\](y) &lt;b&gt;\`z\` # a. Mend it.",
        "- **advice**: content/a.md, line 3: short.",
    ]


def test_texts_that_cannot_be_read_are_no_all_clear() -> None:
    assert findings("").startswith("### The texts could not be read")


# --- what is taken of a proposal --------------------------------------------------------------------------------------


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    folder = tmp_path / "repository"
    (folder / ".ci").mkdir(parents=True)
    (folder / "content").mkdir()
    (folder / "content/one.md").write_text("one\n")
    (folder / "pelicanconf.py").write_text("")
    git(folder, "init", "--quiet", "--initial-branch=main")
    git(folder, "add", "--all")
    git(folder, "commit", "--quiet", "-m", "Base")
    return folder


def proposal(repository: Path, tree: str) -> subprocess.CompletedProcess[str]:
    """`.ci/proposal` of a commit with this tree, as only a program can make it."""
    commit = git(repository, "commit-tree", tree, "-p", "HEAD", "-m", "Proposal")
    command = [sys.executable, ROOT / ".ci/proposal", commit, "taken"]
    return subprocess.run(command, cwd=repository, capture_output=True, text=True, check=False)


def tree_of(repository: Path, *entries: tuple[str, str, str]) -> str:
    """A tree object with entries that no checkout could make: mode, name, text."""

    def made(items: list[tuple[str, str, str]]) -> bytes:
        raw = b""
        for mode, name, text in sorted(items, key=lambda item: item[1]):
            kind = "blob" if mode != "160000" else ""
            blob = (
                subprocess.run(
                    ["git", "hash-object", "-w", "--stdin"],
                    cwd=repository,
                    input=text,
                    text=True,
                    capture_output=True,
                    check=True,
                ).stdout.strip()
                if kind
                else "1" * 40
            )
            raw += f"{mode} {name}".encode() + b"\0" + bytes.fromhex(blob)
        return raw

    def write(raw: bytes) -> str:
        command = ["git", "hash-object", "-w", "-t", "tree", "--stdin", "--literally"]
        return (
            subprocess.run(command, cwd=repository, input=raw, capture_output=True, check=True).stdout.decode().strip()
        )

    content = write(made(list(entries)))
    return write(b"40000 content\0" + bytes.fromhex(content))


@pytest.mark.parametrize(
    ("mode", "name", "text", "said"),
    [
        ("120000", "link.md", "/etc/passwd", "no plain file"),
        ("160000", "module", "", "no plain file"),
        ("100644", ".git", "x", "no name for a text"),
        ("100644", ".GIT ", "x", "no name for a text"),
        ("100644", "..", "x", "no name for a text"),
        ("100644", ".gitattributes", "* filter=x", "no name for a text"),
        ("100644", "a\\b.md", "x", "no name for a text"),
        ("100644", "a\nb.md", "x", "no name for a text"),
        ("100644", "large.png", "x" * (26 * 2**20), "26 MiB"),
    ],
)
def test_what_is_no_text_and_no_picture_is_refused(
    repository: Path, mode: str, name: str, text: str, said: str
) -> None:
    done = proposal(repository, tree_of(repository, (mode, name, text)))

    assert done.returncode == 1
    assert said in done.stderr
    assert "Traceback" not in done.stderr
    assert not (repository / "taken").exists()


def test_a_text_is_its_own_bytes_whatever_attributes_say(repository: Path) -> None:
    text = "one\r\n$Id$\r\n"
    done = proposal(repository, tree_of(repository, ("100755", "new.md", text)))

    assert done.returncode == 0, done.stderr
    assert (repository / "taken/content/new.md").read_bytes() == text.encode()
    assert not os.access(repository / "taken/content/new.md", os.X_OK)
    assert sorted(path.name for path in (repository / "taken").iterdir()) == [".git", "content"]


def test_a_second_proposal_takes_the_place_of_the_first(repository: Path) -> None:
    proposal(repository, tree_of(repository, ("100644", "first.md", "x")))
    proposal(repository, tree_of(repository, ("100644", "second.md", "x")))

    assert [path.name for path in (repository / "taken/content").iterdir()] == ["second.md"]


# --- what is put on a branch ------------------------------------------------------------------------------------------


def place(repository: Path, *arguments: object) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, ROOT / ".ci/place", *map(str, arguments)]
    return subprocess.run(command, cwd=repository, capture_output=True, text=True, check=False)


def test_two_folders_of_a_branch_do_not_disturb_each_other(repository: Path, tmp_path: Path) -> None:
    origin, shown = tmp_path / "origin.git", tmp_path / "shown"
    subprocess.run(["git", "clone", "--quiet", "--bare", repository, origin], check=True)
    git(repository, "remote", "add", "origin", str(origin))
    (shown / "caf\u00e9").mkdir(parents=True)
    (shown / "caf\u00e9/index.html").write_text("x")

    for under in ("previews/1", "previews/12", ""):
        assert place(repository, shown, "pages", *filter(None, [under])).returncode == 0
    (tmp_path / "nothing").mkdir()
    assert place(repository, tmp_path / "nothing", "pages", "previews/1").returncode == 0

    names = git(origin, "-c", "core.quotePath=false", "ls-tree", "-r", "--name-only", "pages").splitlines()
    assert names == [".nojekyll", "caf\u00e9/index.html", "previews/12/caf\u00e9/index.html"]
