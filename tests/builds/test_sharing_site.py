"""A site with a programme, built as a person would: what is given out works, and no public byte is private."""

from __future__ import annotations

import csv
import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
import vobject
from lxml import html
from playwright.sync_api import Browser

from content_files import AGREED
from hosting import hosted
from running import Said, article, build, byline, site, tree

KEY = "a-key-of-at-least-32-characters-for-tests"
PERSON = """name = "Zephyrine Quillsentinel"
emails = ["zephyrine.sentinel@corp-sentinel.example"]
account = "zsentinel"
department = "sentinel-department"
enrolled = 2026-01-02
channels = ["linkedin", "x", "email"]

[opt_in]
measured = 2026-01-03
"""
PLANTED = (
    *(b"Quillsentinel", b"zephyrine", b"Zephyrine", b"corp-sentinel", b"zsentinel", b"sentinel-department"),
    *(b"Department Sentinel", b"sentinel-unmeasured", b"Unmeasured Sentinel", b"words of a sentinel"),
)
PROGRAMME = {
    "governance.toml": AGREED,
    "people/zephyrine-sentinel.toml": PERSON,
    "people/sentinel-unmeasured.toml": 'name = "Unmeasured Sentinel"\nenrolled = 2026-01-02\n',
    "departments.toml": '[sentinel-department]\nname = "Department Sentinel"\nheadcount = {2026-01-01 = 9}\n',
    "texts/one.toml": 'article = "one"\nchannel = "x"\ntext = "Some words of a sentinel."\nby = "zephyrine-sentinel"\n',
}
Rows = list[dict[str, str]]


@dataclass(frozen=True)
class Shared:
    """A site whose short links were given out, then built in production."""

    folder: Path
    issued: Said
    built: Said
    files: Mapping[str, bytes]
    rows: Rows

    @property
    def programme(self) -> Path:
        return self.folder / "programme"


