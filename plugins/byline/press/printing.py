"""Printing: every page and file of a build goes to a folder, once the whole has been looked at."""

from __future__ import annotations

import logging
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from .. import links
from ..build import Build
from ..findings import ContentErrors, stop_at_errors
from ..model import File, Page
from ..workers import in_processes
from . import verify
from .rendering import Renderer
from .theme import Theme, load_theme

log = logging.getLogger(__name__)


def print_all(build: Build, public: Path) -> None:
    """Render and write everything; raises `ContentErrors` or `VerificationError` before a command could commit it."""
    theme = load_theme(Path(build.context["THEME"]), build.brand, build.run.root)
    renderer = Renderer(build, theme, build.context)
    pages = [page for page in build.pages if renderer.prints(page)]
    files = [*build.files, *theme.assets.values()]
    known = known_addresses(pages, files)
    checked = links.check(build, known)
    build.findings += [*verify.one_owner([*pages, *files]), *checked.findings]
    if build.run.checking:
        return
    try:
        stop_at_errors(build.judged())
    except ContentErrors:
        _write_reports(build, public)  # whoever decides reads there what must be mended
        raise
    verify.counted(build)
    build.notes += unfinished(theme, build.edition.langs)
    log.info("printing %d pages", len(pages))
    named = _write_pages(pages, renderer, public, build.run.internal)
    for file in files:
        _write(build.run.internal if file.internal else public, file.save_as, file.data)
    verify.dead_links(named, known, build.site.base, checked.dead)
    _write_reports(build, public)


def unfinished(theme: Theme, langs: Iterable[str]) -> Iterator[str]:
    """A sentence for each catalog that was only begun: whoever began it learns why nothing shows yet."""
    for lang in langs:
        if missing := theme.words_in(lang).missing:
            yield (
                f"pages in {lang} have an interface in English until locale/{lang}/LC_MESSAGES/byline.po is complete: "
                f"{missing} of its words are missing"
            )


def known_addresses(pages: Sequence[Page], files: Sequence[File]) -> set[str]:
    """Everything that the public site answers."""
    return {page.address for page in pages if not page.internal} | {
        "/" + file.save_as for file in files if not file.internal
    }


def _write_pages(pages: Sequence[Page], renderer: Renderer, public: Path, internal: Path) -> dict[str, set[str]]:
    """Write every page, in forked workers; returns the addresses that each public one names."""
    private = verify.private_strings(renderer.build)

    def write(index: int) -> set[str]:
        page = pages[index]
        data = renderer.render(page)
        _write(internal if page.internal else public, page.save_as, data)
        if page.internal:
            return set()
        if any(string in data for string in private):
            raise verify.VerificationError(f"{page.address} tells where this site is built")
        return verify.addresses_in(data)

    found = in_processes(write, range(len(pages)))
    return {page.address: addresses for page, addresses in zip(pages, found, strict=True)}


def _write_reports(build: Build, public: Path) -> None:
    for file in (file for report in build.reports if not build.run.checking for file in report(build, public)):
        _write(build.run.internal, file.save_as, file.data)


def _write(root: Path, save_as: str, data: bytes) -> None:
    path = root / save_as
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)
