"""Run the `byline` command as people do: in a process of its own, because Pelican's handlers survive in one."""

from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[1]
CORPUS = Path(os.environ.get("BYLINE_CORPUS", ROOT.parent / "shared" / "corpus"))
JUNE_2026 = "1781524800"
BLOGS = {"18f-to-2016": 318, "putaindecode": 171, "ropensci-to-2020": 394, "kubernetes-zh": 159}


@dataclass(frozen=True)
class Said:
    """What a command answered."""

    code: int
    out: str
    err: str

    def __str__(self) -> str:
        return f"exit {self.code}\n{self.out}\n{self.err}"


@dataclass(frozen=True)
class Blog:
    """A real blog that is built once per run: `folder` holds `output`, `internal` and `cache`."""

    name: str
    content: Path
    folder: Path
    said: Said


def byline(*arguments: object, cwd: Path = ROOT, **environment: str) -> Said:
    """Run one command; a traceback is never an answer, whatever the test is about."""
    given = {**os.environ, "PYTHONPATH": str(ROOT / "plugins"), "SOURCE_DATE_EPOCH": JUNE_2026, **environment}
    done = subprocess.run(
        [sys.executable, "-m", "byline", *map(str, arguments)],
        cwd=cwd,
        env=given,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    said = Said(done.returncode, done.stdout, done.stderr)
    assert "Traceback" not in said.err, said
    return said


def build(content: Path, to: Path, *more: object, **environment: str) -> Said:
    """`byline build` of a content folder into `to/output` and `to/internal`, with a cache in `to/cache`."""
    places = [f"--{name}={to / name}" for name in ("output", "internal", "cache")]
    return byline("build", "--content", content, *places, *more, **environment)


def check(content: Path, to: Path, *more: object) -> Said:
    """`byline check` of a content folder."""
    return byline("check", "--content", content, "--cache", to / "cache", *more)


def tree(folder: Path) -> dict[str, bytes]:
    """Every file below a folder."""
    return {p.relative_to(folder).as_posix(): p.read_bytes() for p in sorted(folder.rglob("*")) if p.is_file()}


def site(folder: Path, **files: str | bytes) -> Path:
    """A content folder with these files (`articles__one_md` is `articles/one.md`) and an author, jane-doe."""
    given: dict[str, str | bytes] = {"authors/jane-doe.md": "---\nname: Jane Doe\nagreed: 2026-01-01\n---\n\nWrites.\n"}
    given |= {name.replace("__", "/"): text for name, text in files.items()}
    for name, text in given.items():
        path = folder / "content" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return folder / "content"


def article(body: str = "Some words.\n", **fields: str) -> str:
    """The text of an article's file."""
    given = {"title": "A title", "date": "2026-05-01", "authors": "[jane-doe]", **fields}
    return "---\n" + "".join(f"{key}: {value}\n" for key, value in given.items()) + f"---\n\n{body}"
