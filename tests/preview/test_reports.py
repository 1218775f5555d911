"""The report on a proposal: what it tells, what it never tells, and that it is there when a build fails."""

from __future__ import annotations

import json
import re
from pathlib import Path
from urllib.parse import unquote

import pytest
from justhtml import JustHTML
from markdown_it import MarkdownIt

from byline.preview.files import schema_file
from house.sources import ROOT
from preview.proposals import PLACE, Shown, grown, proposal, pull_request, shown
from pull_requests import MOVED, NEW, NOTE, PullRequest, commit, finished, git, put
from running import article, build, tree

HOSTILE = (
    "'@everyone <script>alert(1)</script> ![x](https://evil.example/a.png) [y](https://evil.example) | #1 <!-- --> `c'"
)


@pytest.fixture(scope="module")
def edited(tmp_path_factory: pytest.TempPathFactory) -> Shown:
    return shown(pull_request("edited", tmp_path_factory.mktemp("edited")))


def links(html: str) -> list[str]:
    page = JustHTML(html, sanitize=False, strict=True)
    found = [(one.attrs or {}).get(name) for one in page.query("*") for name in ("href", "src")]
    return [link for link in found if link]


# --- what it tells ----------------------------------------------------------------------------------------------------


def test_an_edit_is_told_word_by_word(edited: Shown) -> None:
    (text,) = edited.json["texts"]
    changed = [block["pieces"] for block in text["difference"] if block["pieces"]]

    assert [(one["kind"], one["text"].strip()) for one in changed[0] if one["kind"] != "same"] == [
        ("del", "three"),
        ("ins", "two long"),
    ]
    assert "<ins>two long </ins>" in edited.comment
    assert re.search(r"<del><span class=\"hidden\">\[gone: </span>three <span", edited.page)


def test_an_article_to_come_says_when_and_in_which_zone(tmp_path: Path) -> None:
    pull = proposal(tmp_path, {NEW: article(date="2099-03-01 09:00", title="Later")})

    found = shown(pull)

    assert "Goes live on March 1, 2099, 9:00\u202fAM (Europe/Paris, GMT+01:00)" in found.page
    assert found.json["texts"][0]["date"] == "2099-03-01T09:00:00+01:00"
    assert found.json["texts"][0]["address"] == "/articles/a-new-article/"
    assert found.json["texts"][0]["page"] == f"{PLACE}/drafts/a-new-article/"


def test_a_moved_article_says_whether_its_old_address_leads_on(tmp_path: Path) -> None:
    pull = pull_request("renamed", tmp_path)
    kept = pull.root / "content/articles/2026/a-note-on-moving.md"
    kept.write_text(kept.read_text("utf-8").replace("---\n", "---\naliases: [/articles/short-note/]\n", 1), "utf-8")

    found = shown(pull)

    (text,) = found.json["texts"]
    assert (text["old_address"], text["address"]) == ("/articles/short-note/", "/articles/a-note-on-moving/")
    assert text["redirected"]
    assert found.json["removed"] == [{"address": "/articles/short-note/", "leads_to": "/articles/a-note-on-moving/"}]
    assert found.json["dead_ends"] == 0
    assert "The old address leads to the new one." in found.page


def test_lists_that_vanish_with_their_last_article_are_told(tmp_path: Path) -> None:
    before = {"articles/2026/last.md": article(tags="[rare]", category="odd", series="One of one")}
    root = grown_then_removed(tmp_path, before)

    found = shown(root)

    gone = [one["address"] for one in found.json["removed"]]
    assert gone == ["/articles/last/", "/categories/odd/", "/series/one-of-one/", "/tags/rare/"]


def grown_then_removed(folder: Path, before: dict[str, str]) -> PullRequest:
    pull_request("new", folder)
    root = grown(folder, before)
    for path in before:
        (root / "content" / path).unlink()
    commit(root, "Remove")
    return finished(root)


def test_a_card_is_shown_as_networks_cut_it(edited: Shown) -> None:
    card = edited.json["texts"][0]["card"]

    assert [(one["id"], one["crop"]["left"], one["crop"]["width"]) for one in card["looks"]] == [
        ("wide", 0, 1200),
        ("square", 285, 630),
        ("list", 285, 630),
    ]
    assert (edited.report / card["file"]).read_bytes().startswith(b"\x89PNG")
    assert card["url"].startswith(f"{PLACE}/cards/article/why-we-moved.")


def test_texts_to_share_are_measured_against_what_channels_take(tmp_path: Path) -> None:
    long = "word " * 80
    pull = proposal(tmp_path, {NEW: article(share="{x: ['" + long + "'], linkedin: [Read this.]}")})

    found = shown(pull)

    told = {one["channel"]: one for one in found.json["texts"][0]["texts"] if one["own"]}
    assert told["x"]["length"] > len(long.strip())  # the address counts, too
    assert told["x"]["limit"] == 280
    assert told["linkedin"]["limit"] == 3000
    assert re.search(r'class="over">4\d\d of 280 characters', found.page)