def rows_of(folder: Path) -> Rows:
    with (folder / "programme/short-links.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def issue(folder: Path, **environment: str) -> Said:
    given = ["--content", folder / "content", "--programme", folder / "programme", "--cache", folder / "cache"]
    return byline("links", "issue", *given, **{"BYLINE_SECRET": KEY, **environment})


def built(folder: Path, *more: object, **environment: str) -> Said:
    return build(
        folder / "content", folder, "--programme", folder / "programme", "--siteurl", "https://blog.example.com",
        *more, **{"BYLINE_SECRET": KEY, **environment},
    )  # fmt: skip


def prepared(folder: Path) -> Path:
    """Articles, a campaign that runs, and a programme with somebody who is measured and somebody who is not."""
    campaign = 'name = "Spring"\nstarts = 2026-01-01\nends = 2026-12-31\n'
    files = {
        "articles/one.md": article("**One may quote this sentence.**\n", title="A & <b>", date="2026-06-01"),
        "articles/two.md": article(title="Two", date="2026-06-02"),
        "articles/old.md": article(title="Old", date="2020-01-01"),
        "articles/three.md": article(title="Three", campaign="spring", hashtags="[racks]"),
        "campaigns/spring.toml": campaign + '[wins]\nreader = "a"\nauthor = "b"\ncompany = "c"\n',
    }
    site(folder, **files)
    for name, text in PROGRAMME.items():
        path = folder / "programme" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    return folder


@pytest.fixture(scope="module")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Shared:
    folder = prepared(tmp_path_factory.mktemp("sharing"))
    issued = issue(folder)
    done = built(folder, "--production")
    assert done.code == 0, done
    return Shared(folder, issued, done, tree(folder / "output"), rows_of(folder))


def page(shared: Shared, row: dict[str, str]) -> html.HtmlElement:
    return html.document_fromstring(shared.files[f"s/{row['code']}/index.html"].decode())


def test_links_are_given_out_for_those_who_are_measured_on_the_channels_they_ticked(shared: Shared) -> None:
    assert "9 short links for one person and 3 articles" in shared.issued.out
    assert {(row["article"], row["channel"], row["person"]) for row in shared.rows} == {
        (article, channel, "zephyrine-sentinel")
        for article in ("one", "two", "three")
        for channel in ("linkedin", "x", "email")
    }


def test_giving_out_twice_adds_nothing(shared: Shared) -> None:
    before = (shared.programme / "short-links.csv").read_bytes()

    said = issue(shared.folder)

    assert "nothing is missing" in said.out
    assert (shared.programme / "short-links.csv").read_bytes() == before


def test_each_page_shows_networks_the_article_and_sends_readers_on(shared: Shared) -> None:
    row = next(row for row in shared.rows if (row["article"], row["channel"]) == ("three", "x"))
    found = page(shared, row)
    meta = {one.get("property") or one.get("name"): one.get("content") for one in found.iter("meta")}
    wait, _, target = found.xpath("//meta[@http-equiv='refresh']/@content")[0].partition("; url=")

    assert meta["og:url"] == f"https://blog.example.com/s/{row['code']}/"
    assert (meta["og:title"], meta["robots"]) == ("Three", "noindex")
    assert meta["og:image"].startswith("https://blog.example.com/cards/article/")
    assert meta["og:image"].removeprefix("https://blog.example.com/") in shared.files
    assert found.xpath("//link[@rel='canonical']") == []
    assert wait == "0"
    assert found.xpath("//a/@href") == [target]
    assert urlsplit(target).path == "/articles/three/"
    assert {name: values for name, (values,) in parse_qs(urlsplit(target).query).items() if name != "utm_content"} == {
        "utm_source": "x", "utm_medium": "social", "utm_campaign": "three", "utm_id": "spring",
    }  # fmt: skip


def test_titles_are_escaped_on_short_pages(shared: Shared) -> None:
    row = next(row for row in shared.rows if row["article"] == "one")

    assert page(shared, row).xpath("string(//h1)") == "A & <b>"


def test_short_links_stand_in_no_list_feed_sitemap_or_search(shared: Shared) -> None:
    codes = [row["code"].encode() for row in shared.rows]
    naming = [path for path, data in shared.files.items() if any(code in data for code in codes)]

    assert len(naming) == len(codes)
    assert all(path.startswith("s/") for path in naming)


def test_campaign_parameters_stand_only_in_share_links(shared: Shared) -> None:
    """Never on the site's own links, in canonical addresses, feeds, sitemaps or search."""
    for path, data in shared.files.items():
        if path.startswith("s/") or b"utm_" not in data:
            continue
        assert re.fullmatch(r"articles/[a-z]+/index\.html|pages/privacy/index\.html|theme/byline\.\w+\.js", path), path
        if path.startswith("articles/"):
            found = html.document_fromstring(data.decode())
            tagged = {one for one in found.xpath("//@href | //@src | //@content | //@data-url") if "utm_" in one}
            assert tagged
            assert all(one.startswith(("https://", "mailto:")) for one in tagged)
            assert not [one for one in tagged if one.startswith("https://blog.example.com")]


def test_a_tagged_address_keeps_the_order_that_reports_expect(shared: Shared) -> None:
    data = shared.files["articles/three/index.html"].decode()
    names = re.findall(r"utm_[a-z]+(?=%3D)", re.search(r"share-offsite/\?url=([^\"]+)", data)[1])  # type: ignore[index]

    assert names == ["utm_source", "utm_medium", "utm_campaign", "utm_id", "utm_content"]


# --- nothing private --------------------------------------------------------------------------------------------------


def test_nothing_of_the_programme_is_in_any_public_byte(shared: Shared) -> None:
    found = [
        (path, word)
        for path, data in shared.files.items()
        for word in PLANTED
        if word in data or word.decode() in path or word.lower() in data.lower()
    ]

    assert found == []
    assert KEY.encode() not in b"".join(shared.files.values())


def test_from_all_public_bytes_nobody_can_join_two_links_of_a_person(shared: Shared, tmp_path: Path) -> None:
    """A second person with the same links: whatever is known of one page, the others cannot be told apart.

    Every page of one article and channel is the same but for its code and its token, and neither of these shares a
    beginning, an end, or an order with another one of the same person.
    """
    folder = prepared(tmp_path)
    for number in range(4):
        (folder / f"programme/people/other-{number}.toml").write_text(PERSON.replace("Zephyrine", f"Other{number}"))
    issue(folder)
    assert built(folder).code == 0
    rows, files = rows_of(folder), tree(folder / "output/s")
    tokens = {row["code"]: re.search(rb"utm_content=(\w+)", files[f"{row['code']}/index.html"])[1] for row in rows}  # type: ignore[index]

    same: dict[tuple[str, str], set[bytes]] = {}
    for row in rows:
        data = files[f"{row['code']}/index.html"]
        bare = data.replace(row["code"].encode(), b"CODE").replace(tokens[row["code"]], b"TOKEN")
        same.setdefault((row["article"], row["channel"]), set()).add(bare)
    assert len(rows) == 5 * 9
    assert {len(pages) for pages in same.values()} == {1}
    assert len({*tokens.values()}) == len({*tokens}) == len(rows)
    for part in (slice(0, 4), slice(-4, None)):
        assert len({token[part] for token in tokens.values()}) > len(rows) - 3
        assert len({code[part] for code in tokens}) > len(rows) - 3


def test_links_of_whoever_takes_part_no_more_lead_to_the_untagged_article(tmp_path: Path) -> None:
    folder = prepared(tmp_path)
    issue(folder)
    person = folder / "programme/people/zephyrine-sentinel.toml"
    person.write_text(PERSON.replace("measured = 2026-01-03", ""))
    assert built(folder).code == 0

    pages = [data for path, data in tree(folder / "output").items() if path.startswith("s/")]
    assert len(pages) == 9
    assert not [data for data in pages if b"utm_" in data]


# --- keys -------------------------------------------------------------------------------------------------------------


def test_without_a_key_measured_people_are_an_error_in_public_and_one_note_elsewhere(tmp_path: Path) -> None:
    folder = prepared(tmp_path)

    public, other = built(folder, "--production", BYLINE_SECRET=""), built(folder, BYLINE_SECRET="")

    assert public.code == 1
    assert "one person chose to be measured, but there is no BYLINE_SECRET" in public.err
    assert other.code == 0
    assert other.err.count("BYLINE_SECRET") == 1


def test_a_key_that_could_be_guessed_stops_the_build_and_is_not_shown(tmp_path: Path) -> None:
    said = built(prepared(tmp_path), BYLINE_SECRET="hunter2")

    assert said.code == 1
    assert "BYLINE_SECRET has fewer than 32 characters" in said.err
    assert "hunter2" not in str(said)


def test_without_a_key_nothing_is_given_out(tmp_path: Path) -> None:
    folder = prepared(tmp_path)

    said = issue(folder, BYLINE_SECRET="")

    assert (said.code, (folder / "programme/short-links.csv").exists()) == (1, False)
    assert "there is no BYLINE_SECRET" in said.err


# --- handing over -----------------------------------------------------------------------------------------------------


def test_a_person_gets_a_calendar_with_their_own_links(shared: Shared, tmp_path: Path) -> None:
    given = ["--content", shared.folder / "content", "--programme", shared.programme, "--cache", tmp_path / "cache"]
    said = byline("hub", "--for", "all", "--to", tmp_path / "handed", *given, BYLINE_SECRET=KEY)
    assert said.code == 0, said

    events = {
        path.stem: vobject.readOne(path.read_text("utf-8")).contents["vevent"]
        for path in sorted((tmp_path / "handed").glob("*.ics"))
    }
    own = {row["code"]: row for row in shared.rows}

    assert set(events) == {"zephyrine-sentinel", "sentinel-unmeasured"}
    for event in events["zephyrine-sentinel"]:
        code = urlsplit(event.url.value).path.split("/")[2]
        assert own[code]["person"] == "zephyrine-sentinel"
        assert event.url.value in event.description.value
    for event in events["sentinel-unmeasured"]:
        assert "utm_content=ambassador" in event.url.value


def test_accounts_of_the_company_get_files_that_no_person_is_in(shared: Shared) -> None:
    planned = tree(shared.folder / "internal/planning")

    assert {f"{scheduler}-linkedin.csv" for scheduler in ("buffer", "hootsuite", "sprout")} <= planned.keys()
    for data in planned.values():
        assert b"utm_content=account" in data
        assert b"/s/" not in data
        assert b"I work at" not in data
        assert not [word for word in PLANTED if word in data]


# --- in a browser -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("scripts", [True, False], ids=["with scripts", "without"])
def test_a_reader_is_sent_on_at_once_and_may_go_back(shared: Shared, browser: Browser, scripts: bool) -> None:
    row = next(row for row in shared.rows if (row["article"], row["channel"]) == ("three", "x"))
    with hosted(shared.folder / "output") as url, browser.new_context(java_script_enabled=scripts) as context:
        page = context.new_page()
        asked: list[str] = []
        page.on("request", lambda request: asked.append(request.url))
        page.goto(f"{url}/authors/")
        page.goto(f"{url}/s/{row['code']}/")
        page.wait_for_url("**/articles/three/**")

        # Whatever the page's own script does to its address afterwards, the visit was counted by then.
        (visited,) = {one for one in asked if "/articles/three/" in one}
        assert parse_qs(urlsplit(visited).query)["utm_source"] == ["x"]
        page.go_back()
        page.wait_for_url("**/authors/")
        assert page.url == f"{url}/authors/"
