"""The hub shows what can be shared and how to find it, with relative paths only, and nothing about a person."""

from __future__ import annotations

import posixpath
import re
from base64 import b64decode
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from html.parser import HTMLParser
from io import BytesIO
from urllib.parse import urlsplit

import pytest
import vobject
import zxingcpp
from PIL import Image

from builders import NOON, a_category, a_text, an_article, an_author, an_edition
from byline.build import Build
from byline.hub.files import Hub
from byline.hub.pictures import code_png
from byline.hub.remarks import remarks, remarks_page
from byline.hub.settings import HubSettings
from byline.model import (
    Ambassador,
    Article,
    Campaign,
    Campfire,
    Card,
    Charter,
    Department,
    Event,
    File,
    Finding,
    Guide,
    Idea,
    LateFile,
    Media,
    OptIn,
    Programme,
    Thanks,
    Value,
    Wins,
)
from byline.words import words_for
from house.sources import PACKAGE
from hub_parts import a_hub_build, hub_files

TODAY = NOON.date()
SPRING = Campaign("spring", "Spring", date(2026, 3, 1), date(2026, 6, 30), wins=Wins("R", "A", "C"), lang="en")
MORNING = datetime(2026, 6, 20, 9, tzinfo=UTC)
FULL = Programme(
    charters={"en": Charter("2", "en", a_text("<p>Promise.</p>"), changes={"1": "First.", "2": "Second."})},
    events=(Event("bench", "Open bench", MORNING, MORNING + timedelta(hours=1), False, "en", articles=("why",)),),
    campfires=(Campfire("frost", "Frost", "en", "https://forum.example.org/", "Frost.", "jane-doe", ("No offers.",)),),
    values=(Value("open", "Open", "In the open.", "en", ("why",)),),
    thanks=(
        Thanks("a", "jane-doe", "omar", "For the reply.", TODAY, "en", agreed=TODAY),
        Thanks("b", "jane-doe", "omar", "Not yet agreed.", TODAY, "en"),
    ),
    ideas=(Idea("cost", "What a repair costs", "en", proposed_by="omar"),),
    guides={"words": {"en": Guide("words", "Own words", "en", body=a_text("<p>Advice.</p>"))}},
)


def why(**fields: object) -> Article:
    return an_article("why", **{"category": a_category(), "needs": ("growth",), **fields})


def a_site(*more: Article, programme: Programme = FULL, **fields: object) -> Build:
    jane = an_author(helps_with=("a first sentence",))
    articles = (why(authors=(jane,)), an_article("pourquoi", lang="fr", authors=(jane,)), *more)
    return a_hub_build(an_edition(*articles, campaigns=(SPRING,)), programme, **fields)


def page(build: Build, name: str) -> str:
    return hub_files(build)[f"hub/{name}"].decode()


# --- what is there ----------------------------------------------------------------------------------------------------


def test_a_hub_has_a_page_for_everything_and_for_each_way_to_look() -> None:
    pages = {name.removeprefix("hub/") for name in hub_files(a_site()) if "/fr/" not in name}

    assert pages >= {
        *("index.html", "all.html", "hub.css", "hub.js", "events.ics", "welcome.html", "signature.html"),
        *("campaigns.html", "people.html", "events.html", "campfires.html", "guides.html", "charter.html"),
        *("board.html", "values.html", "thanks.html", "articles/why.html", "articles/pourquoi-fr.html"),
        *("language-en.html", "language-fr.html", "category-engineering.html", "need-growth.html"),
        *("channel-linkedin.html", "channel-x.html"),
    }


def test_a_hub_speaks_the_languages_of_the_edition_that_it_has_words_for() -> None:
    build = a_site(an_article("por-que", lang="es"))

    assert '<html lang="en"' in page(build, "index.html")
    assert '<html lang="fr"' in page(build, "fr/index.html")
    assert not any("/es/" in name for name in hub_files(build))


