"""What a site may set about its pictures: `BYLINE_PICTURES`."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from annotated_types import Interval, MinLen


@dataclass(frozen=True)
class PictureSettings:
    """Settings of the room.

    widths   in pixels, of the variants that browsers choose from
    avif     also offer AVIF: smaller files, much slower first build
    quality  of WebP and AVIF, 1 to 100
    sizes    how wide a picture stands in a page, as in the `sizes` attribute of HTML
    """

    widths: Annotated[tuple[Annotated[int, Interval(ge=16, le=4096)], ...], MinLen(1)] = (480, 960, 1440)
    avif: bool = False
    quality: Annotated[int, Interval(ge=1, le=100)] = 80
    sizes: str = "(min-width: 48rem) 45rem, 100vw"
