"""A site's repository with one pull request in it, in each of the situations that comms meet; the commits are real.

    pull = pull_request("co-signed", folder)
    check(pull.content, folder, "--since", pull.base, "--evidence", pull.evidence(approved=["jane-doe", "omar-haddad"]))

`base` is the branch that the request goes to, `head` its last commit, `content` the folder of texts as the request has
it. Authors of the site are jane-doe, omar-haddad and lea-roy; Jane's key is registered when `key` is given.
"""

from __future__ import annotations

import json
import os
import subprocess
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from content_files import a_content
from running import article

STRANGER = "A Stranger <stranger@example.net>"
JANE = "Jane Doe <jane@example.com>"
OMAR = "Omar Haddad <omar@example.com>"
MOVED = "articles/2026/why-we-moved/index.md"
NOTE = "articles/2026/short-note.md"
BODY = (
    "We left our old building in spring, and nobody misses the lift.\n\n"
    "It took three weekends, two vans and one very patient colleague who drew the plan of every desk.\n\n"
    "What we would do again: ask everybody first what they never want to lose.\n"
)


def person(name: str, *keys: str) -> str:
    """An author's file."""
    lines = "".join(f"  - {json.dumps(key)}\n" for key in keys)
    return f"---\nname: {name}\nagreed: 2026-01-01\n{'signing_keys:' + chr(10) + lines if keys else ''}---\n\nWrites.\n"


def at_base(key: str = "") -> dict[str, str]:
    """The site before the request."""
    moved = article(BODY, id="why-we-moved", title="Why we moved", authors="[jane-doe]", date="2026-03-02")
    note = article("As [we told](why-we-moved/index.md), we moved.\n", title="A short note", authors="[omar-haddad]")
    return {
        "authors/jane-doe.md": person("Jane Doe", *filter(None, [key])),
        "authors/omar-haddad.md": person("Omar Haddad"),
        "authors/lea-roy.md": person("Léa Roy"),
        MOVED: moved,
        NOTE: note,
        "site.toml": 'name = "Our blog"\nlang = "en"\ntimezone = "Europe/Paris"\n',
    }


@dataclass(frozen=True)
class PullRequest:
    """One proposed change: `root` is the repository, its working tree is what is proposed."""

    root: Path
    base: str
    head: str

    @property
    def content(self) -> Path:
        return self.root / "content"

    def git(self, *arguments: str) -> str:
        return git(self.root, *arguments)

    def commit(self, message: str, by: str = STRANGER, *options: str) -> str:
        return commit(self.root, message, by, *options)

    def named(self, revision: str) -> str:
        """The full name of a commit."""
        return self.git("rev-parse", revision)

    def again(self, message: str = "Go on", by: str = STRANGER) -> PullRequest:
        """The request after everything as it stands has been committed."""
        self.commit(message, by)
        return finished(self.root)

    def evidence(self, approved: Iterable[str] = (), commit: str = "", head: str = "") -> Path:
        """The trusted job's file beside the repository: these authors approved the head, or an older `commit`."""
        approvals = [{"author": one, "commit": commit or self.head, "how": "review"} for one in approved]
        file = self.root.parent / f"evidence-{len(list(self.root.parent.iterdir()))}.json"
        told = {"schema": "byline.evidence/1", "head": head or self.head, "approvals": approvals}
        file.write_text(json.dumps(told), "utf-8")
        return file


def git(root: Path, *arguments: str, **environment: str) -> str:
    """Git in the test's repository, without anything of this machine's configuration."""
    stranger = {
        f"GIT_{role}_{part}": "stranger@example.net" for role in ("AUTHOR", "COMMITTER") for part in ("NAME", "EMAIL")
    }
    fixed = {
        **stranger,
        **{name: value for name, value in os.environ.items() if not name.startswith("GIT_")},
        "GIT_CONFIG_GLOBAL": os.devnull,
        "GIT_CONFIG_NOSYSTEM": "1",
        "GIT_AUTHOR_DATE": "2026-06-01T10:00:00+02:00",
        "GIT_COMMITTER_DATE": "2026-06-01T10:00:00+02:00",
    }
    told = subprocess.run(
        ["git", *arguments], cwd=root, env={**fixed, **environment}, capture_output=True, text=True, check=False
    )
    assert told.returncode == 0, told.stderr
    return told.stdout.strip()


