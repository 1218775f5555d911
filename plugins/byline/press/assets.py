"""The files of a theme and of the brand: each at an address that changes with its content."""

from __future__ import annotations

import re
from io import BytesIO
from pathlib import Path

from ..guard import PictureError, open_picture
from ..model import Brand, File, Picture
from ..paths import safe_file
from ..raster import scaled, webp
from ..settings import SettingsError
from ..urls import short_hash

LOGO_HEIGHT = 96  # pixels, twice what pages show
FONT_LIMIT = 14 * 1024  # bytes: what a server sends before it waits for an answer
WOFF2 = b"wOF2"
SVG = re.compile(r"<svg[^>]*>")
DRAWN = '<svg class="icon" viewBox="0 0 16 16" fill="currentColor" aria-hidden="true">'


def asset(name: str, data: bytes) -> File:
    """A file under `theme/`, its content's hash in its name."""
    stem, dot, ending = name.rpartition(".")
    return File(f"theme/{stem or ending}.{short_hash(data)}{dot if stem else ''}{ending if stem else ''}", data)


def files_of(folder: Path) -> dict[str, File]:
    """The theme's files by name."""
    paths = sorted(path for path in folder.rglob("*") if path.is_file())
    return {name: asset(name, path.read_bytes()) for path in paths if (name := path.relative_to(folder).as_posix())}


def icons(folder: Path) -> dict[str, str]:
    """SVG that pages hold themselves, so that it takes the color of the words beside it; by name."""
    return {path.stem: SVG.sub(DRAWN, path.read_text("utf-8"), count=1) for path in sorted(folder.glob("*.svg"))}


def logo(brand: Brand, beside: Path) -> tuple[Picture, File] | None:
    """The brand's logo, encoded anew; raises `SettingsError` when the picture cannot be used."""
    if not brand.logo:
        return None
    path = safe_file(beside, brand.logo)
    if path is None:
        raise SettingsError(f"brand.toml: logo: there is no file {brand.logo}")
    try:
        image = open_picture(path)
    except PictureError as error:
        raise SettingsError(f"brand.toml: logo: {brand.logo} {error}") from None
    small = scaled(image, max(1, min(image.width, round(image.width * LOGO_HEIGHT / image.height))))
    file = asset("logo.webp", webp(small))
    return Picture(brand.logo, small.width, small.height, {small.width: f"/{file.save_as}"}), file


def font(brand: Brand, beside: Path) -> File | None:
    """The brand's font; raises `SettingsError` unless it is a small WOFF2 file that can be read."""
    if not brand.font:
        return None
    path = safe_file(beside, brand.font)
    data = path.read_bytes() if path else b""
    if not data.startswith(WOFF2):
        raise SettingsError(f"brand.toml: font: {brand.font} is no WOFF2 file beside brand.toml")
    if len(data) > FONT_LIMIT:
        raise SettingsError(
            f"brand.toml: font: {brand.font} has {len(data) / 1024:.0f} KiB, and {FONT_LIMIT // 1024} are the most "
            "that a page can wait for. Keep only the characters of titles: pyftsubset --flavor=woff2."
        )
    if not _readable(data):
        raise SettingsError(f"brand.toml: font: {brand.font} is broken: make it again, or ask for another copy")
    return asset("brand.woff2", data)


def _readable(data: bytes) -> bool:
    """Whether a font can be unpacked and has characters."""
    from fontTools.ttLib import TTFont  # few brands have a font of their own

    try:
        return bool(TTFont(BytesIO(data)).getBestCmap())
    except Exception:  # noqa: BLE001  whatever stands in the noise, fontTools trips over it in its own way
        return False
