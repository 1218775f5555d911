"""The `Publish` workflow: what was accepted goes live, and every hour what was due; nothing else is touched."""

from __future__ import annotations

import subprocess
from pathlib import Path
from typing import Any

from workflows.conftest import git
from workflows.runner import Host, Ran, workflow

OPEN = {"GET repos/merrow/blog/pulls": [{"number": 7}]}


def publish(host: Host, **variables: str) -> Ran:
    host.answer(OPEN)
    return host.run("publish", vars={"BYLINE_PUBLISH": "gh-pages", **variables})["publish"]


def names(host: Host) -> set[str]:
    """Every file of the branch that is published."""
    return set(git(host.origin, "ls-tree", "-r", "--name-only", "gh-pages").splitlines())


def test_the_public_site_is_put_on_the_branch_that_the_host_publishes(host: Host) -> None:
    ran = publish(host)

    assert ran.ok, ran.said
    assert {"index.html", "articles/one/index.html", "sitemap.xml", ".nojekyll"} <= names(host)
    assert not any(name.startswith(("internal", "contributions")) for name in names(host))


def test_a_scheduled_article_goes_live_with_the_first_build_after_its_time(host: Host, template: Path) -> None:
    publish(host)
    assert "articles/later/index.html" not in names(host)

    host.epoch = "1830000000"  # December 2027
    publish(host)

    assert "articles/later/index.html" in names(host)


def test_a_build_in_which_nothing_changed_pushes_nothing(host: Host) -> None:
    publish(host)
    before = git(host.origin, "rev-parse", "gh-pages")

    assert "gh-pages: nothing differs" in publish(host).said
    assert git(host.origin, "rev-parse", "gh-pages") == before


def test_previews_of_open_proposals_and_the_host_s_own_file_stay_and_others_go(host: Host, tmp_path: Path) -> None:
    clone = tmp_path / "pages"
    subprocess.run(["git", "init", "--quiet", "--initial-branch=gh-pages", clone], check=True)
    for name in ("previews/7/index.html", "previews/8/index.html", "CNAME", "articles/gone/index.html"):
        (clone / name).parent.mkdir(parents=True, exist_ok=True)
        (clone / name).write_text("x")
    git(clone, "add", "--all")
    git(clone, "commit", "--quiet", "-m", "Before")
    git(clone, "push", "--quiet", str(host.origin), "gh-pages")

    ran = publish(host)

    assert ran.ok, ran.said
    found = names(host)
    assert {"previews/7/index.html", "CNAME", "index.html"} <= found
    assert not found & {"previews/8/index.html", "articles/gone/index.html"}


def test_a_text_with_an_error_publishes_nothing(host: Host, tmp_path: Path) -> None:
    clone = tmp_path / "clone"
    subprocess.run(["git", "clone", "--quiet", host.origin, clone], check=True)
    (clone / "content/articles/one.md").write_text("no front matter")
    git(clone, "commit", "--quiet", "--all", "-m", "Break")
    git(clone, "push", "--quiet", "origin", "main")

    ran = publish(host)

    assert ran.codes["Build the public site"] == 1
    assert "Put it where readers find it" not in ran.codes


def test_nothing_is_published_until_somebody_decided_where(host: Host) -> None:
    ran = publish(host, BYLINE_PUBLISH="")

    assert ran.ok, ran.said
    assert git(host.origin, "for-each-ref", "--format=%(refname)", "refs/heads") == "refs/heads/main"


def test_it_runs_when_something_is_accepted_and_every_hour() -> None:
    when: dict[str, Any] = workflow("publish")["on"]

    assert when["push"] == {"branches": ["main"]}
    assert [len(one["cron"].split()) for one in when["schedule"]] == [5]
    assert when["schedule"][0]["cron"].split()[1:] == ["*"] * 4