def commit(
    root: Path, message: str, by: str = STRANGER, *options: str, configured: Sequence[str] = (), **more: str
) -> str:
    """Commit everything as it stands; returns the commit's name."""
    name, _, address = by.rstrip(">").partition(" <")
    who = {f"GIT_{role}_{part}": value for role in ("AUTHOR", "COMMITTER")
           for part, value in (("NAME", name), ("EMAIL", address))}  # fmt: skip
    git(root, "add", "--all")
    git(root, *configured, "commit", "--quiet", "--allow-empty", *options, "--message", message, **{**who, **more})
    return git(root, "rev-parse", "HEAD")


def begun(folder: Path, key: str = "") -> Path:
    """The repository before the request, on a branch that the request will fill."""
    root = folder / "site"
    a_content(root / "content", at_base(key))
    git(root, "init", "--quiet", "--initial-branch=main")
    commit(root, "The site so far", JANE)
    git(root, "switch", "--quiet", "--create", "proposed")
    return root


def finished(root: Path) -> PullRequest:
    """What has been committed since `begun`, as a request."""
    return PullRequest(root, git(root, "rev-parse", "main"), git(root, "rev-parse", "proposed"))


def put(root: Path, files: Mapping[str, str]) -> None:
    """Write texts into the content folder."""
    a_content(root / "content", files)


# --- the situations ---------------------------------------------------------------------------------------------------

NEW = "articles/2026/a-new-article.md"
FRENCH = "articles/2026/why-we-moved/index.fr.md"


def new(root: Path) -> None:
    """Jane's new article."""
    put(root, {NEW: article(BODY, id="a-new-article", title="A new article")})
    commit(root, "Add an article")


def co_signed(root: Path) -> None:
    """A new article by two people."""
    put(root, {NEW: article(BODY, id="a-new-article", title="Written by two", authors="[jane-doe, omar-haddad]")})
    commit(root, "Add an article by two")


def edited(root: Path) -> None:
    """Somebody changes what Jane wrote."""
    file = root / "content" / MOVED
    file.write_text(file.read_text("utf-8").replace("three weekends", "two long weekends"), "utf-8")
    commit(root, "Say how long it took")


def renamed(root: Path) -> None:
    """Omar's note, which has no id of its own, gets another name; not a word of it changes."""
    git(root, "mv", f"content/{NOTE}", "content/articles/2026/a-note-on-moving.md")
    commit(root, "Give the note a better name")


def deleted(root: Path) -> None:
    """Jane's article goes, and Omar's note still leads to it."""
    git(root, "rm", "--quiet", f"content/{MOVED}")
    commit(root, "Remove an article")


def translation(root: Path) -> None:
    """Jane's article in French, signed by her and by its translator."""
    text = article("Au printemps, nous avons changé de locaux.\n", title="Pourquoi nous avons déménagé",
                   authors="[jane-doe, lea-roy]", date="2026-03-04")  # fmt: skip
    put(root, {FRENCH: text})
    commit(root, "Translate an article")


def forged_address(root: Path) -> None:
    """A stranger commits with Jane's name and address."""
    put(root, {NEW: article("Words that she never wrote.\n", id="a-new-article", title="Not by Jane")})
    commit(root, "Add an article", JANE)


def forged_trailer(root: Path) -> None:
    """A stranger writes that Jane and Omar took part and agree."""
    put(root, {NEW: article("Words that they never wrote.\n", id="a-new-article", title="Not by them",
                            authors="[jane-doe, omar-haddad]")})  # fmt: skip
    commit(root, f"Add an article\n\nSigned-off-by: {JANE}\nCo-authored-by: {OMAR}")


def older_approval(root: Path) -> None:
    """Jane approves her new article; afterwards somebody changes it."""
    new(root)
    file = root / "content" / NEW
    file.write_text(file.read_text("utf-8").replace("nobody misses", "everybody misses"), "utf-8")
    commit(root, "One word more")


SITUATIONS: dict[str, Callable[[Path], None]] = {
    "new": new,
    "co-signed": co_signed,
    "edited": edited,
    "renamed": renamed,
    "deleted": deleted,
    "translation": translation,
    "forged-address": forged_address,
    "forged-trailer": forged_trailer,
    "older-approval": older_approval,
}


def pull_request(situation: str, folder: Path, key: str = "") -> PullRequest:
    """A repository in `folder` with one of the nine situations."""
    root = begun(folder, key)
    SITUATIONS[situation](root)
    return finished(root)
