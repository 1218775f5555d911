"""Looking the facts up: the one place of this room that touches the machine."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from PIL import features

from ..governance import PURPOSES, read_governance
from ..registry import read_site_fields
from ..workplace import now
from . import machine, site
from .diagnosis import Diagnosis

BROWSERS = ("chromium", "chromium-browser", "google-chrome")
FONT_FOLDERS = ("/usr/share/fonts", "/usr/local/share/fonts", "/Library/Fonts", "~/Library/Fonts", "~/.fonts")
LOCKS = ("requirements.lock", "requirements-test.lock")


def diagnose(
    root: Path,
    settings: Mapping[str, Any],
    environment: Mapping[str, str] = os.environ,
    unwritable: Mapping[str, Sequence[str]] | None = None,
) -> list[Diagnosis]:
    """Everything worth knowing about this machine and the site whose `pelicanconf.py` is in `root`.

    `settings` are those of `pelicanconf.py`; folders in them may be relative to `root`. `unwritable` are the texts that
    cards cannot write, by the packages which that needs. Reads, never writes.
    """
    cards = [] if unwritable is None else [machine.cards(unwritable)]
    return [*_machine(root, settings), *cards, *_site(root, settings, environment)]


def _machine(root: Path, settings: Mapping[str, Any]) -> Iterator[Diagnosis]:
    yield machine.python(sys.version_info[:2])
    yield machine.git(shutil.which("git"))
    yield machine.environment(_locks(root))
    yield machine.shaping(bool(features.check("raqm")))
    yield machine.fonts(_font_names())
    yield machine.browser(next(filter(None, map(shutil.which, BROWSERS)), None))
    yield machine.disk(shutil.disk_usage(root).free)
    cache = settings.get("BYLINE_RUN", {}).get("cache") or ".cache/byline"
    for name, folder in (("cache", cache), ("output", settings.get("OUTPUT_PATH", "output"))):
        yield machine.writable(name, _shown(root / folder, root), _may_write(root / folder))


def _site(root: Path, settings: Mapping[str, Any], environment: Mapping[str, str]) -> Iterator[Diagnosis]:
    written, _ = read_site_fields(root / settings.get("PATH", "content"))
    given = settings.get("BYLINE_SITE", {})
    yield site.siteurl(written.siteurl or settings.get("SITEURL", ""))
    yield site.identity(written.id_domain or given.get("id_domain", ""), written.id_year or given.get("id_year", 0))
    legal, counting = settings.get("BYLINE_LEGAL", {}), settings.get("BYLINE_MEASURES", {})
    url = written.siteurl or settings.get("SITEURL", "")
    yield site.measures(counting.get("source", "none"), url, legal.get("host", ""))
    folder = root / (environment.get("BYLINE_PROGRAMME_PATH") or "programme")
    yield site.programme(_shown(folder, root), folder.is_dir(), folder.resolve().is_relative_to(root.resolve()))
    if folder.is_dir():
        agreed, _ = read_governance(folder, now().date())
        yield site.governance(agreed.missing, [purpose for purpose in PURPOSES if agreed.allows(purpose)])
    yield site.secret(environment.get("BYLINE_SECRET", ""))


def _locks(root: Path) -> dict[str, bool]:
    """Of each lock file that `.venv` keeps a copy of, whether it is still the same (see `.ci/setup`)."""
    copies = {name: root / ".venv" / name for name in LOCKS}
    return {name: _same(copy, root / name) for name, copy in copies.items() if copy.is_file()}


def _same(one: Path, other: Path) -> bool:
    return other.is_file() and one.read_bytes() == other.read_bytes()


def _font_names() -> Iterator[str]:
    for folder in FONT_FOLDERS:
        for file in Path(folder).expanduser().rglob("Noto*"):
            yield file.name


def _shown(folder: Path, root: Path) -> str:
    """A folder as people of this site call it."""
    return str(folder.relative_to(root) if folder.is_relative_to(root) else folder)


def _may_write(folder: Path) -> bool:
    """Whether the folder, or the nearest one above it that exists, can be written."""
    nearest = next(one for one in (folder, *folder.parents) if one.exists())
    return nearest.is_dir() and os.access(nearest, os.W_OK | os.X_OK)
