"""Questions about the machine: is everything here that a build, a card or a test needs?"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from .diagnosis import Diagnosis

GIGABYTE = 10**9
NEEDED_DISK = GIGABYTE  # a site of 10,000 pages with pictures, twice: the old one stays until the new one is verified

# The scripts whose fonts are most often missing, by the start of their Noto file names.
SCRIPT_FONTS = {
    "Arabic": "NotoSansArabic",
    "Chinese, Japanese, Korean": "NotoSansCJK",
    "Devanagari": "NotoSansDevanagari",
    "Hebrew": "NotoSansHebrew",
    "Thai": "NotoSansThai",
}


def python(version: tuple[int, int]) -> Diagnosis:
    """Is Python new enough? `version` is major and minor."""
    name = ".".join(map(str, version))
    if version >= (3, 11):
        return Diagnosis("python", True, f"Python {name}", must=True)
    return Diagnosis("python", False, f"Python {name} is too old", "install Python 3.11 or newer", must=True)


def git(path: str | None) -> Diagnosis:
    """Is git there? Checks of a change (`--since`) ask it."""
    if path:
        return Diagnosis("git", True, f"git is {path}")
    return Diagnosis("git", False, "git was not found, so --since cannot work", "install git")


def browser(path: str | None) -> Diagnosis:
    """Is a browser there? Only tests open one."""
    if path:
        return Diagnosis("browser", True, f"the browser for tests is {path}")
    return Diagnosis("browser", False, "no Chromium or Chrome: the browser tests do not run", "install chromium")


def shaping(raqm: bool) -> Diagnosis:
    """Can Pillow join letters and write from right to left? It needs Raqm, and Raqm needs FriBiDi."""
    if raqm:
        return Diagnosis("text-shaping", True, "cards can write every script")
    return Diagnosis(
        "text-shaping",
        False,
        "Pillow finds no Raqm or FriBiDi, so cards misspell Arabic, Hebrew and Indic scripts",
        "install libfribidi0 (Debian, Ubuntu) or fribidi (Homebrew, Fedora)",
    )


def fonts(files: Iterable[str]) -> Diagnosis:
    """Is there a font for scripts that the theme's own fonts may not cover? `files` are names of installed fonts."""
    installed = tuple(files)
    missing = [script for script, font in SCRIPT_FONTS.items() if not any(name.startswith(font) for name in installed)]
    if not missing:
        return Diagnosis("fonts", True, "fonts for all scripts are installed")
    return Diagnosis(
        "fonts",
        False,
        f"no Noto font for {'; '.join(missing)}: a card with such a title may show no text",
        "install fonts-noto-core and fonts-noto-cjk, if people write in these scripts",
    )


def cards(unwritable: Mapping[str, Sequence[str]]) -> Diagnosis:
    """Can cards write the titles and names that there are? `unwritable` are the others, by the packages they need."""
    if not unwritable:
        return Diagnosis("cards", True, "cards can write every title and name")
    files = sorted(file for files in unwritable.values() for file in files)
    more = f" and {len(files) - 1} more" if len(files) > 1 else ""
    return Diagnosis(
        "cards",
        False,
        f"no font has all letters of {files[0]}{more}: their cards say less than they should",
        f"on Debian and Ubuntu: apt-get install {' '.join(sorted({n for names in unwritable for n in names.split()}))}",
    )


def disk(free: int) -> Diagnosis:
    """Is there room for a second copy of the site? `free` is in bytes."""
    room = f"{free / GIGABYTE:.1f} GB free"
    if free >= NEEDED_DISK:
        return Diagnosis("disk", True, room)
    return Diagnosis("disk", False, f"only {room}; a build keeps the old site beside the new one", "make room")


def environment(locks: Mapping[str, bool]) -> Diagnosis:
    """Was `.venv` made from the present lock files? `locks` tells of each that was installed whether it is the same."""
    stale = [name for name, same in locks.items() if not same]
    if not locks:
        return Diagnosis("environment", False, ".venv was not made by `make`", "run: make html")
    if stale:
        return Diagnosis("environment", False, f".venv is older than {', '.join(stale)}", "run: make html")
    return Diagnosis("environment", True, ".venv has what the lock files name")


def writable(name: str, folder: str, allowed: bool) -> Diagnosis:
    """May a build write there? A cache that cannot be written only costs time."""
    must = name != "cache"
    if allowed:
        return Diagnosis(name, True, f"{folder} can be written", must=must)
    return Diagnosis(name, False, f"{folder} cannot be written", f"let your user write it, or pass --{name}", must)
