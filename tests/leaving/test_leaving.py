"""Somebody leaves: it is shown first, done as a whole, and afterwards no byte of the site says who it was."""

from __future__ import annotations

import io
import json
import re
import shutil
import zipfile
from datetime import date
from pathlib import Path

import pytest
from PIL import Image

from byline.at_once import FOLDER, JOURNAL
from byline.leaving import REMAINS, LeavingError, Withdrawal, apply, complete, export, withdrawal
from content_files import a_content
from picture_files import as_bytes
from running import ROOT, Said, article, byline, tree

TODAY = date(2026, 6, 15)
JANE = "Jane Sentinel"
PICTURE = Image.new("RGB", (64, 48), "teal")
FILES: dict[str, str | bytes] = {
    "content/authors/jane-sentinel.md": f"---\nname: {JANE}\nagreed: 2026-01-01\nrole: Engineer\n---\n\nJane builds.\n",
    "content/authors/jane-sentinel.fr.md": f"---\nname: {JANE}\n---\n\nJane construit.\n",
    "content/authors/jane-sentinel.jpg": as_bytes(PICTURE, "JPEG"),
    "content/authors/omar.md": "---\nname: Omar\nagreed: 2026-01-01\n---\n",
    "content/articles/2026/alone/index.md": article(authors="[jane-sentinel]", title="Alone"),
    "content/articles/2026/alone/index.fr.md": article(authors="[jane-sentinel, omar]", title="Seule"),
    "content/articles/2026/quite-alone/index.md": article(authors=JANE, title="Quite alone", date="2026-05-02"),
    "content/articles/2026/quite-alone/picture.png": as_bytes(PICTURE, "PNG"),
    "content/articles/2026/together.md": article(authors="[omar, jane-sentinel]", title="Together", date="2026-05-03"),
    "content/articles/2026/read.md": article(
        authors="[omar]", reviewed_by="[jane-sentinel]", helped_by="[ada, jane-sentinel]", title="Read"
    ),
    "programme/people/jane-sentinel.toml": (
        'emails = ["jane@sentinel.example"]\ndepartment = "lab"\nenrolled = 2026-01-02\n'
        "[opt_in]\nmeasured = 2026-01-02\n"
    ),
    "programme/departments.toml": '[lab]\nname = "Lab"\nheadcount = {2026-01-01 = 9}\n',
    "programme/thanks/a.toml": 'to = "jane-sentinel"\nby = "omar"\ntext = "T."\nday = 2026-05-01\n',
    "programme/ideas/b.toml": 'title = "An idea"\nproposed_by = "jane-sentinel"\n',
    "programme/short-links.csv": (
        "code,article,channel,person,period,issued,revoked\n"
        "abcd1,alone,linkedin,jane-sentinel,1,2026-05-01,\nabcd2,alone,linkedin,omar,1,2026-05-01,\n"
    ),
}  # fmt: skip


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A checkout with its own content and programme."""
    for name in ("pelicanconf.py", "publishconf.py", "brand.toml"):
        shutil.copy(ROOT / name, tmp_path / name)
    for name in ("themes", "plugins"):
        (tmp_path / name).symlink_to(ROOT / name)
    return a_content(tmp_path, FILES)


def plan(site: Path, leave: str, id: str = "jane-sentinel") -> Withdrawal:
    return withdrawal(site / "content", site / "programme", id, leave, TODAY, "en")  # type: ignore[arg-type]


def gone(site: Path, leave: str) -> dict[str, bytes]:
    """All files of the site once the person has left."""
    apply(site, plan(site, leave).changes)
    return {name: data for name, data in tree(site).items() if name.split("/")[0] in ("content", "programme")}


def in_site(site: Path, *arguments: object) -> Said:
    return byline(*arguments, cwd=site)


def built(site: Path) -> dict[str, bytes]:
    """Every byte of both outputs, and every name of a file."""
    said = in_site(site, "build")
    assert said.code == 0, said
    found = tree(site / "output") | {f"internal/{name}": data for name, data in tree(site / "internal").items()}
    return {name: data + name.encode() for name, data in found.items()}


# --- what it comes to -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("leave", ["anonymous", "removed"])
def test_afterwards_no_byte_of_the_output_names_the_person(site: Path, leave: str) -> None:
    before = b"".join(built(site).values())
    assert in_site(site, "withdraw", "jane-sentinel", "--as", leave, "--yes").code == 0
    after = built(site)

    assert JANE.encode() in before
    assert [name for name, data in after.items() if re.search(b"sentinel", data, re.IGNORECASE)] == []
    data = b"".join(after.values())
    assert b"Together" in data
    assert (b"Quite alone" in data) == (leave == "anonymous")
    assert (b"A former colleague" in data) == (leave == "anonymous")


def test_alumni_keep_their_name_and_nothing_else_goes_on(site: Path) -> None:
    before = tree(site / "content")
    files = gone(site, "alumni")
    changed = {name for name, data in before.items() if files[f"content/{name}"] != data}

    assert changed == {"authors/jane-sentinel.md"}
    assert b"status: alumni" in files["content/authors/jane-sentinel.md"]
    assert files["programme/people/jane-sentinel.toml"] == b"enrolled = 2026-01-02\nleft = 2026-06-15\n"


@pytest.mark.parametrize("leave", ["alumni", "anonymous", "removed"])
def test_personal_links_count_no_more_and_still_lead_somewhere(site: Path, leave: str) -> None:
    assert gone(site, leave)["programme/short-links.csv"].splitlines()[1:] == [
        b"abcd1,alone,linkedin,,1,2026-05-01,2026-06-15",
        b"abcd2,alone,linkedin,omar,1,2026-05-01,",
    ]


def test_who_goes_takes_along_what_nobody_else_signed(site: Path) -> None:
    assert sorted(gone(site, "removed")) == [
        "content/articles/2026/alone/index.fr.md",
        "content/articles/2026/read.md",
        "content/articles/2026/together.md",
        "content/authors/omar.md",
        "programme/departments.toml",
        "programme/ideas/b.toml",
        "programme/short-links.csv",
    ]


# --- first it is shown ------------------------------------------------------------------------------------------------


def test_without_a_yes_everything_is_shown_and_nothing_is_done(site: Path) -> None:
    before = tree(site / "content") | tree(site / "programme")
    said = in_site(site, "withdraw", "jane-sentinel", "--as", "anonymous")

    assert said.code == 0
    assert "articles/2026/together.md: signed by omar, former-colleague" in said.out
    assert "nothing was changed" in said.out
    assert tree(site / "content") | tree(site / "programme") == before


@pytest.mark.parametrize("place", ["git history", "search engines", ".cache/", "backups", "feed readers"])
def test_it_is_said_what_remains_elsewhere(place: str) -> None:
    assert place in REMAINS


def test_a_note_of_signatures_goes_with_the_name_that_it_holds(site: Path) -> None:
    note = '{"signatures": [{"author": "%s"}]}'
    a_content(site, {f"content/signatures/{name}.json": note % name for name in ("jane-sentinel", "omar")})

    changes = plan(site, "anonymous").changes
    assert changes[site / "content/signatures/jane-sentinel.json"] is None
    assert site / "content/signatures/omar.json" not in changes
    assert site / "content/signatures/jane-sentinel.json" not in plan(site, "alumni").changes


def test_a_name_in_the_middle_of_a_text_is_told_and_left_to_people(site: Path) -> None:
    text = article(body="Ask jane-sentinel.\n\nOr JANE\u00a0SENTINEL.\n", authors="[omar]", title="Ask")
    a_content(site, {"content/articles/ask.md": text})

    assert [(path.name, line) for path, line, _ in plan(site, "removed").mentions] == [("ask.md", 7), ("ask.md", 9)]


@pytest.mark.parametrize("id", ["nobody", "../omar", ""])
def test_nobody_can_leave_whom_nobody_knows(site: Path, id: str) -> None:
    with pytest.raises(LeavingError, match="no author and no ambassador"):
        plan(site, "removed", id)


def test_an_ambassador_who_signs_nothing_can_leave_too(site: Path) -> None:
    a_content(site, {"programme/people/lena.toml": 'name = "Lena"\nenrolled = 2026-01-01\n'})

    assert list(plan(site, "removed", "lena").changes) == [site / "programme/people/lena.toml"]


# --- all of it, or nothing --------------------------------------------------------------------------------------------


def test_an_interrupted_change_is_ended_by_the_next_command(site: Path) -> None:
    changes = plan(site, "removed").changes
    stage = site / FOLDER
    before = tree(site / "content")
    stage.mkdir()
    rows = [[str(path), None if data is None else str(n)] for n, (path, data) in enumerate(sorted(changes.items()))]
    for (_, staged), (_, data) in zip(rows, sorted(changes.items()), strict=True):
        if staged and data is not None:
            (stage / staged).write_bytes(data)
    (stage / "begun").write_text(json.dumps(rows), "utf-8")

    complete(site)  # it was interrupted before anything was decided
    assert tree(site / "content") == before

    apply(site, {})  # ... and after: the journal is there, and half of the files are changed
    stage.mkdir()
    for (_, staged), (_, data) in zip(rows, sorted(changes.items()), strict=True):
        if staged and data is not None:
            (stage / staged).write_bytes(data)
    (stage / JOURNAL).write_text(json.dumps(rows), "utf-8")
    first = sorted(changes)[0]
    first.unlink()
    assert in_site(site, "withdraw", "omar", "--as", "alumni").code == 0

    assert not stage.exists()
    assert b"entinel" not in b"".join(tree(site / "content").values())


def test_nothing_is_changed_when_one_file_cannot_be(site: Path) -> None:
    a_content(site, {"content/articles/odd.md": "---\n{authors: [jane-sentinel], title: Odd, date: 2026-01-01}\n---\n"})
    before = tree(site / "content")
    said = in_site(site, "withdraw", "jane-sentinel", "--as", "anonymous", "--yes")

    assert said.code == 1
    assert "by hand" in said.err
    assert tree(site / "content") == before


# --- what is a person's -----------------------------------------------------------------------------------------------


def test_people_get_what_they_signed_and_all_that_is_held_about_them(site: Path) -> None:
    data = export(site / "content", site / "programme", "jane-sentinel", TODAY, "en")
    archive = zipfile.ZipFile(io.BytesIO(data))
    held = json.loads(archive.read("data.json"))

    assert archive.testzip() is None
    assert {name for name in archive.namelist() if not name.startswith("works/")} == {
        "README.txt",
        "data.json",
        "profile/jane-sentinel.fr.md",
        "profile/jane-sentinel.jpg",
        "profile/jane-sentinel.md",
        "programme/ideas/b.toml",
        "programme/people/jane-sentinel.toml",
        "programme/thanks/a.toml",
    }
    assert "works/articles/2026/quite-alone/picture.png" in archive.namelist()
    assert [one["title"] for one in held["signed"]] == ["Seule", "Alone", "Quite alone", "Together"]
    assert [one["title"] for one in held["read"]] == [one["title"] for one in held["helped"]] == ["Read"]
    assert "programme/short-links.csv" in {one["file"] for one in held["named"]}
    assert data == export(site / "content", site / "programme", "jane-sentinel", TODAY, "en")


def test_an_export_is_written_where_it_was_asked_for(site: Path) -> None:
    said = in_site(site, "export", "jane-sentinel", "--to", "mine.zip")

    assert said.code == 0, said
    assert zipfile.is_zipfile(site / "mine.zip")
    assert in_site(site, "export", "nobody").code == 1
