"""The repository as its own tests see it."""

from __future__ import annotations

import ast
import dataclasses
import importlib
import inspect
import pkgutil
import re
import subprocess
from collections.abc import Iterator
from pathlib import Path

import byline

ROOT = Path(__file__).parents[2]
PACKAGE = ROOT / "plugins/byline"
NO_ROOMS = {"cli", "model"}  # what stands above all rooms, and what all of them stand on
ROOMS = tuple(sorted({path.parent.name for path in PACKAGE.glob("*/__init__.py")} - NO_ROOMS))
GROUND_FLOOR = tuple(sorted({*PACKAGE.glob("*.py"), *PACKAGE.glob("model/*.py")} - {PACKAGE / "__main__.py"}))
MODULES = tuple(sorted(PACKAGE.rglob("*.py")))


def imports(path: Path, late: bool = True) -> set[str]:
    """Full names of all that a module imports, whether `from x import y` names a module or something in it.

    With `late`, also what its functions import once they are called.
    """
    parts = path.relative_to(PACKAGE.parent).with_suffix("").parts
    found: set[str] = set()
    tree = ast.parse(path.read_text("utf-8"))
    for node in ast.walk(tree) if late else tree.body:
        if isinstance(node, ast.Import):
            found.update(alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            base = ".".join(filter(None, [*parts[: -node.level], node.module])) if node.level else node.module or ""
            found.update(f"{base}.{alias.name}" for alias in node.names)
    return found


def imported_rooms(path: Path) -> set[str]:
    """The rooms that a module imports from."""
    names = (name.split(".") for name in imports(path))
    return {name[1] for name in names if name[0] == "byline" and len(name) > 1} & set(ROOMS)


def files() -> Iterator[Path]:
    """Every file of the repository, committed or about to be; generated ones are not."""
    listed = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT, capture_output=True, text=True, check=True,
    )  # fmt: skip
    for name in sorted(filter(None, listed.stdout.split("\0"))):
        if (ROOT / name).is_file():
            yield ROOT / name


def texts() -> Iterator[tuple[str, str]]:
    """Path from the root, and text, of every file that is text."""
    for path in files():
        try:
            yield path.relative_to(ROOT).as_posix(), path.read_text("utf-8")
        except UnicodeDecodeError:
            continue


WRITTEN_BY_COMMANDS = {"BYLINE_RUN"}
READING = re.compile(r"""\b(?:typed|use_settings)\((?:\w+, )?"(BYLINE_\w+)", (\w+Settings)""")


def settings_by_name() -> dict[str, type]:
    """Every settings dataclass by the name under which `pelicanconf.py` gives it."""
    names = {cls: name for path in MODULES for name, cls in READING.findall(path.read_text("utf-8"))}
    found: dict[str, type] = {}
    modules = {one.name for one in pkgutil.walk_packages(byline.__path__, "byline.")} - {"byline.__main__"}
    for module in sorted(modules):
        for name, cls in inspect.getmembers(importlib.import_module(module), dataclasses.is_dataclass):
            if name.endswith("Settings") and cls.__module__ == module:
                found[names[name]] = cls
    return {name: cls for name, cls in found.items() if name not in WRITTEN_BY_COMMANDS}
