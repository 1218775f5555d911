"""The page of the form, and the files that it is made of. It asks nobody but the git host."""

from __future__ import annotations

import json
from collections.abc import Iterator
from html import escape
from pathlib import Path
from urllib.parse import urlsplit

from ..build import Build
from ..model import File
from .config import config_of
from .settings import FormSettings

FOLDER = "admin"
# Where `.ci/setup form` puts Sveltia CMS, below the folder of `pelicanconf.py`.
INSTALLED = ".venv/form"
START = """import CMS from "./sveltia/index.js";

const answer = await fetch("config.json");
CMS.init({ config: await answer.json() });
"""


def policy(settings: FormSettings) -> str:
    """What the form may load, and whom it may ask: itself, who signs people in, and the git host.

    Its styles are written by its script. Frames and other hosts stay shut, so that what it can find there (maps, stock
    pictures, translation) asks nobody; people's own pictures are shown from what the host's API answers.
    """
    api = urlsplit(settings.api_root)
    hosts = " ".join(dict.fromkeys((settings.origin, f"{api.scheme}://{api.netloc}")))
    return (
        "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self' 'unsafe-inline'; "
        f"img-src 'self' blob: data:; font-src 'self'; media-src blob:; connect-src 'self' blob: data: {hosts}; "
        "worker-src 'self' blob:; manifest-src 'self'; object-src 'none'; base-uri 'none'; form-action 'none'"
    )


def page(build: Build, settings: FormSettings) -> str:
    """The page itself: a policy and a script."""
    return (
        f'<!doctype html>\n<html lang="{escape(build.site.lang)}">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{escape(policy(settings))}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        '<meta name="robots" content="noindex, nofollow">\n<meta name="referrer" content="no-referrer">\n'
        f'<title>{escape(build.site.name)}</title>\n<link rel="icon" href="data:,">\n'
        '<script type="module" src="start.js"></script>\n</head>\n<body></body>\n</html>\n'
    )


def form_files(build: Build) -> Iterator[File]:
    """The form, when it is turned on and installed."""
    settings = build.setting(FormSettings)
    program = build.run.root / INSTALLED
    if not settings.origin:
        return
    if not (program / "index.js").is_file():
        build.notes.append("BYLINE_FORM has an origin, but the form is not installed: run `make form` once (needs npm)")
        return
    headers = f"/*\n  Content-Security-Policy: {policy(settings)}; frame-ancestors 'none'\n  X-Robots-Tag: noindex\n"
    made = {
        "index.html": page(build, settings),
        "start.js": START,
        "config.json": json.dumps(config_of(build, settings), ensure_ascii=False, indent=1) + "\n",
        "_headers": headers,
    }
    for name, text in made.items():
        yield File(f"{FOLDER}/{name}", text.encode(), internal=True)
    for path in _program(program):
        yield File(f"{FOLDER}/sveltia/{path.relative_to(program).as_posix()}", path.read_bytes(), internal=True)


def _program(folder: Path) -> list[Path]:
    """What is served of Sveltia CMS, with its licenses."""
    return sorted(path for path in folder.rglob("*") if path.is_file() and path.suffix != ".map")
