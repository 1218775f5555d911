"""Two floors: rooms stand on the ground floor, know nothing of each other, and meet Pelican in one place each."""

from __future__ import annotations

import ast
from collections.abc import Callable, Iterable
from pathlib import Path

from house.sources import GROUND_FLOOR, MODULES, PACKAGE, ROOMS, imported_rooms, imports

# A worker process inherits its task through this name, because a function cannot always be sent to it.
STATE = {"_task"}
MAY_KNOW_PELICAN = {"glue.py", "cli.py", "__main__.py"}


def offenders(paths: Iterable[Path], fault: Callable[[Path], set[str]]) -> dict[str, set[str]]:
    """What is wrong with each module, by its path in the package; modules that are right are absent."""
    found = {path.relative_to(PACKAGE).as_posix(): fault(path) for path in paths}
    return {name: faults for name, faults in found.items() if faults}


def pelican_imports(path: Path) -> set[str]:
    return {name for name in imports(path) if name.split(".")[0] == "pelican"}


def globals_changed(path: Path) -> set[str]:
    nodes = ast.walk(ast.parse(path.read_text("utf-8")))
    return {name for node in nodes if isinstance(node, ast.Global) for name in node.names}


def test_the_house_is_found() -> None:
    assert {"manuscripts", "edition", "press"} <= set(ROOMS)
    assert {"model.py", "urls.py"} <= {path.name for path in GROUND_FLOOR}


def test_the_ground_floor_imports_no_room() -> None:
    assert offenders(GROUND_FLOOR, imported_rooms) == {}


def test_a_room_imports_no_other_room() -> None:
    in_rooms = [path for room in ROOMS for path in (PACKAGE / room).rglob("*.py")]

    assert offenders(in_rooms, lambda path: imported_rooms(path) - {path.relative_to(PACKAGE).parts[0]}) == {}


def test_pelican_is_known_only_where_it_is_plugged_in() -> None:
    found = offenders(MODULES, pelican_imports)
    elsewhere = {name for name in found if not name.startswith("press/") and not name.endswith("/plugin.py")}

    assert elsewhere <= MAY_KNOW_PELICAN


def test_signals_are_connected_only_in_a_plugin() -> None:
    others = [path for path in MODULES if path.name != "plugin.py"]

    assert offenders(others, lambda path: {name for name in imports(path) if name.startswith("pelican.signals")}) == {}


def test_modules_keep_no_state() -> None:
    assert offenders(MODULES, lambda path: globals_changed(path) - STATE) == {}
