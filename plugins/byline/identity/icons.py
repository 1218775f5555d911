"""The site's icon: the brand's logo when it fits a square, else its initials on the accent."""

from __future__ import annotations

import re
from io import BytesIO
from pathlib import Path

from PIL import Image, ImageColor, ImageDraw, ImageFont

from ..guard import PictureError, open_picture
from ..model import Brand, Site, initials
from ..paths import safe_file
from ..raster import scaled

SIDE = 512
SQUARISH = 1.5  # a longer logo would be a line at 32 pixels
LOGO, LETTERS, HEIGHT = 0.8, 0.72, 0.48  # of the side: the width of each, and the height of letters
WEIGHT = re.compile(r"(?<!\d)[1-9]00(?!\d)")


def drawn(brand: Brand, site: Site, fonts: Path, beside: Path) -> Image.Image:
    """The icon with sides of 512 pixels. `fonts` are the theme's, `beside` is the folder of `brand.toml`."""
    logo = _logo(brand, beside)
    if logo:
        icon = Image.new("RGB", (SIDE, SIDE), brand.paper)
        icon.paste(logo, ((SIDE - logo.width) // 2, (SIDE - logo.height) // 2), logo)
        return icon
    icon = Image.new("RGB", (SIDE, SIDE), brand.accent)
    letters = initials(brand.name or site.organisation or site.name)
    font = _font(fonts, letters)
    if letters and font:
        _write(icon, letters, font, _on_accent(brand))
    else:
        _underline(icon, _on_accent(brand))
    return icon


def png(icon: Image.Image, width: int) -> bytes:
    """The icon at a width in pixels."""
    out = BytesIO()
    scaled(icon, width).save(out, "PNG", optimize=True)
    return out.getvalue()


def favicon(icon: Image.Image) -> bytes:
    """The icon as `favicon.ico`, in the two sizes that browsers show."""
    out = BytesIO()
    icon.save(out, "ICO", sizes=[(16, 16), (32, 32)])
    return out.getvalue()


def _logo(brand: Brand, beside: Path) -> Image.Image | None:
    """The logo in its place, unless there is none that fits; the theme says so when it cannot be used at all."""
    path = safe_file(beside, brand.logo) if brand.logo else None
    if path is None:
        return None
    try:
        logo = open_picture(path).convert("RGBA")
    except PictureError:
        return None
    longer = max(logo.size)
    return scaled(logo, round(SIDE * LOGO * logo.width / longer)) if longer <= SQUARISH * min(logo.size) else None


def _on_accent(brand: Brand) -> str:
    """Paper or ink, whichever is further from the accent in lightness."""
    return max((brand.paper, brand.ink), key=lambda color: abs(_lightness(color) - _lightness(brand.accent)))


def _lightness(color: str) -> float:
    red, green, blue = ImageColor.getrgb(color)[:3]
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _font(folder: Path, letters: str) -> Path | None:
    """The heaviest of the theme's fonts that has these letters."""
    from fontTools.ttLib import TTFont  # only who draws an icon waits for it

    wanted = {ord(letter) for letter in letters}
    for file in sorted(folder.glob("*.woff*"), key=lambda file: (-_weight(file), file.name)):
        with TTFont(file, lazy=True) as opened:
            if wanted <= set(opened.getBestCmap() or ()):
                return file
    return None


def _weight(file: Path) -> int:
    found = WEIGHT.search(file.stem)
    return int(found[0]) if found else 0


def _write(icon: Image.Image, letters: str, file: Path, color: str) -> None:
    """The letters in the middle, by what is seen of them: fonts put different room around each."""
    # The plain engine is in every Pillow, so the letters are the same everywhere.
    font = ImageFont.truetype(str(file), SIDE, layout_engine=ImageFont.Layout.BASIC)
    mask = Image.new("L", (SIDE * 3, SIDE * 2))
    ImageDraw.Draw(mask).text((SIDE // 2, SIDE // 2), letters, 255, font)
    seen = mask.crop(mask.getbbox())
    part = min(LETTERS * SIDE / seen.width, HEIGHT * SIDE / seen.height)
    small = seen.resize((round(seen.width * part), round(seen.height * part)), Image.Resampling.LANCZOS)
    icon.paste(color, ((SIDE - small.width) // 2, (SIDE - small.height) // 2), small)


def _underline(icon: Image.Image, color: str) -> None:
    """Where a name begins with no letter that a font has: the line on which one signs."""
    ImageDraw.Draw(icon).rectangle((SIDE * 0.2, SIDE * 0.66, SIDE * 0.8, SIDE * 0.74), color)
