"""A chart as SVG that stands in a page: named and described for those who do not see it, colored by a style sheet.

No color, font or script is in it: `charts.css` knows both schemes and paper. The same chart is always the same text.
"""

from __future__ import annotations

from pathlib import Path
from xml.etree import ElementTree as ET

from markupsafe import Markup

from .charts import WIDTH, Box, Chart, Rule, Word

STYLE = Path(__file__).with_name("charts.css")


def svg(chart: Chart, id: str) -> Markup:
    """The chart as an element; `id` begins the ids in it, and is used once on a page."""
    size = {"viewBox": f"0 0 {WIDTH} {_number(chart.height)}"}
    said = {"role": "img", "aria-labelledby": f"{id}-title", "aria-describedby": f"{id}-about"}
    root = ET.Element("svg", {"class": "chart", **size, **said})
    ET.SubElement(root, "title", {"id": f"{id}-title"}).text = chart.title
    ET.SubElement(root, "desc", {"id": f"{id}-about"}).text = chart.about
    for mark in chart.marks:
        _draw(root, mark)
    return Markup(ET.tostring(root, encoding="unicode"))  # noqa: S704  every text in it is escaped by ElementTree


def _draw(root: ET.Element, mark: Box | Word | Rule) -> None:
    if isinstance(mark, Box):
        places = {"x": mark.x, "y": mark.y, "width": mark.width, "height": max(0.0, mark.height), "rx": mark.round}
        ET.SubElement(root, "rect", {"class": mark.look, **_numbers(places)})
    elif isinstance(mark, Rule):
        ends = {"x1": mark.x1, "y1": mark.y1, "x2": mark.x2, "y2": mark.y2}
        ET.SubElement(root, "line", {"class": mark.look, **_numbers(ends)})
    else:
        given = _numbers({"x": mark.x, "y": mark.y}) | {"text-anchor": mark.anchor}
        given |= {"class": mark.look} if mark.look else {}
        given |= {"transform": f"rotate({mark.turn} {given['x']} {given['y']})"} if mark.turn else {}
        ET.SubElement(root, "text", given).text = mark.text


def _numbers(places: dict[str, float]) -> dict[str, str]:
    return {name: _number(place) for name, place in places.items()}


def _number(value: float) -> str:
    """As short as it can be said, the same on every machine."""
    return f"{value:.1f}".removesuffix(".0")
