"""The pictures that the hub carries with it: cards, codes, portraits, and the media kits of campaigns."""

from __future__ import annotations

import io
from collections.abc import Mapping
from datetime import date
from functools import cache
from pathlib import Path, PurePosixPath

import segno
from PIL import Image, ImageOps

from ..guard import PictureError, open_picture
from ..model import Campaign, Media
from ..raster import scaled

CODE_SCALE = 12  # pixels for each module: some 500 wide, sharp on paper and on a slide
CODE_EDGE = 4  # modules of white around a code (ISO/IEC 18004)
# Readers undo any of the eight patterns that break up areas of one color. Trying all to find the prettiest takes longer
# than everything else of a code, for each article of the hub.
CODE_PATTERN = 3
KIT_WIDTH = 2048


@cache
def code_png(target: str) -> bytes:
    """A QR code of an address. A quarter of it may be covered by a logo or a stain and it still leads there."""
    code = segno.make(target, error="q", micro=False, mask=CODE_PATTERN)
    width = len(code.matrix)
    modules = Image.frombytes("P", (width, width), b"".join(code.matrix))
    modules.putpalette([255, 255, 255, 0, 0, 0])
    edged = ImageOps.expand(modules, CODE_EDGE, 0)
    made = io.BytesIO()
    # A picture with a palette is compressed as it is; of any other Pillow first tries five filters on each line.
    edged.resize((edged.width * CODE_SCALE,) * 2, Image.Resampling.NEAREST).save(made, "PNG", bits=1)
    return made.getvalue()


def kit_name(campaign: Campaign, media: Media) -> str:
    """Where a picture of a media kit stands in the hub."""
    return f"media/{campaign.id}/{PurePosixPath(media.file).stem}.png"


def kit_png(file: Path) -> bytes:
    """A picture of a media kit, written anew without what cameras note in it. Empty if it is none."""
    try:
        image = open_picture(file)
    except PictureError:
        return b""
    made = io.BytesIO()
    scaled(image, min(image.width, KIT_WIDTH)).save(made, "PNG", optimize=True)
    return made.getvalue()


def usable(campaign: Campaign, today: date) -> Mapping[str, Media]:
    """The pictures and films that may be used on a day, by where they stand."""
    return {kit_name(campaign, one) if one.file else one.url: one for one in campaign.media if one.usable(today)}
