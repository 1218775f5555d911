"""What the XML of an office document says that Pandoc does not: who wrote it, and what will not arrive."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from lxml import etree

from .package import RELATIONS, Package

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
DC = "{http://purl.org/dc/elements/1.1/}"
OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
DRAW = "{urn:oasis:names:tc:opendocument:xmlns:drawing:1.0}"
STYLE = "{urn:oasis:names:tc:opendocument:xmlns:style:1.0}"
SVG = "{urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0}"
MATH = "{http://www.w3.org/1998/Math/MathML}"
HREF = "{http://www.w3.org/1999/xlink}href"
CHARTS = ("/chart", "/diagram")


@dataclass(frozen=True)
class Facts:
    """What is known of a document.

    title           as its properties give it
    styled          the text of its paragraph in the style "Title", when there is one
    descriptions    of pictures, by target
    remote          addresses of pictures that are not in the document
    lost            how many comments, changes, boxes and drawings do not arrive, by kind
    """

    title: str = ""
    styled: str = ""
    author: str = ""
    descriptions: Mapping[str, str] = field(default_factory=dict)
    remote: tuple[str, ...] = ()
    lost: Mapping[str, int] = field(default_factory=dict)


def facts_of(package: Package) -> Facts:
    """The facts of a package of either form."""
    return _odt(package) if package.form == "odt" else _docx(package)


def _docx(package: Package) -> Facts:
    text, properties = package.xml(package.main), package.xml("docProps/core.xml")
    # Programs write a box or drawing twice, the second time for programs of before 2010.
    elements = [one for one in text.iter(etree.Element) if next(one.iterancestors(f"{MC}Fallback"), None) is None]
    relations = package.xml(package.main.replace("word/", "word/_rels/") + ".rels")
    remote = (one.get("Target", "") for one in relations.iter(RELATIONS) if _is_remote_picture(one))
    lost = {
        "comment": _count(elements, f"{W}commentReference"),
        "change": _count(elements, *(f"{W}{name}" for name in ("ins", "del", "moveFrom", "moveTo"))),
        "box": _count(elements, f"{W}txbxContent"),
        "drawing": _count(elements, f"{W}object")
        + sum(any(kind in one.get("uri", "") for kind in CHARTS) for one in elements),
    }
    return Facts(
        _said(properties, f"{DC}title"), "", _said(properties, f"{DC}creator"), {}, tuple(dict.fromkeys(remote)), lost
    )


def _is_remote_picture(relation: etree._Element) -> bool:
    return bool(relation.get("TargetMode") == "External" and relation.get("Type", "").endswith("/image"))


def _odt(package: Package) -> Facts:
    text, properties = package.xml(package.main), package.xml("meta.xml")
    elements = list(text.iter(etree.Element))
    pictures = [one for one in elements if one.tag == f"{DRAW}image"]
    formulas = [one for one in elements if one.tag == f"{DRAW}object" and _is_formula(package, one)]
    boxes = [one for one in elements if one.tag == f"{DRAW}text-box" and one.find(f".//{DRAW}image") is None]
    lost = {
        "comment": _count(elements, f"{OFFICE}annotation"),
        "change": _count(elements, f"{TEXT}changed-region"),
        "box": len(boxes),
        "drawing": _count(elements, f"{DRAW}object", f"{DRAW}object-ole", f"{DRAW}custom-shape") - len(formulas),
    }
    return Facts(
        _said(properties, f"{DC}title"),
        _styled(text),
        _said(properties, f"{DC}creator"),
        {one.get(HREF, ""): _description(one) for one in pictures},
        tuple(dict.fromkeys(target for one in pictures if "://" in (target := one.get(HREF, "")))),
        lost,
    )


def _is_formula(package: Package, drawn: etree._Element) -> bool:
    name = drawn.get(HREF, "").removeprefix("./")
    return bool(package.xml(f"{name}/content.xml").tag == f"{MATH}math")


def _description(picture: etree._Element) -> str:
    frame = picture.getparent()
    words = ("".join(frame.findtext(f"{SVG}{name}", "")) for name in ("desc", "title")) if frame is not None else ()
    return next(filter(None, (" ".join(one.split()) for one in words)), "")


def _styled(text: etree._Element) -> str:
    """The first paragraph whose style is "Title", or a variation of it that the program made up."""
    styles = text.iter(f"{STYLE}style")
    titles = {"Title", *(s.get(f"{STYLE}name") for s in styles if s.get(f"{STYLE}parent-style-name") == "Title")}
    paragraphs = (one for one in text.iter(f"{TEXT}p", f"{TEXT}h") if one.get(f"{TEXT}style-name") in titles)
    return next(("".join(map(str, one.itertext())) for one in paragraphs), "")


def _said(properties: etree._Element, name: str) -> str:
    return " ".join((properties.findtext(f".//{name}") or "").split())


def _count(elements: Iterable[etree._Element], *names: str) -> int:
    return sum(one.tag in names for one in elements)
