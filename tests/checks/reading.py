"""Cases of the checks: each is a text file that a person can read, with the site it speaks of and what must be found.

The file is called `<rule>.<situation>.md`. What stands before the first mark says what the case is about. Then

    ===== articles/a.md =====                    a file of the content folder
    ===== editorial.toml =====                   the programme's file
    ===== articles/a/desk.jpg (a picture) =====  a picture; see PICTURES for the kinds
    ===== public =====                           nothing: the site as readers get it, without drafts
    ===== moved =====                            lines `/old/ -> /new/`: what the whole site moved
    ===== finds =====                            lines `articles/a.md: what is marked`, a whole line where nothing is
    ===== finds nothing =====

Only findings of the case's own rule count. An article is its text alone, or keys, a line `---`, and its text: a title,
a date, an author and a summary are added. `{}` is taken out of everything, so that no scanner finds planted secrets.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

from PIL import Image

from builders import NOON
from byline import links
from byline.build import Build
from byline.checks.judging import judge
from byline.checks.names import names
from byline.edition.gather import gather
from byline.editorial import EditorialFields, read_editorial
from byline.glue import settings_from
from byline.manuscripts.opening import open_build
from byline.model import Finding
from byline.pictures.checking import check as check_pictures
from byline.redirects.redirects import redirects
from byline.sentences import in_language
from byline.sharing.handing_over import hand_over
from byline.sharing.settings import SharingSettings
from byline.tokens import Secrets
from running import ROOT

CASES = Path(__file__).parent / "cases"
MARK = re.compile(r"^===== ([\w./-]+)(?: \((.*)\))?(?: nothing)? =====\n", re.MULTILINE)
GOOD = "title: A title of its own\ndate: 2026-05-01\nauthors: [jane-doe]\nsummary: Who gains what.\n"
SETTINGS = settings_from(ROOT / "pelicanconf.py", ROOT / "content")


@dataclass(frozen=True)
class Case:
    """A case: its rule and situation, the files by path, and what must be found, as `path: words`."""

    rule: str
    situation: str
    files: dict[str, tuple[str, str]]
    expected: tuple[str, ...]

    @property
    def positive(self) -> bool:
        return bool(self.expected)


def read_case(path: Path) -> Case:
    """The case in a file."""
    rule, situation = path.stem.split(".", 1)
    _, *parts = MARK.split(path.read_text("utf-8").replace("{}", ""))
    sections = {parts[at]: (parts[at + 1] or "", parts[at + 2]) for at in range(0, len(parts), 3)}
    assert "finds" in sections, f"{path.name} does not say what is found"
    _, found = sections.pop("finds")
    return Case(rule, situation, sections, tuple(filter(None, found.splitlines())))


def found_in(case: Case, folder: Path) -> list[str]:
    """What the case's rule finds, as `path: words`."""
    content, programme = folder / "content", folder / "programme"
    for name, (kind, text) in {"authors/jane-doe.md": ("", "---\nname: Jane Doe\n---\n"), **case.files}.items():
        file = (programme if name == "editorial.toml" else content) / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(PICTURES[kind]() if kind else _completed(name, text).encode())
    moved = dict(re.findall(r"(\S+) -> (\S+)", case.files.get("moved", ("", ""))[1]))
    findings = _findings(_opened(content, "public" in case.files), programme, moved)
    told = [one for one in findings if one.name == case.rule]
    assert [one.message for one in told if in_language(one, "fr") is one] == [], "these cannot be told in French"
    return sorted(": ".join(filter(None, (one.path, _marked(content, one)))) for one in told)


def _completed(name: str, text: str) -> str:
    """An article with all that every article needs; other files as they are."""
    if not name.startswith("articles/"):
        return text
    keys, found, body = text.partition("---\n")
    given = keys if found else ""
    more = "".join(line for line in GOOD.splitlines(True) if f"{line.split(':')[0]}:" not in given)
    return f"---\n{given}{more}---\n{body if found else text}"


def _findings(build: Build, programme: Path, moved: dict[str, str]) -> list[Finding]:
    """All findings of a site, in the order in which rooms would make them, without a page printed."""
    editorial, wrong = read_editorial(programme, names())
    assert wrong == [], wrong
    gather(build)
    known = {record.address for record in build.edition.records} | {"/", "/authors/jane-doe/"}
    build.redirects, more = redirects(build.edition, known, moved)
    build.findings += [*more, *check_pictures(build.content, build.edition, build.ledger)]
    build.findings += judge(build, editorial)
    build.settings |= {SharingSettings: SharingSettings(), Secrets: Secrets(), EditorialFields: editorial}
    hand_over(build)
    build.findings += links.check(build, known | build.redirects.keys()).findings
    build.severities = editorial.severity
    return build.judged()


def _opened(content: Path, public: bool) -> Build:
    run = {"now": NOON, "checking": True, "own": False, "siteurl": "https://blog.example.com"}
    return open_build({**SETTINGS, "PATH": str(content), "BYLINE_RUN": run, "BYLINE_SITE": {"production": public}})


def _marked(content: Path, finding: Finding) -> str:
    """The words that a finding marks; its whole line when it marks none, nothing for a picture or another folder."""
    if not finding.path.endswith((".md", ".toml")) or finding.path.startswith("../"):
        return ""
    line = (content / finding.path).read_text("utf-8").split("\n")[finding.line - 1]
    return line[finding.start : finding.end] if finding.end else line.strip()


# --- pictures ---------------------------------------------------------------------------------------------------------


def a_picture(noise: bool = False, **how: object) -> bytes:
    """A small JPEG, or a heavy one: noise cannot be compressed."""
    image = Image.effect_noise((1800, 1800), 90) if noise else Image.linear_gradient("L").resize((64, 48))
    out = BytesIO()
    image.convert("RGB").save(out, "JPEG", quality=95, **how)
    return out.getvalue()


def taken_somewhere() -> bytes:
    """A picture that a telephone took: Exif says where."""
    exif = Image.Exif()
    exif.get_ifd(0x8825).update({1: "N", 2: (48.0, 51.0, 30.0), 3: "E", 4: (2.0, 17.0, 40.0)})
    return a_picture(exif=exif)


def taken_by_somebody() -> bytes:
    """A picture that says with what it was taken, and not where."""
    exif = Image.Exif()
    exif[0x010F] = "A camera"
    return a_picture(exif=exif)


PICTURES = {
    "a picture": a_picture,
    "a heavy picture": lambda: a_picture(noise=True),
    "a picture taken somewhere": taken_somewhere,
    "a picture taken with a camera": taken_by_somebody,
    "half a picture": lambda: a_picture()[:300],
}
