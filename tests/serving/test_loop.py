"""`byline serve` builds at every edit and tells the browser; a broken file leaves the last good page."""

from __future__ import annotations

import socket
import time
from pathlib import Path

import pytest

from checkouts import put
from running import article, byline, tree
from serving.live import Live, anybody_left, interrupt, serving, wait_for

QUIET = 1.5  # seconds in which an edit would be noticed several times over


def test_an_edit_is_built_told_and_shown(checkout: Path) -> None:
    with serving(checkout) as live:
        live.settle()
        with live.news() as news:
            before = next(news)
            (checkout / "content/articles/a.md").write_text(article("Some second words.\n"))
            after = next(news)
            page = live.get("/articles/a/")[2]

    assert after["edition"] > before["edition"]
    assert after["faults"] == []
    assert "Some second words." in page
    assert f'data-edition="{after["edition"]}"' in page


def test_what_reloads_a_page_is_in_no_file_of_the_site(checkout: Path) -> None:
    with serving(checkout) as live:
        live.settle()
        assert "/_byline/live.js" in live.get("/")[2]

    files = tree(checkout / "output")
    assert "index.html" in files
    assert [name for name, data in files.items() if b"_byline" in data] == []


def test_a_broken_text_is_told_and_the_old_page_stays_until_it_is_mended(checkout: Path) -> None:
    with serving(checkout) as live:
        live.settle()
        with live.news() as news:
            good = next(news)
            (checkout / "content/articles/a.md").write_text(article("New <words>.\n", authors="[jane-deo]"))
            broken = next(news)
            status, _, page = live.get("/articles/a/")
            (checkout / "content/articles/a.md").write_text(article("Mended words.\n"))
            mended = next(news)

    (fault,) = broken["faults"]
    assert "articles/a.md:4: unknown-author: " in fault
    assert "'jane-doe'" in fault
    assert broken["edition"] == good["edition"]
    assert (status, "Some first words." in page) == (200, True)
    assert mended["faults"] == []
    assert fault in live.said()


def test_an_edit_that_changes_no_page_reloads_nothing(checkout: Path) -> None:
    with serving(checkout) as live:
        live.settle()
        with live.news() as news:
            before = next(news)
            (checkout / "content/articles/a.md").touch()
            wait_for(lambda: live.builds() == 2, live)
            (checkout / "content/articles/a.md").write_text(article("Other words.\n"))
            after = next(news)

    assert after["edition"] == before["edition"] + 1


def test_nothing_is_built_without_an_edit_be_the_last_build_good_or_bad(checkout: Path) -> None:
    with serving(checkout) as live:
        live.settle()
        time.sleep(QUIET)
        assert live.builds() == 1
        (checkout / "content/articles/a.md").write_text(article(stauts="draft"))
        wait_for(lambda: live.builds() == 2, live)
        time.sleep(QUIET)
        assert live.builds() == 2


def test_many_edits_at_once_are_one_build(checkout: Path) -> None:
    with serving(checkout) as live:
        live.settle()
        for number in range(20):
            (checkout / f"content/articles/note-{number}.md").write_text(article())
        wait_for(lambda: "21 articles read" in live.said(), live)

    assert live.builds() <= 3  # the last may have been written while the first were built


def test_the_cache_and_what_is_built_may_stand_among_what_is_watched(checkout: Path) -> None:
    places = [f"--{name}={checkout / 'programme' / name}" for name in ("output", "internal", "cache")]
    with serving(checkout, *places) as live:
        live.settle()
        time.sleep(QUIET)

    assert live.builds() == 1


def test_a_first_build_that_fails_is_told_on_a_page_of_its_own(checkout: Path) -> None:
    (checkout / "content/articles/a.md").write_text(article(stauts="draft"))
    with serving(checkout) as live:
        live.settle()
        status, _, page = live.get("/articles/a/")
        with live.news() as news:
            assert "unknown-key" in next(news)["faults"][0]
            (checkout / "content/articles/a.md").write_text(article())
            assert next(news)["faults"] == []
        assert live.get("/articles/a/")[0] == 200

    assert status == 503
    assert "/_byline/live.js" in page


