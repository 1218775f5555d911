"""The commands as people use them: new, check, serve, doctor."""

from __future__ import annotations

import json
import os
import re
import socket
import subprocess
import sys
import time
import urllib.request
from pathlib import Path

import pytest

from running import JUNE_2026, ROOT, article, build, byline, check, site


def test_what_new_writes_passes_the_check_but_for_its_todos(tmp_path: Path) -> None:
    content = site(tmp_path)
    author = byline("new", "author", "--content", content, "--name", "Omar Haddad")
    named = ("--title", "Why we moved: a story", "--author", "omar-haddad")
    begun = byline("new", "article", "--content", content, *named)
    assert (author.code, begun.code) == (0, 0), (author, begun)
    assert (content / "articles" / "2026" / "why-we-moved-a-story" / "index.md").is_file()
    said = check(content, tmp_path)
    assert said.code == 0, said
    assert set(re.findall(r"^\S+:\d+: ([a-z-]+): ", said.err, re.M)) == {"todo-left"}


def test_new_never_overwrites(tmp_path: Path) -> None:
    content = site(tmp_path)
    assert byline("new", "author", "--content", content, "--name", "Jane Doe").code == 1
    assert (content / "authors" / "jane-doe.md").read_text("utf-8").endswith("Writes.\n")


def test_new_without_a_title_and_without_a_terminal_says_what_to_add(tmp_path: Path) -> None:
    said = byline("new", "article", "--content", site(tmp_path))
    assert said.code == 2
    assert "title" in said.err


def test_findings_as_json_have_the_fields_of_the_contract(tmp_path: Path) -> None:
    content = site(tmp_path, **{"articles__a.md": article("![](x.png)", stauts="draft")})
    said = check(content, tmp_path, "--format", "json")
    rows = json.loads(said.out)
    assert said.code == 1
    assert {tuple(sorted(row)) for row in rows} == {("hint", "line", "message", "name", "path", "severity")}
    assert [row["name"] for row in rows if row["severity"] == "error"] == ["unknown-key"]
    assert all((ROOT / row["path"]).resolve().is_relative_to(content.resolve()) for row in rows)


def test_findings_for_github_cannot_be_forged_by_a_text(tmp_path: Path) -> None:
    forged = 'x"\n::error file=other.py::forged'
    content = site(tmp_path, **{"articles__a.md": article(f"[a](<{forged}>)\n\n[b](/%0A::error::b/)", stauts="a::b")})
    said = check(content, tmp_path, "--format", "github")
    lines = said.out.splitlines()
    assert lines
    assert all(re.match(r"::(error|warning|notice) file=[^,]+a\.md,line=\d+,title=[a-z-]+::", line) for line in lines)


def test_the_programme_decides_how_strict_the_check_is(tmp_path: Path) -> None:
    content = site(tmp_path, **{"articles__a.md": article("[a](/nowhere/)")})
    programme = tmp_path / "programme"
    programme.mkdir()
    assert check(content, tmp_path).code == 0
    (programme / "editorial.toml").write_text('[severity]\ndead-link = "error"\n')
    assert check(content, tmp_path, "--programme", programme).code == 1
    (programme / "editorial.toml").write_text('[severity]\ndead-link = "fatal"\n')
    said = check(content, tmp_path, "--programme", programme)
    assert said.code == 1
    assert "programme/editorial.toml:2: bad-value: 'fatal' is no severity" in said.err


@pytest.mark.parametrize("form", ["text", "github", "json"])
def test_what_concerns_colleagues_is_in_no_check(tmp_path: Path, form: str) -> None:
    content = site(tmp_path, **{"articles__a.md": article("[a](/nowhere/)")})
    person = tmp_path / "programme" / "people" / "omar-sentinel.toml"
    person.parent.mkdir(parents=True)
    person.write_text(
        'enroled = 2026-01-02\ncharter = "sentinel-9"\ndepartment = "sentinel-lab"\n[opt_in]\nmeasured = "soon"\n'
    )
    said = check(content, tmp_path, "--programme", tmp_path / "programme", "--format", form)

    assert "dead-link" in said.out + said.err
    assert not re.search("sentinel|enrol|charter|opt_in|measured", said.out + said.err)


