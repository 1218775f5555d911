"""What was edited: texts, looks, behaviour and settings, but nothing that editors and builds leave behind."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from watchfiles import watch

from ..sources import DROPPINGS

STEP = 50  # milliseconds of quiet after which a save is over
TURN = 100  # milliseconds for which texts, looks and behaviour are waited for
GLANCE = 1  # milliseconds for settings in between: a text that was saved is not to wait for them
# Settings, and the logo and the font that `brand.toml` names.
SETTINGS = (".py", ".toml", ".png", ".jpg", ".jpeg", ".webp", ".woff2")


def changes(root: Path, folders: Iterable[Path], made: Iterable[Path]) -> Iterator[frozenset[Path]]:
    """Files that were edited together, without end: all below the folders, and settings and brand right in `root`.

    The first are none, and come as soon as nothing can be missed any more. What happens while nobody asks is kept.
    What a build has `made` is no edit, or it would be the cause of the next one.
    """
    real, trees = root.resolve(), [folder.resolve() for folder in folders if folder.is_dir()]
    own = [path.resolve() for path in made]
    # A settings file is watched through its folder: an editor that replaces it would take the watch away with it.
    # The whole folder is not, because it holds the installed tools and what is built.
    below = watch(*trees, watch_filter=None, step=STEP, rust_timeout=TURN, yield_on_timeout=True)
    beside = watch(real, watch_filter=None, step=GLANCE, rust_timeout=GLANCE, yield_on_timeout=True, recursive=False)
    quiet = False
    for both in zip(beside, below, strict=True):  # settings first: their save has a whole turn to be over
        paths = {Path(path) for found in both for _, path in found}
        edited = frozenset(path for path in paths if is_edited(path, real, trees, own))
        if edited or not quiet:
            yield edited
        quiet = True


def is_edited(path: Path, root: Path, trees: Sequence[Path], made: Sequence[Path] = ()) -> bool:
    """Whether a change there is somebody's work that a build would show."""
    if any(path.is_relative_to(folder) for folder in made):
        return False
    if path.parent == root and path.suffix in SETTINGS:
        return not path.name.startswith(".")
    inside = [path.relative_to(tree).parts for tree in trees if path.is_relative_to(tree)]
    return any(parts and not any(map(_left_behind, parts)) for parts in inside)


def _left_behind(name: str) -> bool:
    return name.startswith(".") or name == "__pycache__" or name.endswith(DROPPINGS)
