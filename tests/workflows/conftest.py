"""A repository on a git host of this disk, with a small site in it, and proposals to it."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from house.sources import files
from running import ROOT, article, site
from workflows.runner import Host

LEFT_OUT = ("content/", "tests/", "docs/", "programme/")
WHO = ("-c", "user.name=Omar Haddad", "-c", "user.email=omar@example.com", "-c", "commit.gpgsign=false")
NUMBER = 7
SITE = """name = "A blog"
siteurl = "https://blog.example.com"
id_domain = "blog.example.com"
id_year = 2026
"""


def git(folder: Path, *arguments: str) -> str:
    """What git answers there."""
    done = subprocess.run(["git", *WHO, *arguments], cwd=folder, capture_output=True, text=True, check=True)
    return done.stdout.strip()


@pytest.fixture(scope="session")
def template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A checkout of Byline as it is here, with one author, one article and one that is to appear in 2027."""
    folder = tmp_path_factory.mktemp("template")
    for path in files():
        name = path.relative_to(ROOT).as_posix()
        if not name.startswith(LEFT_OUT):
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(path, folder / name)
    texts = {
        "articles/one.md": article(title="The first one", id="one"),
        "articles/later.md": article(title="Not yet", id="later", date="2027-01-01"),
        "site.toml": SITE,
    }
    site(folder, **texts)
    people = folder / "programme/people"
    people.mkdir(parents=True)
    (people / "jane-doe.toml").write_text('name = "Jane Doe"\naccount = "jane-at-work"\n')
    (folder / "programme/editorial.toml").write_text('[severity]\nmissing-picture = "error"\n')
    git(folder, "init", "--quiet", "--initial-branch=main")
    git(folder, "add", "--all")
    git(folder, "commit", "--quiet", "-m", "A site")
    return folder


@pytest.fixture
def host(template: Path, tmp_path: Path) -> Host:
    """A git host with this one repository."""
    origin = tmp_path / "origin.git"
    subprocess.run(["git", "clone", "--quiet", "--bare", template, origin], check=True)
    (tmp_path / "run").mkdir()
    return Host(origin, tmp_path / "run", {"github": {"token": "t"}, "vars": {"BYLINE_PREVIEWS": ""}, "secrets": {}})


@pytest.fixture
def propose(host: Host, tmp_path: Path) -> Callable[..., str]:
    """`propose({"content/articles/new.md": text})`: a pull request of a stranger; returns its last commit."""
    clone = tmp_path / "fork"

    def proposed(changed: Mapping[str, str | bytes], links: Mapping[str, str] | None = None) -> str:
        if not clone.exists():
            subprocess.run(["git", "clone", "--quiet", host.origin, clone], check=True)
        for name, text in changed.items():
            path = clone / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(text if isinstance(text, bytes) else text.encode())
        for name, target in (links or {}).items():
            (clone / name).symlink_to(target)
        git(clone, "add", "--all", "--force")
        git(clone, "commit", "--quiet", "-m", "A proposal")
        git(clone, "push", "--quiet", "--force", "origin", f"HEAD:refs/pull/{NUMBER}/head")
        head = git(clone, "rev-parse", "HEAD")
        pull = {"number": NUMBER, "head": {"sha": head, "ref": "a-story"}, "base": {"ref": "main"}}
        run = {
            "conclusion": "success",
            "head_sha": head,
            "head_branch": "a-story",
            "head_repository": {"owner": {"login": "stranger"}, "full_name": "stranger/blog"},
        }
        event = {"pull_request": pull, "workflow_run": run, "repository": {"default_branch": "main"}}
        host.context["github"] = {"token": "t", "event": event}
        return head

    return proposed
