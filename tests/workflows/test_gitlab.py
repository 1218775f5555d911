"""`.gitlab-ci.yml`: the same scripts, run as a GitLab runner would run them; only GitLab's API is a stub."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from threading import Thread
from typing import Any

import pytest
import yaml

from running import ROOT, article
from workflows.conftest import NUMBER, git
from workflows.runner import Host

Propose = Callable[..., str]
JOBS: dict[str, Any] = yaml.safe_load((ROOT / ".gitlab-ci.yml").read_text("utf-8"))
NEW = "content/articles/new.md"
GOOD = article(title="A new one", id="new")
US = "project_1_bot"
REQUEST = f"projects/5/merge_requests/{NUMBER}"


class Api:
    """GitLab's API: `answers` by path, `calls` that changed something."""

    def __init__(self) -> None:
        self.answers: dict[str, Any] = {}
        self.calls: list[tuple[str, str, dict[str, str]]] = []
        self.tokens: set[str | None] = set()


@contextmanager
def serving(api: Api) -> Iterator[str]:
    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self.reply(api.answers.get(self.path.split("?")[0].removeprefix("/")))

        def do_POST(self) -> None:
            given = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
            api.calls.append((self.command, self.path.removeprefix("/"), given))
            self.reply({})

        do_PUT = do_POST

        def reply(self, answer: object) -> None:
            api.tokens.add(self.headers["PRIVATE-TOKEN"])
            self.send_response(404 if answer is None else 200)
            self.end_headers()
            self.wfile.write(json.dumps(answer).encode())

        def log_message(self, format: str, *args: object) -> None:
            """Say nothing."""

    server = HTTPServer(("127.0.0.1", 0), Handler)
    Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()


