"""Reports for colleagues: where they stand in `internal/`, and the paper that their pages are printed on.

`byline report` puts its files beside those of a build, and notes which they are, so that a build leaves them alone.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from .at_once import apply
from .brand import brand_css
from .build import Build
from .commit import Root, refuse_foreign, reported
from .languages import babel_locale
from .model import File
from .period import ALL, Period
from .speaking import PAPER, spoken, style

LANGS = ("en", "fr")  # whoever reads reports need not read the language of the site


# --- where they stand -------------------------------------------------------------------------------------------------


def folder_of(period: Period) -> str:
    """The folder of a period's reports in `internal/`, with a slash: those over all time stand at its top."""
    return "" if period.id == ALL.id else f"reports/{period.id}/"


def put_reports(root: Path, internal: Root, folder: str, files: Iterable[File]) -> list[Path]:
    """Put files into a folder of `internal/` as one change; those that an earlier report left there go.

    `root` is the folder of `pelicanconf.py`. Returns where they stand. The caller holds the lock of `internal/`. Raises
    `OutputError` where `internal/` holds what Byline did not make.
    """
    refuse_foreign(internal, never=[root / name for name in ("content", "plugins", "themes")])
    made = {folder + file.save_as: file.data for file in files}
    noted = reported(internal)
    gone = {path for path in noted if path.rpartition("/")[0] == folder.rstrip("/")} - made.keys()
    sign = internal.beside("made")
    changes: dict[Path, bytes | None] = {internal.output / path: None for path in gone}
    changes |= {internal.output / path: data for path, data in made.items() if _differs(internal.output / path, data)}
    changes[internal.beside("reports")] = "".join(f"{path}\n" for path in sorted(noted - gone | made.keys())).encode()
    if not sign.exists():
        changes[sign] = b""  # the folder is ours from now on
    internal.output.parent.mkdir(parents=True, exist_ok=True)
    apply(root, changes)
    return [internal.output / path for path in sorted(made)]


def _differs(path: Path, data: bytes) -> bool:
    return path.is_symlink() or not path.is_file() or path.read_bytes() != data


# --- the paper --------------------------------------------------------------------------------------------------------


def report_langs(lang: str) -> tuple[str, ...]:
    """The languages of reports on a site in `lang`: its own first where it is spoken, and always English and French."""
    own = babel_locale(lang).language
    return tuple(dict.fromkeys([*([own] if own in LANGS else []), *LANGS]))


def named(stem: str, lang: str, langs: tuple[str, ...], ending: str) -> str:
    """The file of a report in a language: `results.html` in the first of its languages, `results.fr.html` in others."""
    return f"{stem}.{ending}" if lang == langs[0] else f"{stem}.{lang}.{ending}"


@dataclass(frozen=True)
class Paper:
    """What stands around every report: the company's name and colors."""

    name: str
    style: str

    def print(
        self, room: Path, template: str, lang: str, values: Mapping[str, Any], versions: Mapping[str, str]
    ) -> bytes:
        """A page from a template of a room, which extends `report.html`; `versions` are its files by language."""
        made, words = spoken(room, lang)
        others = [(one, file) for one, file in versions.items() if one != words.lang]
        return made.get_template(template).render(lang=words.lang, paper=self, versions=others, **values).encode()


def paper_of(build: Build) -> Paper:
    """The paper of a build's site."""
    return Paper(build.brand.name or build.site.name, brand_css(build.brand).decode() + style(PAPER / "report.css"))
