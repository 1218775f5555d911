"""Without `governance.toml` a build and every report name no person but in public facts, whatever people chose."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

import pytest

from byline.measures.reading import read
from byline.tokens import token
from content_files import AGREED, a_content
from running import ROOT, Said, article, byline, site, tree

KEY = "a-key-of-at-least-32-characters-for-tests"
CHOSEN = """department = "lab"
enrolled = 2026-01-01
[opt_in]
measured = 2026-01-02
statistics = 2026-01-02
ranking = 2026-01-02
"""
PROGRAMME = {
    "people/zoe-sentinel.toml": f'name = "Zoe Sentinel"\nemails = ["zoe@sentinel.example"]\n{CHOSEN}',
    "people/jane-doe.toml": CHOSEN,
    "departments.toml": '[lab]\nname = "Lab"\nheadcount = {2026-01-01 = 40}\n',
    "objectives.toml": '[seen]\nname = "Seen"\nkpi = "visits"\ntarget = 10\nstarts = 2026-01-01\nends = 2026-12-31\n',
}
LINE = (
    '203.0.113.{number} - - [{day}:10:00:00 +0000] "GET {path} HTTP/1.1" 200 5 "-" "Mozilla/5.0 (X11) Firefox/140.0"\n'
)
PUBLIC_FACTS = re.compile(r"contributions\.|hub/|digest/|planning/|preview/|reports/[^/]+/contributions\.")


def own_token(person: str) -> str:
    return token(KEY, person, "one", "linkedin", "1")


@dataclass(frozen=True)
class Measured:
    """A site on which two people are measured, or would be: built, imported, and reported on."""

    folder: Path
    said: tuple[Said, ...]

    @property
    def internal(self) -> dict[str, bytes]:
        return tree(self.folder / "internal")

    @property
    def contents(self) -> set[str]:
        return {visit.content for visit in read(self.folder / "programme").visits}


def measured(folder: Path, **more: str) -> Measured:
    """A checkout that counts by logs, with visits by the links of both people."""
    for name in ("plugins", "themes", "brand.toml"):
        (folder / name).symlink_to(ROOT / name)
    settings = (ROOT / "pelicanconf.py").read_text("utf-8")
    (folder / "pelicanconf.py").write_text(settings + '\nBYLINE_MEASURES = {"source": "logs"}\n', "utf-8")
    site(folder, **{"articles/one.md": article(title="One", id="one", slug="one", category="Writing")})
    a_content(folder / "programme", PROGRAMME | {name.replace("_", "."): text for name, text in more.items()})
    tags = "utm_source=linkedin&utm_medium=social&utm_campaign=one&utm_content="
    paths = [f"/articles/one/?{tags}{own_token(person)}" for person in ("zoe-sentinel", "jane-doe")]
    rows = [LINE.format(number=n, day=f"{n:02}/Jun/2026", path=paths[n % 2]) for n in range(1, 11)]
    (folder / "access.log").write_text("".join(rows), "utf-8")
    environment = {"BYLINE_SECRET": KEY, "SOURCE_DATE_EPOCH": "1783000000"}
    url = ("--siteurl", "https://blog.example.com")
    commands = [
        ("import", "log", "access.log", *url),
        ("build", *url),
        ("report", *url),
        ("report", "--period", "2026-06"),
    ]
    said = tuple(byline(*command, cwd=folder, **environment) for command in commands)
    assert [one.code for one in said] == [0, 0, 0, 0], said
    return Measured(folder, said)


@pytest.fixture(scope="module")
def ungoverned(tmp_path_factory: pytest.TempPathFactory) -> Measured:
    return measured(tmp_path_factory.mktemp("ungoverned"))


def test_imported_rows_carry_nobodys_token(ungoverned: Measured) -> None:
    assert ungoverned.contents == {"ambassador"}
    kept = b"".join(tree(ungoverned.folder / "programme/measures").values())
    assert not [person for person in ("zoe-sentinel", "jane-doe") if own_token(person).encode() in kept]


def test_whoever_only_takes_part_is_named_nowhere(ungoverned: Measured) -> None:
    files = tree(ungoverned.folder / "output") | ungoverned.internal

    assert [name for name, data in files.items() if re.search(rb"sentinel", name.encode() + data, re.IGNORECASE)] == []
    assert not [one for one in ungoverned.said if "entinel" in one.out + one.err]


def test_whoever_signs_is_named_only_where_public_facts_are(ungoverned: Measured) -> None:
    internal = ungoverned.internal
    named = {name for name, data in internal.items() if re.search(rb"jane.doe", data, re.IGNORECASE)}

    assert "contributions.json" in named
    assert [name for name in sorted(named) if not PUBLIC_FACTS.match(name)] == []
    assert {"results.html", "results.json", "reports/2026-06/results.html"} <= internal.keys()


def test_no_output_shows_a_token_and_one_advice_says_what_is_missing(ungoverned: Measured) -> None:
    files = tree(ungoverned.folder / "output") | ungoverned.internal
    tokens = [own_token(person).encode() for person in ("zoe-sentinel", "jane-doe")]

    assert [name for name, data in files.items() if any(one in data for one in tokens)] == []
    assert ungoverned.internal["programme.md"].count(b"not-agreed") == 1


def test_once_it_is_agreed_on_the_same_choices_have_an_effect(tmp_path: Path) -> None:
    governed = measured(tmp_path, governance_toml=AGREED)

    assert governed.contents == {own_token("zoe-sentinel"), own_token("jane-doe")}
    assert b"not-agreed" not in governed.internal.get("programme.md", b"")
