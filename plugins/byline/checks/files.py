"""Rules about pictures as files: their weight, where they were taken, and whether anybody uses them."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path, PurePosixPath

from PIL import Image

from ..guard import FORMATS
from ..rules import Spot, rule
from .site import Whole

PICTURES = (".png", ".jpg", ".jpeg", ".gif", ".webp")
GPS = 0x8825  # Exif 2.3, 4.6.3: the tag that leads to the place
_XMP_PLACE = re.compile(rb"exif:GPSL(?:atitude|ongitude)(?:>|=[\"'])\s*[\d-]")


def _pictures(site: Whole) -> Iterator[tuple[str, Path]]:
    for path in site.files:
        if path.lower().endswith(PICTURES):
            yield path, site.content / path


@rule("heavy-picture", "advice", "Save it with fewer pixels (2,000 across are enough), or as JPEG or WebP.")
def pictures_are_light(site: Whole) -> Iterator[Spot]:
    """Readers get small copies, but whoever copies the repository, and every preview, gets the picture as it is, and
    git keeps it for ever. (`limits.picture`, in kilobytes)
    """
    limit = site.desk.editorial.limits.picture
    for path, file in _pictures(site):
        if (size := file.stat().st_size // 1000) > limit:
            yield Spot(1, f"this picture weighs {size:,} kB", path=path)


@rule("picture-location", "warning", "Export the picture without its location, and replace the file.")
def pictures_do_not_tell_where(site: Whole) -> Iterator[Spot]:
    """Telephones write into a picture where it was taken: perhaps somebody's home. Published copies never hold it, but
    the file in the repository does.
    """
    found = list(_pictures(site))
    # A file that has not been touched holds what it held: to hash all pictures would take longer than all the rest.
    items = [(path, [path, *_stamp(file)]) for path, file in found]
    told = site.ledger.remember_all("place", items, lambda index: json.dumps(tells_where(found[index][1])).encode())
    for (path, _), tells in zip(found, told, strict=True):
        if json.loads(tells):
            yield Spot(1, "this picture tells where it was taken", path=path)


def _stamp(file: Path) -> list[int]:
    status = file.stat()
    return [status.st_size, status.st_mtime_ns, status.st_ctime_ns, status.st_ino]


def tells_where(file: Path) -> bool:
    """Whether a picture's metadata (Exif or XMP) hold a place; False for one that cannot be read."""
    try:
        with Image.open(file, formats=FORMATS) as picture:
            place = picture.getexif().get_ifd(GPS)
            notes = picture.info.get("xmp") or picture.info.get("XML:com.adobe.xmp") or b""
    except Exception:  # noqa: BLE001 - a stranger's bytes may make a decoder raise anything; `guard` says so elsewhere
        return False
    written = notes if isinstance(notes, bytes) else str(notes).encode()
    return bool(2 in place or 4 in place or _XMP_PLACE.search(written))


@rule("unused-picture", "advice", "Show it in the text, or delete it.")
def pictures_are_used(site: Whole) -> Iterator[Spot]:
    """A picture in an article's folder that no text shows: often one that was renamed, or meant to be there."""
    folders = {PurePosixPath(record.source).parent for record in site.records if _has_folder(record.source)}
    for path, _ in _pictures(site):
        if path not in site.used and not folders.isdisjoint(PurePosixPath(path).parents):
            yield Spot(1, "no text shows this picture", path=path)


def _has_folder(source: str) -> bool:
    """Whether a text has a folder of its own: `why-we-moved/index.fr.md`."""
    return PurePosixPath(source).name.startswith("index.")