def test_a_secret_is_an_error_that_no_output_shows(tmp_path: Path) -> None:
    key = "AKIA" + "QYLPMN5HHHFPZAM2"
    content = site(
        tmp_path, **{"articles__a.md": article(f"[a](http://x.example.org/?k={key})", extra=f"{{key: {key}}}")}
    )
    said = [check(content, tmp_path, "--format", form) for form in ("text", "github", "json")]
    said.append(build(content, tmp_path))

    assert {one.code for one in said} == {1}
    assert all("secret" in one.out + one.err and key not in one.out + one.err for one in said)
    assert not (tmp_path / "output").exists()


def test_an_error_cannot_be_talked_down(tmp_path: Path) -> None:
    content = site(tmp_path, **{"articles__a.md": article(stauts="draft")})
    (tmp_path / "programme").mkdir()
    (tmp_path / "programme" / "editorial.toml").write_text('[severity]\nunknown-key = "advice"\n')
    assert check(content, tmp_path, "--programme", tmp_path / "programme").code == 1


def test_a_damaged_cache_changes_no_byte(tmp_path: Path) -> None:
    content = site(tmp_path, **{"articles__a.md": article("Some **words**.")})
    assert build(content, tmp_path).code == 0
    ledger = tmp_path / "cache" / "ledger.sqlite"
    ledger.write_bytes(ledger.read_bytes()[:5000])
    said = build(content, tmp_path)
    assert said.code == 0, said
    assert "; 0 files changed, 0 removed;" in said.out


def test_serve_builds_and_answers_on_this_machine(tmp_path: Path) -> None:
    content = site(tmp_path, **{"articles__a.md": article()})
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    places = [f"--{name}={tmp_path / name}" for name in ("output", "internal", "cache")]
    command = [sys.executable, "-m", "byline", "serve", "--content", str(content), f"--port={port}", *places]
    environment = {**os.environ, "PYTHONPATH": str(ROOT / "plugins"), "SOURCE_DATE_EPOCH": JUNE_2026}
    with subprocess.Popen(command, cwd=ROOT, env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as server:
        try:
            assert "A title" in answered(f"http://127.0.0.1:{port}/articles/a/")
        finally:
            server.terminate()


def answered(address: str) -> str:
    for _ in range(300):
        try:
            with urllib.request.urlopen(address, timeout=5) as page:
                return str(page.read().decode())
        except OSError:
            time.sleep(0.1)
    return ""


def test_doctor_says_what_is_well_and_what_to_mend() -> None:
    said = byline("doctor")
    assert said.code in (0, 1)
    assert re.search(r"^ok +git: ", said.out, re.M)
    assert re.search(r"^note +siteurl: .*\n +\S", said.out, re.M)


def test_whatever_is_asked_an_interrupted_commit_is_completed_first(tmp_path: Path) -> None:
    content = site(tmp_path, **{"articles__a.md": article()})
    assert build(content, tmp_path).code == 0
    stage, journal = tmp_path / ".output.byline-stage", tmp_path / ".output.byline-journal"
    stage.mkdir()
    (stage / "late.html").write_text("late")
    journal.write_text(json.dumps([[str(tmp_path / "output"), ["late.html"], ["index.html"]]]))
    places = [f"--{name}={tmp_path / name}" for name in ("output", "internal", "cache")]
    assert byline("check", "--content", content, *places[2:], cwd=ROOT).code == 0
    assert journal.exists()  # another site's output is not this command's to complete
    assert byline("build", "--content", content, *places).code == 0
    assert not journal.exists()
    assert not (tmp_path / "output" / "late.html").exists()