def test_what_has_nothing_on_it_has_no_page_and_no_place_in_the_menu() -> None:
    build = a_site(programme=Programme())
    there = hub_files(build)

    assert not {f"hub/{name}.html" for name in ("events", "campfires", "guides", "charter", "values", "thanks")} & {
        *there
    }
    assert "charter.html" not in page(build, "welcome.html")


def test_a_filter_page_holds_what_it_says() -> None:
    build = a_site()

    assert "articles/pourquoi-fr.html" in page(build, "language-fr.html")
    assert "articles/why.html" not in page(build, "language-fr.html")
    assert "articles/pourquoi-fr.html" not in page(build, "need-growth.html")
    assert "articles/why.html#linkedin" in page(build, "channel-linkedin.html")


def test_the_newest_are_offered_and_whatever_is_proposed() -> None:
    old = [an_article(f"old-{n}", date=NOON - timedelta(days=31 + n)) for n in range(9)]
    running = an_article("running", date=NOON - timedelta(days=900), campaign="spring")
    build = a_site(running, *old)
    build.settings[HubSettings] = HubSettings(offered=5)

    slugs = [item.article.slug for item in Hub(build).shelf.items]
    assert set(slugs) == {"running", "why", "pourquoi", "old-0", "old-1"}


def test_a_week_without_proposals_still_offers_the_newest() -> None:
    build = a_hub_build(an_edition(an_article("older", date=NOON - timedelta(days=60))))

    assert "articles/older.html" in page(build, "index.html")


@pytest.mark.parametrize(("name", "hidden"), [("thanks.html", "Not yet agreed"), ("people.html", "Omar")])
def test_nobody_is_shown_who_did_not_agree(name: str, hidden: str) -> None:
    silent = an_author("omar", agreed=None)
    text = page(a_site(an_article("other", authors=(silent,))), name)

    assert hidden not in text


def test_a_campaign_shows_its_three_wins_and_only_what_may_still_be_used() -> None:
    media = (
        Media(url="https://films.example.com/good", alt="Good film", credit="C", license="L", expires=TODAY),
        Media(
            url="https://films.example.com/old",
            alt="Old film",
            credit="C",
            license="L",
            pictured_until=date(2026, 6, 14),
        ),
    )
    build = a_site(why(campaign="spring"))
    edition = replace(build.edition, campaigns=(replace(SPRING, media=media),))
    text = page(a_hub_build(edition, FULL), "campaigns.html")

    assert all(f">{win}</dd>" in text for win in ("R", "A", "C"))
    assert "Good film" in text
    assert "Old film" not in text


def test_a_campaign_that_is_over_looks_back() -> None:
    over = replace(SPRING, ends=date(2026, 6, 1), retrospective=a_text("<p>It went well.</p>"))
    build = a_hub_build(an_edition(why(), campaigns=(over,)))

    assert "It went well." in page(build, "campaigns.html")
    assert "It went well." not in page(
        a_hub_build(an_edition(why(), campaigns=(replace(over, ends=TODAY),))), "campaigns.html"
    )


# --- stopping ---------------------------------------------------------------------------------------------------------


def test_a_hold_on_an_article_says_so_and_offers_it_nowhere() -> None:
    build = a_site(an_article("wrong", hold="A figure is wrong."))
    there = hub_files(build)

    assert "hub/articles/wrong.html" not in there
    assert [name for name, data in there.items() if b"articles/wrong.html" in data] == []
    assert "A figure is wrong." in page(build, "index.html")


def test_a_stop_of_everything_is_said_on_every_page_and_nothing_is_offered() -> None:
    there = hub_files(a_site(programme=replace(FULL, hold="Not today.")))
    pages = {name: data.decode() for name, data in there.items() if name.endswith(".html")}

    assert [name for name, text in pages.items() if "Not today." not in text] == []
    assert not any("/articles/" in name for name in there)


