"""The `Preview` workflow: what a stranger proposes is shown, said once, and judged, by the base's code alone."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from running import article
from workflows.conftest import NUMBER, git
from workflows.runner import Host, Ran

Propose = Callable[..., str]
NEW = "content/articles/new.md"
GOOD = article(title="A new one", id="new")
API = "repos/merrow/blog"
BOT = {"login": "github-actions[bot]"}
SHOWN = {"BYLINE_PREVIEWS": "https://merrow.example.org/blog"}


def answers(host: Host, head: str, reviews: tuple[dict[str, Any], ...] = (), comments: tuple[Any, ...] = ()) -> None:
    pull = {"number": NUMBER, "user": {"login": "stranger"}, "head": {"sha": head}, "base": {"ref": "main"}}
    host.answer(
        {
            f"GET {API}/pulls": [pull],
            f"GET {API}/pulls/{NUMBER}/reviews": list(reviews),
            f"GET {API}/issues/{NUMBER}/comments": list(comments),
        }
    )


def approved(head: str, by: str = "jane-at-work") -> dict[str, Any]:
    return {"user": {"login": by}, "state": "APPROVED", "commit_id": head, "body": ""}


def said(host: Host) -> list[dict[str, Any]]:
    """What was written on the host."""
    return [call for call in host.calls() if call["method"] != "GET"]


def ran(host: Host) -> dict[str, Ran]:
    done = host.run("preview", vars=SHOWN)
    assert all(job.ok for job in done.values()), "\n".join(job.said for job in done.values())
    return done


def test_an_approved_text_is_shown_said_in_one_place_and_judged_good(host: Host, propose: Propose) -> None:
    head = propose({NEW: GOOD})
    marked = "<!-- byline: preview -->\nBefore"
    theirs = {"id": 1, "user": {"login": "stranger"}, "body": marked}
    other = {"id": 2, "user": BOT, "body": "Another robot's"}
    answers(host, head, (approved(head),), (theirs, other, {"id": 3, "user": BOT, "body": marked}))

    assert list(ran(host)) == ["ask", "build", "show"]

    page = git(host.origin, "show", f"gh-pages:previews/{NUMBER}/articles/new/index.html")
    assert "noindex" in page
    assert f"pull request {NUMBER}, commit {head[:7]}" in page
    assert "<title>" in git(host.origin, "show", f"gh-pages:previews/{NUMBER}/_preview/index.html")
    comment, status = said(host)
    assert f"{SHOWN['BYLINE_PREVIEWS']}/previews/{NUMBER}/articles/new/" in comment["given"]["body"]
    assert (comment["method"], comment["path"]) == ("PATCH", f"{API}/issues/comments/3")
    assert comment["given"]["body"].startswith("<!-- byline: preview -->\n")
    assert status["path"] == f"{API}/statuses/{head}"
    assert (status["given"]["state"], status["given"]["context"]) == ("success", "Byline")
    only_the_report_is_handed_on(host)
    what_was_handed_on_is_a_stranger_s(host)


def only_the_report_is_handed_on(host: Host) -> None:
    """Of what is for colleagues, nothing but the report of the preview leaves the machine."""
    assert (host.folder / "preview-build/.cache/preview/internal/contributions.json").is_file()
    handed = [path for path in (host.folder / "artifacts").rglob("*") if path.is_file()]
    assert handed
    assert not [path for path in handed if path.name.startswith("contributions")]


def what_was_handed_on_is_a_stranger_s(host: Host) -> None:
    """Had the reading job been taken over, the report would still be tamed, and only plain files published."""
    shown, work, token = host.folder / "artifacts/preview", host.folder / "preview-show", {"GH_TOKEN": "t"}
    (shown / "report.md").write_text("@everyone ![x](https://evil.example/x.png) \x1b[31m #1 " + "x" * 100_000)
    (shown / "site/leak").symlink_to("/etc/passwd")

    commented = host.shell(f".ci/comment {NUMBER} {shown}/report.md https://git.example.com/merrow/blog", work, token)
    placed = host.shell(f".ci/place {shown}/site gh-pages previews/{NUMBER}", work, token)

    body = said(host)[0]["given"]["body"]
    assert commented[0] == 0
    assert len(body) < 65_536
    assert not [one for one in ("https://evil", "@everyone", "\x1b") if one in body]
    assert (placed[0], "'leak' is no plain file" in placed[1]) == (1, True)


def test_a_text_that_its_author_has_not_approved_is_shown_and_held_back(host: Host, propose: Propose) -> None:
    head = propose({NEW: GOOD})
    answers(host, head, (approved(head, by="somebody-else"),))

    ran(host)

    assert git(host.origin, "cat-file", "-t", f"gh-pages:previews/{NUMBER}/articles/new/index.html") == "blob"
    comment, status = said(host)
    assert "jane" in comment["given"]["body"].lower()
    assert status["given"]["state"] == "failure"


def test_a_text_with_an_error_is_said_with_its_line_also_where_nothing_is_shown(host: Host, propose: Propose) -> None:
    head = propose({NEW: GOOD.replace("[jane-doe]", "[jane-deo]")})
    answers(host, head)

    done = host.run("preview", vars={})

    assert done["show"].ok, done["show"].said
    assert git(host.origin, "for-each-ref", "--format=%(refname)", "refs/heads") == "refs/heads/main"
    comment, status = said(host)
    assert comment["method"] == "POST"
    assert "jane-deo" in comment["given"]["body"]
    assert "articles/new.md" in comment["given"]["body"]
    assert ".cache" not in comment["given"]["body"]
    assert status["given"]["state"] == "failure"
    assert status["given"]["target_url"] == "https://git.example.com/merrow/blog/actions/runs/99"


def test_a_commit_that_is_no_longer_the_head_is_not_shown(host: Host, propose: Propose) -> None:
    propose({NEW: GOOD})
    answers(host, "f" * 40)

    done = ran(host)

    assert list(done) == ["ask"]
    assert said(host) == []


def test_a_proposal_that_nobody_allowed_to_run_is_not_looked_at(host: Host, propose: Propose) -> None:
    propose({NEW: GOOD})
    host.context["github"]["event"]["workflow_run"]["conclusion"] = "action_required"

    assert host.run("preview", vars=SHOWN) == {}