def test_settings_theme_plugins_and_programme_are_watched(checkout: Path) -> None:
    with serving(checkout) as live:
        live.settle()
        with live.news() as news:
            next(news)
            replace(checkout / "pelicanconf.py", "Our blog", "Otter blog")
            next(news)
            assert "Otter blog" in live.get("/")[2]
            put(checkout, "brand.toml", 'colour = "red"')
            assert "colour" in next(news)["faults"][0]
            replace(checkout / "brand.toml", 'colour = "red"', "")
            assert next(news)["faults"] == []
            put(checkout, "themes/byline/templates/article.html", "{% nonsense %}")
            assert "nonsense" in next(news)["faults"][0]
            replace(checkout / "themes/byline/templates/article.html", "{% nonsense %}", "")
            assert next(news)["faults"] == []
            put(checkout, "programme/editorial.toml", '[severity]\ndead-link = "fatal"\n')
            assert "'fatal' is no severity" in next(news)["faults"][0]
            (checkout / "programme/editorial.toml").unlink()
            assert next(news)["faults"] == []


def test_edited_code_is_what_builds_next_and_broken_code_ends_nothing(checkout: Path) -> None:
    module = checkout / "plugins/byline/identity/__init__.py"
    command = checkout / "plugins/byline/cli/__init__.py"
    with serving(checkout) as live:
        live.settle()
        with live.news() as news:
            next(news)
            replace(module, "from .plugin", "from .plugout")
            assert "plugout" in next(news)["faults"][0]
            replace(module, "from .plugout", "from .plugin")
            assert next(news)["faults"] == []
            replace(command, "def main(", "def main((")
            assert "The terminal shows how" in next(news)["faults"][0]
            replace(command, "def main((", "def main(")
            assert next(news)["faults"] == []
        assert live.get("/articles/a/")[0] == 200
    assert "SyntaxError" in live.said()


def replace(path: Path, old: str, new: str) -> None:
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new), "utf-8")


def test_drafts_are_for_this_machine_alone(checkout: Path) -> None:
    with serving(checkout) as live:
        live.settle()
        assert live.get("/articles/a/", Host="evil.example")[0] == 421
        assert live.get("/_byline/events", Host=f"evil.example:{live.url[-5:]}")[0] == 421
        assert live.get("/articles/a/", Host="localhost")[0] == 200


def test_an_answer_says_what_it_is(checkout: Path) -> None:
    with serving(checkout) as live:
        live.settle()
        status, headers, page = live.get("/no/such/page/")
        assert (status, headers["Content-Type"]) == (404, "text/html; charset=utf-8")
        assert page.replace(script(live), "") == (checkout / "output/404.html").read_text("utf-8")
        assert live.get("/articles/")[0] == 404
        assert live.get("/articles/a")[2] == live.get("/articles/a/")[2]
        assert live.get("/feed.xml")[1]["Content-Type"] == "application/xml"


def script(live: Live) -> str:
    with live.news() as news:
        return f'<script src="/_byline/live.js" data-edition="{next(news)["edition"]}" data-lang="en" defer></script>'


@pytest.mark.parametrize("built", [True, False], ids=["while it waits", "while it builds"])
def test_ctrl_c_ends_everything_without_a_word(checkout: Path, built: bool) -> None:
    with serving(checkout) as live:
        if built:
            live.settle()
        with live.news() as news:
            next(news)
            assert interrupt(live.process) == 0
        wait_for(lambda: not anybody_left(live.process))

    assert "Traceback" not in live.said()
    assert "Interrupt" not in live.said()


def test_a_port_that_is_taken_is_one_sentence(checkout: Path) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        said = byline("serve", f"--port={taken.getsockname()[1]}", cwd=checkout)

    assert said.code == 1
    assert len(said.err.splitlines()) == 1
    assert "choose another with --port" in said.err
