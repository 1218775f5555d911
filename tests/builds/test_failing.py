"""A build that fails says where, shows no traceback, exits with 1, and leaves the site as it was."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from checkouts import put, run
from running import ROOT, article, build, site, tree

LOST = "raise LookupError('no shelf')\n"
BROKEN = {
    "a missing plugin": ("pelicanconf.py", '\nPLUGINS += ["byline.horoscope"]\n', "byline.horoscope"),
    "a wrong setting": (
        "pelicanconf.py",
        '\nBYLINE_FEEDS = {"itmes": 5}\n',
        "BYLINE_FEEDS: unknown setting 'itmes' (known: items)",
    ),
    "an unknown room": ("pelicanconf.py", "\nBYLINE_FEDS = {}\n", "unknown setting 'BYLINE_FEDS'"),
    "settings that are no Python": ("pelicanconf.py", "\nSITENAME = (\n", "pelicanconf.py"),
    "a failing handler": (
        "plugins/byline/lists/pages.py",
        f"\n\ndef list_pages(build):\n    {LOST}",
        "lists/pages.py",
    ),
    "a failing register": ("plugins/byline/stats/plugin.py", f"\n\ndef register():\n    {LOST}", "byline.stats"),
    "a template with a fault": ("themes/byline/templates/404.html", "{{ nobody }}", "'nobody' is undefined"),
    "a theme that leads nowhere": (
        "themes/byline/templates/404.html",
        '<a href="/nowhere/">x</a>',
        "/nowhere/, which does not exist",
    ),
    "a text with a fault": (
        "content/articles/b.md",
        article(authors="[jane-deo]"),
        "b.md:4: unknown-author: no author 'jane-deo'. Did you mean 'jane-doe'?",
    ),
}


@pytest.mark.parametrize("fault", BROKEN)
def test_the_old_site_stays_bit_for_bit(checkout: Path, fault: str) -> None:
    assert run(checkout, "build").code == 0
    before = tree(checkout / "output") | tree(checkout / "internal")
    name, text, sentence = BROKEN[fault]
    put(checkout, name, text)
    if name.endswith(".html"):  # what stands outside a block is not printed
        page = checkout / name
        page.write_text((ROOT / name).read_text().replace("{% block main %}", "{% block main %}" + text))

    said = run(checkout, "build")

    assert said.code == 1, said
    assert sentence in said.err
    assert tree(checkout / "output") | tree(checkout / "internal") == before


def test_every_fault_of_every_file_is_said_at_once(checkout: Path) -> None:
    put(checkout, "content/articles/b.md", article(stauts="draft", date="soon"))
    put(checkout, "content/articles/c.md", article("[x]({filename}nowhere.md)", title=""))
    put(checkout, "content/articles/d.md", "no front matter at all\n")
    (checkout / "content" / "articles" / "e.png").write_bytes(b"\x89PNG not a picture")
    put(checkout, "content/articles/f.md", article("![seen](e.png)"))
    said = run(checkout, "check")
    names = {line.split(": ")[1] for line in said.err.splitlines() if line.startswith("content/")}
    assert said.code == 1
    assert {"unknown-key", "bad-date", "missing-key", "no-front-matter", "broken-picture"} <= names
    assert "Did you mean 'status'?" in said.err


def test_plain_pelican_refuses_faulty_texts_too(checkout: Path) -> None:
    command = [sys.executable, "-m", "pelican", "content", "-s", "pelicanconf.py", "-o", "out"]
    environment = {**os.environ, "PYTHONPATH": ""}
    assert subprocess.run(command, cwd=checkout, env=environment, capture_output=True, check=False).returncode == 0
    assert (checkout / "out" / "articles" / "a" / "index.html").is_file()
    put(checkout, "content/articles/b.md", article(authors="[nobody]"))
    done = subprocess.run(command, cwd=checkout, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert "unknown-author" in done.stdout + done.stderr


def test_two_builds_at_once_both_end_well(tmp_path: Path) -> None:
    content = site(tmp_path, **{"articles__a.md": article()})
    places = [f"--{name}={tmp_path / name}" for name in ("output", "internal", "cache")]
    command = [sys.executable, "-m", "byline", "build", "--content", str(content), *places]
    environment = {**os.environ, "PYTHONPATH": str(ROOT / "plugins"), "SOURCE_DATE_EPOCH": "1781524800"}
    both = [subprocess.Popen(command, cwd=ROOT, env=environment, stderr=subprocess.PIPE) for _ in range(2)]
    assert [one.communicate(timeout=120) and one.returncode for one in both] == [0, 0]
    alone = tree(tmp_path / "output")
    assert build(content, tmp_path / "alone").code == 0
    assert tree(tmp_path / "alone" / "output") == alone
