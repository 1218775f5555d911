"""Printing: what differs of a build goes to a folder, once the whole has been looked at."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from hashlib import sha256
from pathlib import Path

from ..build import Build
from ..findings import ContentErrors, stop_at_errors
from ..ledger import Ledger, versions
from ..model import File, LateFile, Page
from ..standing import read_standing
from ..workers import in_processes
from . import verify
from .explaining import Parts, explain, keep_parts
from .looking import Whole
from .rendering import Renderer
from .theme import Theme

log = logging.getLogger(__name__)

MANY = 2000  # pages and files whose fingerprints are found sooner by two processes, which look at what they share twice
FEW = 100  # pages that are printed sooner than a second process has compiled the templates once more


@dataclass(frozen=True)
class Sheet:
    """A page or file on its way into a root (0 public, 1 internal): `fingerprint` stands for all it is made from."""

    value: Page | File
    root: int
    fingerprint: str
    make: Callable[[], bytes]

    @property
    def path(self) -> str:
        """Where it goes, in its root."""
        return self.value.save_as


def print_all(build: Build, whole: Whole, public: Path) -> None:
    """Render and write what is not yet where it belongs; raises `ContentErrors` or `VerificationError` before a command
    could commit it.
    """
    theme: Theme = build.theme
    renderer = Renderer(build, theme, build.context)
    try:
        stop_at_errors(build.judged(), build.site.lang)
    except ContentErrors:
        _write_reports(build, public)  # whoever decides reads there what must be mended
        raise
    verify.counted(build)
    build.notes += unfinished(build.ledger, theme, build.edition.langs)
    printed, kept = _parted(build, _sheets(whole, renderer))
    build.notes += explain(build, renderer, whole.pages, {sheet.path for sheet in printed})
    log.info("printing %d pages", sum(isinstance(sheet.value, Page) for sheet in printed))
    named, parts = _write_all(printed, (public, build.run.internal), renderer)
    keep_parts(build, parts)
    named |= _still_named(build, kept, whole.known)
    verify.dead_links(named, whole.known, build.site.base, whole.dead)
    _write_reports(build, public)


def unfinished(ledger: Ledger, theme: Theme, langs: Iterable[str]) -> Iterator[str]:
    """A sentence for each catalog that was only begun: whoever began it learns why nothing shows yet."""
    for lang in langs:
        count = lambda lang=lang: str(theme.words_in(lang).missing).encode()  # noqa: E731
        if missing := int(ledger.remember("words missing", lang, [lang, theme.digest], count)):
            yield (
                f"pages in {lang} have an interface in English until locale/{lang}/LC_MESSAGES/byline.po is complete: "
                f"{missing} of its words are missing"
            )


# --- what is printed, and what is kept --------------------------------------------------------------------------------


def _sheets(whole: Whole, renderer: Renderer) -> list[Sheet]:
    """Every page and file of a build, in order."""
    values: list[Page | File] = [*whole.pages, *whole.files]
    found = in_processes(
        lambda number: _fingerprint(values[number], renderer), range(len(values)), 1 if len(values) < MANY else None
    )
    return [_sheet(value, fingerprint, renderer) for value, fingerprint in zip(values, found, strict=True)]


def _fingerprint(value: Page | File, renderer: Renderer) -> str:
    if isinstance(value, Page):
        return renderer.fingerprint(value)
    if isinstance(value, LateFile):
        return renderer.build.digests.of(versions(), value.inputs)
    return sha256(value.data).hexdigest()


def _sheet(value: Page | File, fingerprint: str, renderer: Renderer) -> Sheet:
    make = partial(renderer.render, value) if isinstance(value, Page) else partial(getattr, value, "data")
    return Sheet(value, int(value.internal), fingerprint, make)


def _parted(build: Build, sheets: Sequence[Sheet]) -> tuple[list[Sheet], list[Sheet]]:
    """What must be printed, and what an earlier build printed from the same inputs and nobody touched since."""
    build.standing = read_standing(build.ledger, build.run.outputs)
    everything = build.run.verify or bool(build.reports and build.since)  # reports look at every printed page
    printed: list[Sheet] = []
    kept: list[Sheet] = []
    for sheet in sheets:
        build.made[sheet.root][sheet.path] = sheet.fingerprint
        right = build.standing.keeps(sheet.root, sheet.path, sheet.fingerprint)
        if right:
            (build.trusted if everything else build.kept)[sheet.root].add(sheet.path)
        (kept if right and not everything else printed).append(sheet)
    return printed, kept


def _write_all(
    sheets: Sequence[Sheet], roots: Sequence[Path], renderer: Renderer
) -> tuple[dict[str, set[str]], dict[str, Parts]]:
    """Write everything, in forked workers; by path, the addresses that each public page names, and its parts."""
    private = verify.private_strings(renderer.build)

    def write(index: int) -> tuple[set[str], Parts]:
        sheet, page = sheets[index], sheets[index].value
        data = sheet.make()
        _write(roots[sheet.root], sheet.path, data)
        if not isinstance(page, Page):
            return set(), {}
        if not sheet.root and any(string in data for string in private):
            raise verify.VerificationError(f"{page.address} tells where this site is built")
        return set() if sheet.root else verify.addresses_in(data), renderer.parts(page) if sheet.fingerprint else {}

    found = dict(
        zip(
            [sheet.path for sheet in sheets],
            in_processes(write, range(len(sheets)), 1 if len(sheets) < FEW else None),
            strict=True,
        )
    )
    return {path: named for path, (named, _) in found.items()}, {path: parts for path, (_, parts) in found.items()}


def _still_named(build: Build, kept: Sequence[Sheet], known: set[str]) -> dict[str, set[str]]:
    """The addresses that kept pages name, if one that an earlier build answered is gone; else they are as they were."""
    before = build.standing.paths(0) or ()
    gone = {f"/{path}".removesuffix("index.html") for path in before} - known
    if not gone:
        return {}
    public = [sheet for sheet in kept if not sheet.root and isinstance(sheet.value, Page)]
    signs = verify.signs_of(gone)

    output = build.run.outputs[0]

    def named(index: int) -> set[str]:
        with open(f"{output}/{public[index].path}", "rb", buffering=0) as file:  # noqa: PTH123  thousands of them
            page = file.read()
        return verify.addresses_in(page) if any(sign in page for sign in signs) else set()

    found = in_processes(named, range(len(public)))
    return dict(zip([sheet.path for sheet in public], found, strict=True))


def _write_reports(build: Build, public: Path) -> None:
    for file in (file for make in build.reports for file in make(build, public)):
        _write(build.run.internal, file.save_as, file.data)
        build.made[1][file.save_as] = ""


def _write(root: Path, save_as: str, data: bytes) -> None:
    path = root / save_as
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)
