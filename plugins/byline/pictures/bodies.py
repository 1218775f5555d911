"""Bodies: texts whose links and pictures lead to what is published."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from html import escape

from ..markup import LinkTarget, resolve
from ..model import Edition, Late, Picture, Site, Text
from ..paths import picture_path

Resolver = Callable[[str], LinkTarget | None]
Attributes = Mapping[str, str]


def bodies(
    edition: Edition, pictures: Mapping[str, Picture], resolver: Callable[[str], Resolver], sizes: str
) -> dict[str, Late]:
    """The final HTML of every printed text, by source path; `resolver(source)` knows where its links lead."""
    site = edition.site
    return {
        source: Late(
            (text, site, sizes, _resolved(source, text, pictures, resolver(source), site)),
            partial(_body, source, text, pictures, resolver, site.base, sizes),
        )
        for source, text in edition.texts()
    }


def _resolved(source: str, text: Text, pictures: Mapping[str, Picture], link: Resolver, site: Site) -> list[object]:
    """What the links and pictures of a text lead to; those that certainly lead to another site stay as they are."""
    return [
        pictures.get(picture_path(one.target, source) or "") if one.kind == "picture" else _led(link(one.target))
        for one in text.local(site)
    ]


def _led(target: LinkTarget | None) -> tuple[str, bool] | None:
    return (target.href, target.external) if target else None


def _body(
    source: str,
    text: Text,
    pictures: Mapping[str, Picture],
    resolver: Callable[[str], Resolver],
    base: str,
    sizes: str,
) -> str:
    return resolve(text.html, resolver(source), shown_pictures(source, pictures, base, sizes))


def shown_pictures(
    source: str, pictures: Mapping[str, Picture], base: str, sizes: str
) -> Callable[[str, Attributes], str]:
    """A function from a picture in a text to its HTML. The first one is loaded at once: readers see it first."""
    loading = iter(["eager"])

    def show(target: str, attributes: Attributes) -> str:
        found = pictures.get(picture_path(target, source) or "")
        if found is None:
            return missing(attributes.get("alt", ""))
        return picture_html(found, attributes, base, sizes, lazy=next(loading, "lazy") == "lazy")

    return show


def missing(description: str) -> str:
    """What stands in the place of a picture that is not published: its description."""
    return f'<span class="missing-picture">{escape(description)}</span>' if description.strip() else ""


def picture_html(picture: Picture, attributes: Attributes, base: str, sizes: str, lazy: bool) -> str:
    """An `<img>`, in a `<picture>` when there is AVIF; `base` precedes addresses, a width that was written counts."""
    width, height = _shown_size(picture, attributes.get("width", ""))
    sizes = f"{width}px" if width < picture.width else sizes
    given = {name: attributes[name] for name in ("title", "class") if attributes.get(name)}
    image = {
        "src": base + picture.address,
        "srcset": _srcset(picture.variants, base),
        "sizes": sizes,
        "width": str(width),
        "height": str(height),
        "alt": attributes.get("alt", ""),
        **given,
        **({"loading": "lazy"} if lazy else {}),
        "decoding": "async",
    }
    html = f"<img {_attributes(image)}>"
    if not picture.avif:
        return html
    source = {"type": "image/avif", "srcset": _srcset(picture.avif, base), "sizes": sizes}
    return f"<picture><source {_attributes(source)}>{html}</picture>"


def _shown_size(picture: Picture, written: str) -> tuple[int, int]:
    """The size in CSS pixels: as wide as the author wants, never wider than the picture."""
    wanted = int(written) if written.isascii() and written.isdigit() and len(written) < 6 else 0
    width = min(wanted or picture.width, picture.width)
    return width, max(1, round(picture.height * width / picture.width))


def _srcset(variants: Mapping[int, str], base: str) -> str:
    return ", ".join(f"{base}{variants[width]} {width}w" for width in sorted(variants))


def _attributes(values: Mapping[str, str]) -> str:
    return " ".join(f'{name}="{escape(value)}"' for name, value in values.items())
