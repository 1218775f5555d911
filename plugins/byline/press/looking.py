"""Looking at a whole build before anything of it is printed: who owns which address, and where every link leads."""

from __future__ import annotations

from collections.abc import Sequence, Set
from dataclasses import dataclass

from .. import links
from ..build import Build
from ..model import File, Page
from . import verify
from .theme import Theme


@dataclass(frozen=True)
class Whole:
    """All that is to be printed; `known` is what the public site answers, `dead` what links name in vain."""

    pages: Sequence[Page]
    files: Sequence[File]
    known: set[str]
    dead: Set[str]


def look(build: Build) -> Whole:
    """The pages that the theme prints and the files of a build; adds what is wrong with them to its findings."""
    theme: Theme = build.theme
    pages = [page for page in build.pages if theme.prints(page)]
    files = [*build.files, *theme.assets.values()]
    known = known_addresses(pages, files)
    checked = links.check(build, known)
    build.findings += [*verify.one_owner([*pages, *files]), *checked.findings]
    return Whole(pages, files, known, checked.dead)


def known_addresses(pages: Sequence[Page], files: Sequence[File]) -> set[str]:
    """Everything that the public site answers."""
    return {page.address for page in pages if not page.internal} | {
        "/" + file.save_as for file in files if not file.internal
    }