def test_somebody_who_signs_for_the_first_time_is_named(tmp_path: Path) -> None:
    found = shown(pull_request("translation", tmp_path))

    signers = {one["id"]: one["first"] for one in found.json["texts"][0]["signers"]}
    assert signers == {"jane-doe": False, "lea-roy": True}


def test_what_a_page_weighs_is_what_was_printed(edited: Shown) -> None:
    weight = edited.json["texts"][0]["weight"]

    assert weight["page"] == (edited.folder / "output/articles/why-we-moved/index.html").stat().st_size
    assert weight["number"] == 0


def test_a_site_in_french_has_a_report_in_french(tmp_path: Path) -> None:
    pull = pull_request("edited", tmp_path)
    put(pull.root, {"site.toml": 'name = "Notre blog"\nlang = "fr"\ntimezone = "Europe/Paris"\n'})

    found = shown(pull)

    assert '<html lang="fr" dir="ltr">' in found.page
    assert "Tout peut être mis en ligne. " in found.comment
    assert "Est en ligne\u202f; change dès la fusion" in found.page


def test_a_report_in_french_tells_each_finding_in_french(tmp_path: Path) -> None:
    """What to do is told once where it is the same; what programs read stays in English."""
    pull = pull_request("edited", tmp_path)
    put(pull.root, {"site.toml": 'name = "Notre blog"\nlang = "fr"\ntimezone = "Europe/Paris"\n'})
    text = "Voyez [le plan](/nulle-part/) et [l'autre](/ailleurs/). <script>alert(1)</script> <a onclick=x>y</a>\n"
    put(pull.root, {"articles/liens.md": article(text)})

    found = shown(pull)

    assert "<p>&lt;script&gt; a été retiré." in found.page
    assert "<script" not in found.page
    assert r"\<script\> a été retiré." in found.comment
    assert "<p>rien sur ce site ne répond à /ailleurs/. <em>Cherchez une faute de frappe" in found.page
    assert "<p>rien sur ce site ne répond à /nulle-part/.</p>" in found.page
    assert found.page.count("Cherchez une faute de frappe") == 1
    assert "rien sur ce site ne répond à /ailleurs/. *Cherchez une faute de frappe" in found.comment
    assert "nothing on this site answers /nulle-part/" in (found.report / "preview.json").read_text("utf-8")


def test_nothing_changed_is_said(tmp_path: Path) -> None:
    pull = pull_request("edited", tmp_path)
    git(pull.root, "reset", "--quiet", "--hard", "main")

    assert "### ✅ Nothing in the texts changes." in shown(pull).comment


# --- what it never tells ----------------------------------------------------------------------------------------------


def test_nothing_of_the_programme_is_in_it(tmp_path: Path) -> None:
    pull = pull_request("edited", tmp_path)
    programme = tmp_path / "programme"
    planted = {
        "people/jane-doe.toml": 'name = "PLANTED-1"\nemails = ["planted-2@example.com"]\naccount = "PLANTED-3"\n',
        "departments.toml": '[PLANTED-4]\n"2026-01-01" = 12\n',
        "governance.toml": 'planted = "PLANTED-5"\n',
        "charter.md": "# PLANTED-6\n",
        "short-links.csv": "PLANTED-7\n",
        "measures/x.csv": "PLANTED-8\n",
        "objectives.toml": 'x = "PLANTED-9"\n',
        "PLANTED-10/PLANTED-11.txt": "PLANTED-12",
        "editorial.toml": '[severity]\nmoved-without-id = "advice"\n',
    }
    for name, text in planted.items():
        (programme / name).parent.mkdir(parents=True, exist_ok=True)
        (programme / name).write_text(text, "utf-8")

    found = shown(pull, "--programme", programme)

    files = tree(found.report)
    assert files.keys() >= {"index.html", "preview.md", "preview.json"}, found.said
    assert [name for name, data in files.items() if b"planted" in data.lower()] == []


def test_words_of_a_stranger_act_nowhere(tmp_path: Path) -> None:
    pull = proposal(
        tmp_path,
        {
            NEW: article(f"{HOSTILE} text\n", title=HOSTILE, summary=HOSTILE, share="{x: [" + HOSTILE + "]}"),
            "authors/jane-doe.md": f"---\nname: {HOSTILE}\nagreed: 2026-01-01\n---\n\nWrites.\n",
        },
    )

    found = shown(pull, label="<b>@everyone</b> #1")

    tokens = MarkdownIt("gfm-like", {"linkify": False}).parse(found.comment)
    inline = [one for token in tokens for one in token.children or ()]
    assert {unquote(str(one.attrs["href"])) for one in inline if one.type == "link_open"} == {
        f"{PLACE}/articles/a-new-article/", f"{PLACE}/_preview/", f"{PLACE}/",
    }  # fmt: skip
    html = "".join(one.content for one in (*tokens, *inline) if one.type in ("html_block", "html_inline"))
    assert set(re.findall(r"</?(\w+)", html)) <= {"img", "details", "summary", "ins", "del"}
    assert html.count("<!--") == 1
    assert not re.search(r"@\w|#\d", "".join(one.content for one in inline if one.type == "text"))
    assert "evil.example" not in "".join(links(found.page))
    assert not JustHTML(found.page, sanitize=False).query("script, iframe, object, form, [onerror], [style]")