# --- files that need nothing ------------------------------------------------------------------------------------------


class References(HTMLParser):
    """Every address that a page loads or leads to."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.loads: set[str] = set()
        self.leads: set[str] = set()
        self.ids: set[str] = set()
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        self.ids.add(given.get("id") or "")
        self.loads |= {given[key] or "" for key in ("src", "poster", "action", "data") if key in given}
        if tag == "link":
            self.loads.add(given["href"] or "")
        elif tag == "a":
            self.leads.add(given.get("href") or "")


def test_every_path_is_relative_and_leads_to_a_file_of_the_hub() -> None:
    there = hub_files(a_site())
    pages = {name: References(data.decode()) for name, data in there.items() if name.endswith(".html")}
    for name, found in pages.items():
        assert not [address for address in found.loads if re.match("(?!data:)[a-z]+:|/", address)], name
        for address in found.loads | found.leads:
            parts = urlsplit(address)
            if parts.scheme:
                continue
            target = posixpath.normpath(posixpath.join(posixpath.dirname(name), parts.path)) if parts.path else name
            assert target in there, f"{name} names {address}"
            if parts.fragment:
                assert parts.fragment in pages[target].ids, f"{name} names {address}"


def test_scripts_are_classic_and_nothing_is_kept_or_asked() -> None:
    there = hub_files(a_site())
    script = there["hub/hub.js"].decode()

    assert not [name for name, data in there.items() if name.endswith(".html") and b'type="module"' in data]
    assert not re.search(
        r"localStorage|sessionStorage|indexedDB|cookie|fetch\(|XMLHttpRequest|sendBeacon|import ", script
    )


def test_the_card_that_networks_show_is_in_the_hub() -> None:
    card = Card("/cards/article/why.12345678.png", "")
    build = a_site(cards={why().source: card})
    build.files.append(File("cards/article/why.12345678.png", b"PNG"))

    assert hub_files(build)["hub/cards/why.12345678.png"] == b"PNG"
    assert 'src="../cards/why.12345678.png"' in page(build, "articles/why.html")


def test_a_code_leads_to_the_article_and_says_that_it_was_a_code() -> None:
    build = a_site()
    code = re.search(r'download="why-code.png" href="data:image/png;base64,([^"]+)"', page(build, "articles/why.html"))
    assert code
    picture = Image.open(BytesIO(b64decode(code[1])))

    assert zxingcpp.read_barcodes(picture)[0].text == (
        "https://blog.example.com/articles/why/?utm_source=qr&utm_medium=referral&utm_campaign=why&utm_content=ambassador"
    )


def test_another_title_prints_one_kit_again() -> None:
    def kits(title: str) -> dict[str, str]:
        build = a_hub_build(an_edition(an_article("why", title=title), an_article("how")))
        build.cards = {a.source: Card(f"/cards/{a.title}.png", "") for a in build.edition.articles}
        build.files += [File(card.address[1:], b"") for card in build.cards.values()]
        late = (file for file in Hub(build).files() if "/articles/" in file.save_as and isinstance(file, LateFile))
        return {file.save_as: build.digests.of(file.inputs) for file in late}

    one, other = kits("Why"), kits("Why not")

    assert [name for name in one if one[name] != other[name]] == ["hub/articles/why.html"]


@pytest.mark.parametrize("length", [20, 300, 900])
def test_a_code_of_any_length_can_be_read(length: int) -> None:
    target = "https://blog.example.com/" + "é%20ا" * (length // 5)
    picture = Image.open(BytesIO(code_png(target)))

    assert zxingcpp.read_barcodes(picture)[0].text == target


def test_any_calendar_reads_the_events() -> None:
    whole = Event(
        "day", "Tag; der, Tür\nund 😀", datetime(2026, 9, 24, tzinfo=UTC), datetime(2026, 9, 25, tzinfo=UTC), True, "de"
    )
    long = replace(FULL.events[0], summary="Sätze, " * 40, place="Werkstatt; hinten")
    data = hub_files(a_site(programme=replace(FULL, events=(long, whole))))["hub/events.ics"]
    calendar = vobject.readOne(data.decode())
    timed, day = calendar.vevent_list

    assert all(len(line) <= 75 for line in data.split(b"\r\n"))
    assert b"ATTENDEE" not in data
    assert (timed.dtstart.value, timed.dtend.value) == (MORNING, MORNING + timedelta(hours=1))
    assert (timed.location.value, timed.description.value) == (long.place, long.summary)
    assert (day.dtstart.value, day.dtend.value) == (date(2026, 9, 24), date(2026, 9, 26))
    assert day.summary.value == "Tag; der, Tür\nund 😀"
    assert data == hub_files(a_site(programme=replace(FULL, events=(long, whole))))["hub/events.ics"]


# --- nothing about a person -------------------------------------------------------------------------------------------


def test_the_shared_hub_holds_nothing_of_who_takes_part() -> None:
    lena = Ambassador(
        "sentinel-id", "Sentinel Name", ("sentinel@example.com",), "sentinel-account", "sentinel-lab", TODAY,
        opt_in=OptIn(measured=TODAY), source="people/sentinel-id.toml",
    )  # fmt: skip
    programme = replace(
        FULL,
        people={lena.id: lena},
        departments={"sentinel-lab": Department("sentinel-lab", "Sentinel Lab", {TODAY: 9})},
    )
    there = hub_files(a_site(programme=programme))

    assert [name for name, data in there.items() if b"entinel" in data or "entinel" in name] == []


# --- what is wrong is told to colleagues ------------------------------------------------------------------------------


def test_what_does_not_hold_is_told() -> None:
    lena = Ambassador("lena", "Lena", department="labb", charter="9", channels=("linkdin",), source="people/lena.toml")
    programme = replace(
        FULL,
        people={"lena": lena},
        departments={"lab": Department("lab", "Lab")},
        values=(Value("kind", "Kind", "We are kind.", "en", ("nothing",)), Value("bare", "Bare", "We are bare.", "en")),
    )
    expired = replace(
        SPRING, media=(Media(url="https://f.example.com/", expires=date(2026, 6, 1)),), source="campaigns/s.toml"
    )
    build = a_hub_build(an_edition(why(), campaigns=(expired,)), programme)
    found = [(one.path, one.name, one.severity) for one in remarks(Hub(build).shelf)]

    assert sorted(found) == [
        ("../content/campaigns/s.toml", "media-expired", "warning"),
        ("people/lena.toml", "unknown-channel", "warning"),
        ("people/lena.toml", "unknown-charter", "warning"),
        ("people/lena.toml", "unknown-department", "warning"),
        ("values.toml", "unknown-article", "warning"),
        ("values.toml", "value-without-proof", "advice"),
        ("values.toml", "value-without-proof", "advice"),
    ]


@pytest.mark.parametrize("room", ["hub", "weekly"])
def test_every_word_is_there_in_french(room: str) -> None:
    french = words_for("fr", PACKAGE / room / "locale")

    assert (french.lang, french.missing) == ("fr", 0)


def test_what_is_to_mend_is_told_in_the_language_of_the_site() -> None:
    found = Finding("people/jane.toml", 3, "unknown-channel", "there is no channel 'fax'.", "warning")

    page = remarks_page([found], "fr").decode()

    assert page.startswith("# Ce qui est à corriger dans le programme\n\n")
    assert (
        "\n1 avertissement\n\n- avertissement\N{NO-BREAK SPACE}: `people/jane.toml:3:` unknown-channel: aucun canal"
        in page
    )
    assert remarks_page([], "fr").decode().endswith("\n\nRien.\n")
    assert (
        "\n\n1 warning\n\n- warning: `people/jane.toml:3:` unknown-channel: there is" in remarks_page([found]).decode()
    )
