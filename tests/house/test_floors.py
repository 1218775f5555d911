"""Two floors: rooms stand on the ground floor, know nothing of each other, and meet Pelican in one place each."""

from __future__ import annotations

import ast
import subprocess
import sys
from collections.abc import Callable, Iterable
from pathlib import Path

from house.sources import GROUND_FLOOR, MODULES, PACKAGE, ROOMS, imported_rooms, imports

# A worker process inherits its task through this name, because a function cannot always be sent to it.
STATE = {"_task"}
MAY_KNOW_PELICAN = {"glue.py"}


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
    assert {"edition.py", "urls.py"} <= {path.name for path in GROUND_FLOOR}


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


COUNTS = {
    "crawleruseragents",
    "duckdb",
    "ibis",
    "numpy",
    "pandas",
    "pyarrow",
    "pyspark",
}


def reached(path: Path, seen: set[Path]) -> None:
    """Adds to `seen` every module of the package that comes with a module as soon as that is imported."""
    if path in seen:
        return
    seen.add(path)
    for name in imports(path, late=False):
        parts = name.split(".")
        for end in range(2, len(parts) + 1) if parts[0] == "byline" else ():
            module = PACKAGE.joinpath(*parts[1:end])
            for file in (module.with_suffix(".py"), module / "__init__.py"):
                if file.is_file():
                    reached(file, seen)


def test_no_plugin_comes_with_what_counts() -> None:
    """`byline[measure]` costs seconds and hundreds of megabytes, and only reports and imports need it."""
    seen: set[Path] = set()
    for plugin in PACKAGE.glob("*/plugin.py"):
        reached(plugin, seen)

    assert offenders(seen, loaded) == {}


def loaded(path: Path) -> set[str]:
    return {name.split(".")[0] for name in imports(path, late=False)} & COUNTS


def test_the_command_line_loads_what_counts_only_when_asked() -> None:
    asked = "import sys, byline.cli, byline.glue; print(*sorted({name.split('.')[0] for name in sys.modules}))"
    loaded = subprocess.run([sys.executable, "-c", asked], capture_output=True, text=True, check=True).stdout.split()

    assert COUNTS & set(loaded) == set()
