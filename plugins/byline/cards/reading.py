"""Reading layouts: from TOML to `CardLayout`, with file, key and what was expected for every mistake at once."""

from __future__ import annotations

import json
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from pydantic import TypeAdapter

from ..settings import SettingsError, nearest, typed
from .layers import HEIGHT, WIDTH, Block, CoverLayer, Disc, Layer, LogoLayer, PortraitLayer, TextLayer
from .layout import CardLayout, covers, has_color, inside, touches

KINDS: Mapping[str, type] = {
    "box": Block,
    "disc": Disc,
    "text": TextLayer,
    "portraits": PortraitLayer,
    "logo": LogoLayer,
    "cover": CoverLayer,
}
CARD = (0, 0, WIDTH, HEIGHT)


def read_layouts(folders: Sequence[Path]) -> dict[str, CardLayout]:
    """Layouts by name, which is the file's; one in an earlier folder takes the place of one in a later.

    Raises SettingsError with every fault of every file.
    """
    files = {file.stem: file for folder in reversed(folders) for file in sorted(folder.glob("*.toml"))}
    layouts, faults = dict[str, CardLayout](), list[str]()
    for name, file in sorted(files.items()):
        try:
            layouts[name] = _layout(file)
        except SettingsError as error:
            faults.append(str(error))
    if faults:
        raise SettingsError("\n".join(faults))
    return layouts


def layout_schema() -> str:
    """The JSON Schema (draft 2020-12) of a layout, for editors."""
    schema = TypeAdapter(CardLayout).json_schema()
    head = {"$schema": "https://json-schema.org/draft/2020-12/schema"}
    return json.dumps({**head, **schema, "title": "Card layout"}, indent=2) + "\n"


def _layout(file: Path) -> CardLayout:
    where = f"cards/{file.name}"
    try:
        values = tomllib.loads(file.read_text("utf-8-sig"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise SettingsError(f"{where}: this is not TOML: {error}") from None
    values.pop("$schema", None)
    try:
        layout = typed(where, CardLayout, values)
    except SettingsError:
        given = values.get("layers")
        layers = given if isinstance(given, list) and all(isinstance(one, dict) for one in given) else []
        faults = [str(fault) for number, one in enumerate(layers, 1) if (fault := _fault(where, number, one))]
        if faults:  # they say better which layer is meant
            raise SettingsError("\n".join(faults)) from None
        raise
    if misplaced := list(_misplaced(where, layout)):
        raise SettingsError("\n".join(misplaced))
    return layout


def _fault(where: str, number: int, values: dict[str, Any]) -> SettingsError | None:
    """What is wrong with one layer, named as its designer named it."""
    name = f"{where}: layer {values.get('name', number)!r}"
    draws = str(values.get("draws"))
    if draws not in KINDS:
        meant = nearest(draws, KINDS)
        hint = f" Did you mean {meant!r}?" if meant else ""
        return SettingsError(f"{name}: draws cannot be {draws!r}: write one of {', '.join(KINDS)}.{hint}")
    try:
        typed(name, KINDS[draws], values)
    except SettingsError as error:
        return error
    return None


def _misplaced(where: str, layout: CardLayout) -> Iterator[str]:
    """What cannot be seen, or not be read, where it stands."""
    names = [layer.name for layer in layout.layers]
    for number, layer in enumerate(layout.layers):
        said = f"{where}: layer {layer.name!r}"
        if layer.name in names[:number]:
            yield f"{said}: there is another of this name"
        if isinstance(layer, Block | Disc | CoverLayer):
            continue
        if not inside(layer.box, CARD):
            yield f"{said}: box {list(layer.box)} leaves the card, which is {WIDTH} by {HEIGHT}"
        elif isinstance(layer, TextLayer | PortraitLayer):
            yield from (f"{said}: {fault}" for fault in _unreadable(layer, number, layout))


def _unreadable(layer: TextLayer | PortraitLayer, number: int, layout: CardLayout) -> Iterator[str]:
    if not layer.beside and not inside(layer.box, layout.safe):
        yield f"box {list(layer.box)} leaves the safe area {list(layout.safe)}: move it in, or write beside = true"
    if isinstance(layer, TextLayer) and list(layer.sizes) != sorted(set(layer.sizes), reverse=True):
        yield f"sizes cannot be {list(layer.sizes)}: write the largest first"
    if isinstance(layer, TextLayer) and layer.takes and layer.takes not in {one.name for one in layout.texts}:
        yield f"takes cannot be {layer.takes!r}: write the name of another layer of text"
    half = [one.name for one in layout.layers[:number] if _half_under(one, layer)]
    if half:
        yield f"stands half on {', '.join(map(repr, half))}: move it wholly on one color"
    if isinstance(layer, TextLayer) and layer.color == layout.grounds[layer.name]:
        yield f"color {layer.color!r} stands on the same color"


def _half_under(below: Layer, layer: Layer) -> bool:
    colored = has_color(below) or isinstance(below, Disc | PortraitLayer)
    return colored and touches(below, layer.box) and not covers(below, layer.box)
