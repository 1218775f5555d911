"""Takes the pictures of a proposal anew: .venv/bin/python docs/pictures/proposal.py

An article of the sample is proposed to a sample without it: what communications sees of it on a telephone, and the page
as it will be.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from playwright.sync_api import sync_playwright
from readme import BROWSERS, HERE, NOW, ROOT, served, small

SLUG = "before-during-after"
WHO = ("-c", "user.name=Byline", "-c", "user.email=byline@example.com")
PHONE = {"width": 430, "height": 900}
LABEL = "pull request 12, commit 1a2b3c4"


def main() -> None:
    """The first screen of the report, and the article with the bar that says what it is."""
    with tempfile.TemporaryDirectory() as folder, served(shown(Path(folder))) as (_, url):
        (HERE / "report.png").write_bytes(small(seen(f"{url}/_preview/")))
        (HERE / "previewed.png").write_bytes(small(seen(f"{url}/articles/{SLUG}/")))


def shown(folder: Path) -> Path:
    """A preview with its report, as a workflow makes it."""
    texts, article = folder / "texts", folder / "texts/content/articles/2026" / SLUG
    shutil.copytree(ROOT / "content", texts / "content")
    shutil.move(article, folder / SLUG)
    git(texts, "init", "--quiet", "--initial-branch=main")
    git(texts, "add", "--all")
    git(texts, "commit", "--quiet", "--message=The sample without it")
    shutil.move(folder / SLUG, article)
    git(texts, "switch", "--quiet", "--create=proposal")
    git(texts, "add", "--all")
    git(texts, "commit", "--quiet", "--message=Propose it")
    places = [f"--{name}={folder / name}" for name in ("output", "internal", "cache")]
    command = ["build", "--quiet", "--content", texts / "content", "--programme", ROOT / "programme", "--since=main"]
    environment = {**os.environ, "PYTHONPATH": "plugins", "SOURCE_DATE_EPOCH": NOW, "BYLINE_PREVIEW": LABEL}
    subprocess.run([sys.executable, "-m", "byline", *command, *places], cwd=ROOT, env=environment, check=True)
    shutil.copytree(folder / "internal/preview", folder / "output/_preview")
    return folder / "output"


def git(folder: Path, *arguments: str) -> None:
    subprocess.run(["git", *WHO, *arguments], cwd=folder, check=True)


def seen(url: str) -> bytes:
    """What a telephone shows of a page."""
    browser = next(filter(None, map(shutil.which, BROWSERS)), None)
    if browser is None:
        sys.exit("docs/pictures/proposal.py: install Chromium or Google Chrome first")
    flags = ["--no-sandbox"] if os.geteuid() == 0 else []
    with sync_playwright() as playwright:
        page = playwright.chromium.launch(executable_path=browser, args=flags).new_page(viewport=PHONE)
        page.goto(url)
        return page.screenshot()


main()
