"""What this room prints."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import asdict
from pathlib import Path

from ..build import Build
from ..ledger import packed, unpacked
from ..model import Brand, File, Site
from ..paths import safe_file
from ..urls import short_hash
from .icons import drawn, favicon, png
from .security import IdentitySettings, lapsing, security_txt

WIDTHS = (32, 180, 192, 512)  # browsers; Apple; Android, twice


def identity_files(build: Build) -> Iterator[File]:
    """The icons, whose addresses go into `build.icons`; the manifest; security.txt while it is valid."""
    settings = build.setting(IdentitySettings)
    build.findings += lapsing(settings, build.now)
    if settings.valid(build.now):
        yield File(".well-known/security.txt", security_txt(settings, build.site, build.edition.langs))
    if build.run.checking:  # nobody's text leads to an icon
        return
    *pictures, favorite = _pictures(build)
    files = {width: _named(width, data) for width, data in zip(WIDTHS, pictures, strict=True)}
    build.icons = {width: f"/{file.save_as}" for width, file in files.items()}
    yield from files.values()
    # Browsers and feed readers ask for this one by its name, without having read any page.
    yield File("favicon.ico", favorite)
    yield File("manifest.webmanifest", manifest(build.site, build.brand, build.icons))


def _pictures(build: Build) -> list[bytes]:
    """The icon in each width, then as `favicon.ico`; drawn anew when brand, names, fonts or logo changed."""
    fonts, logo = Path(build.context["THEME"]) / "fonts", safe_file(build.run.root, build.brand.logo or ".")
    inputs = [asdict(build.brand), build.site.name, build.site.organisation, logo.read_bytes() if logo else b""]
    inputs += [[file.name, file.read_bytes()] for file in sorted(fonts.glob("*.woff*"))]

    def draw() -> bytes:
        icon = drawn(build.brand, build.site, fonts, build.run.root)
        return packed([*(png(icon, width) for width in WIDTHS), favicon(icon)])

    return unpacked(build.ledger.remember("icons", "icons", inputs, draw))


def _named(width: int, data: bytes) -> File:
    return File(f"icons/icon-{width}.{short_hash(data)}.png", data)


def manifest(site: Site, brand: Brand, icons: Mapping[int, str]) -> bytes:
    """The web app manifest (w3.org/TR/appmanifest). A blog stays in the browser: nobody is asked to install it."""
    document = {
        "name": site.name,
        "short_name": brand.name or site.name,
        "lang": site.lang,
        "start_url": f"{site.base}/",
        "scope": f"{site.base}/",
        "display": "browser",
        "theme_color": brand.accent,
        "background_color": brand.paper,
        "icons": [
            {"src": site.base + address, "sizes": f"{width}x{width}", "type": "image/png"}
            for width, address in sorted(icons.items())
        ],
    }
    return (json.dumps(document, ensure_ascii=False, indent=1) + "\n").encode()