def test_a_comment_is_never_too_long_for_its_host(tmp_path: Path) -> None:
    words = "\n\n".join("Some <b>*words*</b> @here. " * 40 + str(number) for number in range(40))
    texts = {f"articles/2026/{n}.md": article(words, title=HOSTILE, summary=HOSTILE) for n in range(30)}
    pull = proposal(tmp_path, {path: text.replace("words", "many words") for path, text in texts.items()}, texts)

    found = shown(pull)

    assert len(found.json["texts"]) == 30
    assert 10_000 < len(found.comment) < 60_000
    assert "And 22 more: see the whole report." in found.comment


# --- when it is there -------------------------------------------------------------------------------------------------


def test_a_failed_build_leaves_the_site_and_says_why_in_the_report(tmp_path: Path) -> None:
    pull = pull_request("edited", tmp_path)
    good = shown(pull)
    was = {name: tree(tmp_path / name) for name in ("output", "internal")}
    put(pull.root, {NEW: article(authors="[jane-deo]", title="By nobody")})

    bad = shown(pull)

    assert (good.said.code, bad.said.code) == (0, 1)
    assert "preview report: " in bad.said.out
    assert bad.json["verdict"] == "mend"
    assert "no author &#39;jane-deo&#39;" in bad.page
    assert [one["page"] for one in bad.json["texts"]] == ["", ""]  # nothing of it was put in place
    now = {name: tree(tmp_path / name) for name in ("output", "internal")}
    assert now["output"] == was["output"]
    assert {name for name in now["internal"] if now["internal"][name] != was["internal"].get(name)} <= {
        f"preview/{name}" for name in tree(bad.report)
    }


def test_without_a_base_there_is_nothing_to_report(tmp_path: Path) -> None:
    pull = pull_request("edited", tmp_path)
    assert shown(pull).report.is_dir()

    said = build(pull.content, tmp_path)

    assert said.code == 0, said
    left = tree(tmp_path / "internal/preview") if (tmp_path / "internal/preview").exists() else {}
    assert [name for name in left if not name.startswith("cards/")] == []  # the gallery of cards has no base


def test_the_same_proposal_gives_the_same_bytes(edited: Shown, tmp_path: Path) -> None:
    again = shown(pull_request("edited", tmp_path / "elsewhere"), to=tmp_path / "other")

    assert tree(again.report) == tree(edited.report)


@pytest.mark.parametrize("label", ["", "pull request 7"])
def test_everything_that_the_page_shows_is_beside_it(label: str, tmp_path: Path) -> None:
    found = shown(pull_request("new", tmp_path), label=label, place="" if not label else PLACE)

    local = [link for link in links(found.page) if not link.startswith(("https://", "#", "data:"))]
    assert [link for link in local if not (found.report / link).exists()] == []
    assert any(link.startswith("../../output/articles/") for link in local) == (not label)
    assert not any(link.startswith("../..") for link in local) or not label


def test_a_text_that_cannot_be_read_is_reported_by_its_path(tmp_path: Path) -> None:
    pull = proposal(tmp_path, {NEW: "No front matter at all.\n"})

    found = shown(pull)

    assert found.json["verdict"] == "mend"
    assert found.json["texts"][0]["title"] == NEW


# --- its form ---------------------------------------------------------------------------------------------------------


def test_its_json_has_the_shape_that_is_documented(edited: Shown) -> None:
    written = (ROOT / "docs/schemas/preview.json").read_text("utf-8")
    schema = json.loads(written)

    assert written == schema_file(), "run `make docs`"
    assert edited.json["schema"] == "byline.preview/1"
    assert edited.json.keys() == schema["properties"].keys()
    assert edited.json["texts"][0].keys() == schema["$defs"]["Proposed"]["properties"].keys()
    assert set(schema["properties"]["verdict"]["enum"]) == {"ready", "look", "mend"}


def test_every_field_of_its_json_is_explained() -> None:
    schema = json.loads((ROOT / "docs/schemas/preview.json").read_text("utf-8"))
    page = (ROOT / "docs/preview.md").read_text("utf-8")
    fields = {*schema["properties"], *(name for one in schema["$defs"].values() for name in one["properties"])}

    assert [name for name in sorted(fields) if f"`{name}`" not in page] == []


def test_deleted_and_renamed_files_are_told_by_their_old_path(tmp_path: Path) -> None:
    found = shown(pull_request("deleted", tmp_path))

    assert [(one["kind"], one["path"], one["was"]) for one in found.json["texts"]] == [("deleted", "", MOVED)]
    assert f"content/{NOTE}:7" in found.comment
