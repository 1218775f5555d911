"""The index of what was printed: which pages are searched, and the files that a browser needs for it."""

from __future__ import annotations

import hashlib
import json
import logging
import re
from collections.abc import Mapping
from importlib.metadata import version
from pathlib import Path
from tempfile import TemporaryDirectory

from ..build import Build
from ..ledger import packed, unpacked
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
    files = public_files(build, public)
    pages = searched_pages(files)
    if not pages:
        log.warning("nothing can be searched: no page of this theme says %s", SEARCHED.decode())
        return
    inputs = [version("pagefind"), sorted(pages.items())]
    made = build.ledger.remember(
        "search", FOLDER, inputs, lambda: _packed(_index({page: files[page] for page in pages}))
    )
    for name, data in _unpacked(made).items():
        path = public / FOLDER / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)


def public_files(build: Build, public: Path) -> dict[str, Path]:
    """Every page that may be found, by its name; those that were kept stand where they are read."""
    found = (page for page in build.pages if not (page.internal or page.noindex))
    return {page.save_as: build.page_file(page, public) for page in found}


def searched_pages(files: Mapping[str, Path]) -> dict[str, str]:
    """The hash of every page to be searched, by its name: those whose text the theme marks."""
    found = {}
    for name, file in files.items():
        if file.is_file() and SEARCHED in (data := file.read_bytes()):
            found[name] = hashlib.sha256(data).hexdigest()
    return found


def _index(pages: Mapping[str, Path]) -> dict[str, bytes]:
    """Index these pages alone, whatever else has been printed."""
    with TemporaryDirectory(prefix="byline-search-") as folder:
        site = Path(folder, "site")
        for name, file in sorted(pages.items()):
            (site / name).parent.mkdir(parents=True, exist_ok=True)
            (site / name).write_bytes(with_plain_words(file.read_bytes()))
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
