"""Where a command works: the site's folders, and the settings that go with what was asked."""

from __future__ import annotations

import argparse
import os
import re
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from .commit import Root
from .findings import CONTROLS
from .refusals import WrongUse
from .registry import read_site_fields
from .urls import is_site_url


class UsageError(WrongUse):
    """The command cannot be understood; the text says what to do."""


@dataclass(frozen=True)
class Workplace:
    """The folders of one command, all absolute. `given` is what was asked; a command that lacks an option has none."""

    given: argparse.Namespace
    root: Path
    content: Path
    programme: Path | None
    cache: Path
    output: Root
    internal: Root

    @property
    def own(self) -> bool:
        """Whether the texts are this checkout's own, so that its settings describe them."""
        return self.content.resolve() == (self.root / "content").resolve()

    @property
    def roots(self) -> tuple[Root, Root]:
        """The two folders of one commit."""
        return self.output, self.internal

    @property
    def lang(self) -> str:
        """The language of texts that do not say theirs."""
        return read_site_fields(self.content)[0].lang or str(self.settings()["DEFAULT_LANG"])

    @property
    def verifying(self) -> bool:
        """Whether everything is made anew, and nothing that is known is trusted."""
        return bool(self._asked("verify"))

    def aside(self, folder: Path) -> Workplace:
        """The same place with its outputs elsewhere, for a build that must not be seen."""
        output, internal = (replace(root, output=folder / root.output.name) for root in self.roots)
        return replace(self, output=output, internal=internal)

    def settings(self, checking: bool = False) -> dict[str, Any]:
        """Pelican's settings for one run into the stages; `checking` ends it before anything is rendered."""
        from .glue import settings_from  # with all of Pelican, while texts are read already

        name = "publishconf.py" if self._asked("production") else "pelicanconf.py"
        settings = settings_from(self.root / name, self.content)
        settings["OUTPUT_PATH"] = str(self.output.stage)
        if checking:  # Pelican's own idea of each text matters only where pages are printed
            settings["ARTICLE_PATHS"] = settings["PAGE_PATHS"] = []
        settings["BYLINE_RUN"] = {
            "now": now(),
            "cache": self.cache,
            "internal": self.internal.stage,
            "programme": self.programme,
            "siteurl": self._asked("siteurl") or "",
            "browser": os.environ.get("BYLINE_BROWSER", ""),
            "preview": preview_label() if self._asked("command") == "build" else "",
            "own": self.own,
            "checking": checking,
            "search": bool(self._asked("search")),
            "root": self.root,
            "outputs": tuple(root.output for root in self.roots),
            "verify": self.verifying,
            "explain": self._asked("explain") or "",
            "since": self._asked("since") or "",
            "evidence": self._asked("evidence"),
        }
        return settings

    def _asked(self, option: str) -> Any:
        return getattr(self.given, option, None)


def workplace_of(given: argparse.Namespace) -> Workplace:
    """The workplace that a command means from where it is called; raises `UsageError`."""
    root = _root()
    content = (given.content or root / "content").absolute()
    if not content.is_dir():
        raise UsageError(f"there is no folder {content}: --content names the folder of texts")
    output = getattr(given, "output", None) or root / "output"
    internal = getattr(given, "internal", None) or root / "internal"
    cache = given.cache or root / ".cache" / "byline"
    _apart(output, internal, cache)
    if getattr(given, "production", False) and preview_label():
        raise UsageError("--production makes the public site, BYLINE_PREVIEW a preview of it: take one of them away")
    if (siteurl := getattr(given, "siteurl", "")) and not is_site_url(siteurl):
        raise UsageError(f"--siteurl {siteurl} is no site's address: write it like https://blog.example.com")
    if getattr(given, "evidence", None) and not given.since:
        raise UsageError("--evidence says who approved what differs from a base: name the base with --since")
    return Workplace(
        given=given,
        root=root,
        content=content,
        programme=_programme(given, root, content),
        cache=cache.absolute(),
        output=Root(output.absolute()),
        internal=Root(internal.absolute()),
    )


def _apart(output: Path, internal: Path, cache: Path) -> None:
    """What is for colleagues, or only saves time, must never be published with the site, nor be swept with it."""
    for one, other in ((output, internal), (internal, output), (output, cache), (internal, cache)):
        if other.resolve().is_relative_to(one.resolve()):
            raise UsageError(f"{other} lies in {one}: the site, pages for colleagues and the cache need folders apart")


def preview_label() -> str:
    """What this build is a preview of, from `BYLINE_PREVIEW`: `pull request 12, commit 1a2b3c4`; may hold anything."""
    return " ".join(CONTROLS.sub(" ", os.environ.get("BYLINE_PREVIEW", "")).split())[:120]


def now() -> datetime:
    """`SOURCE_DATE_EPOCH` if it is set, else the clock to the minute."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    if epoch is None:
        return datetime.now(UTC).replace(second=0, microsecond=0)
    if not re.fullmatch("[0-9]{1,11}", epoch):
        raise UsageError(f"SOURCE_DATE_EPOCH is {epoch!r}: it must be a number of seconds since 1970")
    return datetime.fromtimestamp(int(epoch), UTC)


def _root() -> Path:
    """The nearest folder, here or above, that holds a `pelicanconf.py`."""
    here = Path.cwd()
    for folder in (here, *here.parents):
        if (folder / "pelicanconf.py").is_file():
            return folder
    raise UsageError("there is no pelicanconf.py here or in any folder above: go to the site's folder first")


def _programme(given: argparse.Namespace, root: Path, content: Path) -> Path | None:
    """The programme that goes with the texts: other texts have none, unless it is named."""
    if given.programme:
        if not given.programme.is_dir():
            raise UsageError(f"there is no folder {given.programme}: --programme names the folder for colleagues")
        return Path(given.programme).absolute()
    ours = Path(os.environ.get("BYLINE_PROGRAMME_PATH") or root / "programme").absolute()
    return ours if content.resolve() == (root / "content").resolve() else None
