"""The index of what was printed: which pages are searched, and the files that a browser needs for it."""

from __future__ import annotations

import hashlib
import json
import logging
import re
from collections.abc import Iterable, Mapping
from importlib.metadata import version
from pathlib import Path
from tempfile import TemporaryDirectory

from ..build import Build
from ..ledger import packed, unpacked
from ..model import Page
from .pagefind import bundle
from .settling import settled

log = logging.getLogger(__name__)

FOLDER = "pagefind"
SEARCHED = b"data-pagefind-body"
TAG = re.compile(r"<[^>]*>")
LIGATURES = re.compile(r"\w*[œæŒÆ]\w*")


def write_index(build: Build, public: Path) -> None:
    """Write the index of the pages in `public` into its folder `pagefind/`.

    Pagefind costs more than all the rest of a large build and begins anew each time, so it runs only when a page that
    is searched is not what it was. Raises `SettingsError` when it cannot run.
    """
    pages = searched_pages(build.pages, public)
    if not pages:
        log.warning("nothing can be searched: no page of this theme says %s", SEARCHED.decode())
        return
    inputs = [version("pagefind"), sorted(pages.items())]
    made = build.ledger.remember("search", FOLDER, inputs, lambda: _packed(_index(pages, public)))
    for name, data in _unpacked(made).items():
        path = public / FOLDER / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)


def searched_pages(pages: Iterable[Page], public: Path) -> dict[str, str]:
    """The hash of every page to be searched, by its file: those whose text the theme marks and that may be found."""
    found = {}
    for page in pages:
        file = public / page.save_as
        if not (page.internal or page.noindex) and file.is_file() and SEARCHED in (data := file.read_bytes()):
            found[page.save_as] = hashlib.sha256(data).hexdigest()
    return found


def _index(pages: Iterable[str], public: Path) -> dict[str, bytes]:
    """Index these pages alone, whatever else has been printed."""
    with TemporaryDirectory(prefix="byline-search-") as folder:
        site = Path(folder, "site")
        for page in sorted(pages):
            (site / page).parent.mkdir(parents=True, exist_ok=True)
            (site / page).write_bytes(with_plain_words((public / page).read_bytes()))
        return settled(bundle(site, Path(folder)))


def with_plain_words(page: bytes) -> bytes:
    """The page as it is indexed: whoever types `coeur` finds `cœur`, because such words stand there twice."""
    words = sorted({word.lower() for word in LIGATURES.findall(TAG.sub(" ", page.decode()))})
    plain = " ".join(words).replace("œ", "oe").replace("æ", "ae")
    return page.replace(b"</main>", f"<p {SEARCHED.decode()}>{plain}</p></main>".encode()) if words else page


def _packed(files: Mapping[str, bytes]) -> bytes:
    names = sorted(files)
    return packed([json.dumps(names).encode(), *(files[name] for name in names)])


def _unpacked(data: bytes) -> dict[str, bytes]:
    names, *parts = unpacked(data)
    return dict(zip(json.loads(names), parts, strict=True))
