"""Sprites: small pictures on a card, such as portraits, the logo and emoji, made ready for their ground once."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cache, lru_cache
from pathlib import Path

from PIL import Image, ImageDraw

from ..guard import PictureError, open_picture
from ..paths import safe_file
from ..raster import square
from .faces import Run
from .fonts import EMOJI_AT, EMOJI_WIDTH, Fonts
from .palette import RGB

SMOOTH = 4  # edges are drawn so many times as large, and made smaller
PORTRAIT_COLORS = 24  # five of them leave room for the layout's own
OTHER_COLORS = 24


@dataclass(frozen=True)
class Sprite:
    """A picture on its ground: `places` in its own palette, drawn only where `mask` is."""

    picture: Image.Image
    mask: Image.Image
    places: Image.Image
    colors: tuple[RGB, ...]


@dataclass
class Sprites:
    """Makes each sprite once. Pictures are opened by the guard; one that cannot be used is none."""

    content: Path
    fonts: Fonts
    logo_file: Path | None = None
    portrait: Callable[[str, int, int, RGB], Sprite | None] = field(init=False)
    emoji: Callable[[Run, int, RGB], Sprite] = field(init=False)
    logo: Callable[[int, int, RGB], Sprite | None] = field(init=False)

    def __post_init__(self) -> None:
        self.portrait = lru_cache(maxsize=512)(self._portrait)
        self.emoji = lru_cache(maxsize=64)(self._emoji)
        self.logo = lru_cache(maxsize=8)(self._logo)

    def cover(self, path: str, size: tuple[int, int]) -> Image.Image | None:
        """A picture that fills a size, its middle shown."""
        picture = self._opened(safe_file(self.content, path))
        if not picture:
            return None
        width, height = size
        scale = max(width / picture.width, height / picture.height)
        part = (round(width / scale), round(height / scale))
        left, top = (picture.width - part[0]) // 2, (picture.height - part[1]) // 2
        whole = picture.resize(
            size, Image.Resampling.LANCZOS, (left, top, left + part[0], top + part[1]), reducing_gap=3.0
        )
        return _flat(whole, (255, 255, 255))

    def _portrait(self, path: str, size: int, rim: int, ground: RGB) -> Sprite | None:
        picture = self._opened(safe_file(self.content, path))
        if not picture:
            return None
        across = size - 2 * rim
        disc = Image.new("RGB", (size, size), ground)
        disc.paste(_flat(square(picture, across), ground), (rim, rim), disc_mask(across, across))
        return _sprite(disc, disc_mask(size, size), PORTRAIT_COLORS)

    def _emoji(self, run: Run, size: int, ground: RGB) -> Sprite:
        font = self.fonts.opened(run.face, EMOJI_AT)
        box = font.getbbox(run.text)
        drawn = Image.new("RGBA", (max(1, int(box[2])), max(1, int(box[3]))))
        ImageDraw.Draw(drawn).text((0, 0), run.text, font=font, embedded_color=True)
        width = max(1, round(self.fonts.advance(run, "") * size))
        small = drawn.resize((width, max(1, round(EMOJI_WIDTH * size * 0.94))), Image.Resampling.LANCZOS)
        return _sprite(_flat(small, ground), small.getchannel("A"), OTHER_COLORS)

    def _logo(self, width: int, height: int, ground: RGB) -> Sprite | None:
        picture = self._opened(self.logo_file)
        if not picture:
            return None
        picture = picture.convert("RGBA")
        scale = min(width / picture.width, height / picture.height)
        size = (max(1, round(picture.width * scale)), max(1, round(picture.height * scale)))
        small = picture.resize(size, Image.Resampling.LANCZOS)
        return _sprite(_flat(small, ground), small.getchannel("A"), OTHER_COLORS)

    def _opened(self, path: Path | None) -> Image.Image | None:
        try:
            return open_picture(path) if path else None
        except PictureError:  # whoever reads what people wrote has said so: `profiles`, `pictures`
            return None


@cache
def disc_mask(width: int, height: int, ring: int = 0) -> Image.Image:
    """How much of each pixel an ellipse that fills a box covers; with `ring`, its edge of that width."""
    large = Image.new("L", (width * SMOOTH, height * SMOOTH))
    draw = ImageDraw.Draw(large)
    corners = (0, 0, width * SMOOTH - 1, height * SMOOTH - 1)
    if ring:
        draw.ellipse(corners, outline=255, width=ring * SMOOTH)
    else:
        draw.ellipse(corners, fill=255)
    return large.resize((width, height), Image.Resampling.BOX)


def as_places(sprite: Sprite, place_of: Callable[[RGB], int]) -> Image.Image:
    """The sprite in a card's own palette."""
    places: Mapping[int, int] = {number: place_of(color) for number, color in enumerate(sprite.colors)}
    return sprite.places.point([places.get(number, 0) for number in range(256)])


def _flat(picture: Image.Image, ground: RGB) -> Image.Image:
    if picture.mode != "RGBA":
        return picture.convert("RGB")
    flat = Image.new("RGB", picture.size, ground)
    flat.paste(picture, mask=picture.getchannel("A"))
    return flat


def _sprite(picture: Image.Image, alpha: Image.Image, count: int) -> Sprite:
    small = picture.quantize(count, Image.Quantize.MEDIANCUT, kmeans=1, dither=Image.Dither.NONE)
    flat = small.getpalette() or []
    colors = tuple((flat[at], flat[at + 1], flat[at + 2]) for at in range(0, len(flat), 3))
    places = Image.frombytes("L", small.size, small.tobytes())
    return Sprite(picture, alpha.point([0, *[255] * 255]), places, colors[:count])
