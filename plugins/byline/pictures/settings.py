"""What a site may set about its pictures: `BYLINE_PICTURES`."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from annotated_types import Interval, MinLen

from ..settings import setting


@dataclass(frozen=True)
class PictureSettings:
    """`BYLINE_PICTURES`."""

    widths: Annotated[tuple[Annotated[int, Interval(ge=16, le=4096)], ...], MinLen(1)] = setting(
        (480, 960, 1440),
        "in pixels, of the variants that browsers choose from; 16 to 4096",
    )
    avif: bool = setting(False, "also offer AVIF: smaller files, a much slower first build")
    quality: Annotated[int, Interval(ge=1, le=100)] = setting(80, "of WebP and AVIF, 1 to 100")
    sizes: str = setting(
        "(min-width: 48rem) 45rem, 100vw",
        "how wide a picture stands in a page, as in the `sizes` attribute of HTML",
    )