def run(host: Host, work: Path, job: str, **variables: str) -> subprocess.CompletedProcess[str]:
    """One job in a fresh clone; what a job before it left as artifacts stays, as GitLab hands it on."""
    kept = {name: work / name for name in ("asked", "said") if (work / name).exists()}
    moved = [shutil.move(path, host.folder / name) for name, path in kept.items()]
    shutil.rmtree(work, ignore_errors=True)
    subprocess.run(["git", "clone", "--quiet", host.origin, work], check=True)
    for path in moved:
        shutil.move(path, work)
    (work / ".venv").symlink_to(sys.prefix)
    lines = [line for part in JOBS[job]["script"] for line in (part if isinstance(part, list) else [part])]
    kept_names = {key: value for key, value in os.environ.items() if not key.startswith(("GIT_", "CI_", "BYLINE_"))}
    return subprocess.run(
        ["bash", "-e", "-o", "pipefail", "-c", "\n".join(lines)],
        cwd=work,
        env={
            **kept_names,
            "PYTHONPATH": str(work / "plugins"),
            "CI_PROJECT_ID": "5",
            "CI_PROJECT_URL": "https://git.example.com/merrow/blog",
            "CI_DEFAULT_BRANCH": "main",
            "SOURCE_DATE_EPOCH": "1781524800",
            **variables,
        },
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


@pytest.fixture
def merge_request(host: Host, propose: Propose, tmp_path: Path) -> Callable[..., subprocess.CompletedProcess[str]]:
    """`merge_request("check", {...})`: a job of a merge request's pipeline, whose checkout is the proposal's."""

    def ran(job: str, changed: dict[str, str]) -> subprocess.CompletedProcess[str]:
        head = propose(changed)
        given = {
            "CI_MERGE_REQUEST_PROJECT_ID": "5",
            "CI_MERGE_REQUEST_TARGET_BRANCH_NAME": "main",
            "CI_MERGE_REQUEST_IID": str(NUMBER),
            "CI_COMMIT_SHA": head,
            "CI_COMMIT_SHORT_SHA": head[:8],
            "CI_PAGES_URL": f"https://merrow.pages.example.com/blog/mr-{NUMBER}",
        }
        work = tmp_path / "work"
        subprocess.run(["git", "--git-dir", host.origin, "update-ref", "refs/heads/a-story", head], check=True)
        return run(host, work, job, **given)

    return ran


def test_a_merge_request_is_checked_with_the_code_of_its_target(
    merge_request: Callable[..., subprocess.CompletedProcess[str]], tmp_path: Path
) -> None:
    canary = tmp_path / "canary"
    planted = f"import pathlib\npathlib.Path({str(canary)!r}).touch()\n"

    done = merge_request("check", {NEW: GOOD, "pelicanconf.py": planted, "sitecustomize.py": planted})

    assert done.returncode == 0, done.stderr
    assert not canary.exists()


def test_a_merge_request_with_an_error_fails_and_says_where(
    merge_request: Callable[..., subprocess.CompletedProcess[str]],
) -> None:
    done = merge_request("check", {NEW: GOOD.replace("[jane-doe]", "[jane-deo]")})

    assert done.returncode == 1
    assert "content/articles/new.md" in done.stdout
    assert "jane-deo" in done.stdout


def test_a_review_app_is_a_preview_with_its_report(
    merge_request: Callable[..., subprocess.CompletedProcess[str]], tmp_path: Path
) -> None:
    done = merge_request("preview", {NEW: GOOD})

    assert done.returncode == 0, done.stderr
    public = tmp_path / "work/public"
    page = (public / "articles/new/index.html").read_text("utf-8")
    assert "noindex" in page
    assert f"merge request {NUMBER}" in page
    assert "<title>" in (public / "_preview/index.html").read_text("utf-8")
    assert not list(public.rglob("contributions*"))
    assert JOBS["preview"]["pages"] == {"path_prefix": "mr-$CI_MERGE_REQUEST_IID", "expire_in": "2 weeks"}


def test_the_public_site_is_built_for_production(host: Host, tmp_path: Path) -> None:
    done = run(host, tmp_path / "work", "publish")

    assert done.returncode == 0, done.stderr
    assert (tmp_path / "work/public/sitemap.xml").is_file()
    assert not (tmp_path / "work/public/articles/later").exists()


def test_who_approved_is_decided_where_the_token_is_and_said_in_one_note(
    host: Host, propose: Propose, tmp_path: Path
) -> None:
    head = propose({NEW: GOOD})
    subprocess.run(
        ["git", "--git-dir", host.origin, "update-ref", f"refs/merge-requests/{NUMBER}/head", head], check=True
    )
    api = Api()
    request = {"iid": NUMBER, "sha": head}
    api.answers = {
        "user": {"username": US},
        "projects/5/merge_requests": [request],
        REQUEST: request,
        f"{REQUEST}/approvals": {
            "approved_by": [{"user": {"username": "jane-at-work"}, "approved_at": "2026-06-02T10:00:00Z"}]
        },
        f"{REQUEST}/versions": [{"head_commit_sha": head, "created_at": "2026-06-01T10:00:00Z"}],
        f"{REQUEST}/notes": [
            {"id": 1, "author": {"username": "stranger"}, "body": "<!-- byline: preview -->"},
            {"id": 2, "author": {"username": US}, "body": "<!-- byline: preview -->\nBefore"},
        ],
    }
    with serving(api) as url:
        token = {"CI_API_V4_URL": url, "BYLINE_TOKEN": "a-token"}
        for job, more in (("proposals-ask", token), ("proposals-build", {}), ("proposals-say", token)):
            done = run(host, tmp_path / "work", job, **more)
            assert done.returncode == 0, f"{job}: {done.stdout}{done.stderr}"

    (note, said), (status, given) = [(path, given) for _, path, given in api.calls]
    assert api.calls[0][0] == "PUT"
    assert note == f"{REQUEST}/notes/2"
    assert said["body"].startswith("<!-- byline: preview -->\n")
    assert status == f"projects/5/statuses/{head}"
    assert given == {"state": "success", "name": "Byline"}
    assert api.tokens == {"a-token"}


def test_the_job_that_reads_strangers_texts_is_outside_the_environment_of_the_token() -> None:
    inside = {
        name for name, job in JOBS.items() if isinstance(job, dict) and "programme" in str(job.get("environment"))
    }

    assert inside == {"proposals-ask", "proposals-say"}
    assert all("proposal " not in line for name in inside for line in JOBS[name]["script"])


def test_nothing_is_cached_between_jobs() -> None:
    assert not [name for name, job in JOBS.items() if "cache" in (job if isinstance(job, dict) else {})]


def test_a_job_that_is_asked_for_by_another_exists() -> None:
    assert {need for job in JOBS.values() if isinstance(job, dict) for need in job.get("needs", [])} <= JOBS.keys()
    assert git(ROOT, "ls-files", ".gitlab-ci.yml") == ".gitlab-ci.yml"
