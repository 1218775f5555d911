"""Importing and purging as people do it, and builds without what counts."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from measures import exports
from running import ROOT, article, build, byline, site, tree

WITHOUT = ("crawleruseragents", "duckdb", "ibis", "numpy", "pandas", "pyarrow", "pyspark")


def test_a_build_needs_nothing_of_what_counts(tmp_path: Path) -> None:
    content = site(tmp_path, **{"articles/a.md": article(title="Found")})
    command = [
        "build",
        "--content",
        content,
        *(f"--{name}={tmp_path / name}" for name in ("output", "internal", "cache")),
    ]
    absent = f"import sys; sys.modules.update(dict.fromkeys({WITHOUT}))"
    code = f"{absent}; from byline.cli import main; sys.exit(main({[*map(str, command)]}))"
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=False)

    assert done.returncode == 0, done.stderr
    assert b"Found" in tree(tmp_path / "output")["index.html"]


def test_a_log_is_imported_once_and_purged_and_nothing_of_it_is_published(tmp_path: Path) -> None:
    names = ("why-we-moved", "why-we-sign")
    content = site(tmp_path, **{f"articles/{name}.md": article(title="T", id=name, slug=name) for name in names})
    programme = tmp_path / "programme"
    programme.mkdir()
    common = ("--content", content, "--programme", programme, "--cache", tmp_path / "cache")
    log = exports.log(tmp_path)
    bring = ("import", "log", log, *common, "--siteurl", f"https://{exports.HOST}")
    later = {"SOURCE_DATE_EPOCH": "1790812800"}  # October 2026

    said = byline(*bring, **later)
    assert said.code == 0, said
    assert "10 visits, 10 attributed, 0 unknown" in said.out
    kept = tree(programme)
    assert [*kept] == ["measures/visits-202609.json", "measures/visits-202609.parquet"]
    again = byline(*bring, **later)
    assert again.out == "access.log.gz: imported before, nothing changed\n"
    assert tree(programme) == kept
    forgotten = byline("purge", "--before", "2026-09-30", *common)
    assert (forgotten.code, "nothing to forget" in forgotten.out) == (0, True), forgotten
    built = build(content, tmp_path, "--programme", programme)
    assert built.code == 0, built
    public = b"".join(tree(tmp_path / "output").values())
    assert b"203.0.113" not in public + b"".join(kept.values())


def test_an_export_without_what_is_needed_ends_with_what_to_export(tmp_path: Path) -> None:
    wrong = tmp_path / "wrong.csv"
    wrong.write_text("a;b\n1;2\n", "utf-8")
    said = byline(
        "import", "ga4", wrong, "--content", site(tmp_path), "--programme", tmp_path, "--cache", tmp_path / "c"
    )

    assert said.code == 1
    assert "Session manual source" in said.err


def test_wrong_use_is_told_apart(tmp_path: Path) -> None:
    content = site(tmp_path)

    assert byline("purge", "--before", "yesterday").code == 2
    assert byline("import", "log", "x", "--content", content, "--cache", tmp_path / "c").code == 2
