"""Files from strangers: cleaned with counts, or refused with a sentence; never their words in a row."""

from __future__ import annotations

import gzip
import json
import zipfile
from collections import Counter
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from byline.at_once import apply
from byline.measures.attributing import Known, Origin, shown
from byline.measures.importing import Wanted, bring_in
from byline.measures.opening import decoded
from byline.measures.reading import read
from byline.measures.rows import database
from byline.measures.summing import Arrival, attribute, together
from byline.measures.tables import columns_of, number, rows
from byline.measures.telling import sentences
from byline.refusals import Refusal
from measures import exports
from measures.exports import HOST, known, line

ESCAPES = "\x1b[31mred\x1b[0m\r\n::error::x\x00\u202e"
FORMULA = '=HYPERLINK("https://evil.example","x")'
HTML = "<script>alert(1)</script>"
SPIKES = (ESCAPES, FORMULA, HTML, "@SUM(1)", "-2+3", "+1", "a" * 500, "\ud800".encode("utf-8", "replace").decode())


def said(folder: Path, tool: str, *files: Path) -> str:
    return brought(folder, Wanted(tool, files), known())


def brought(folder: Path, wanted: Wanted, site: Known) -> str:
    found = bring_in(folder, wanted, site, HOST)
    apply(folder, found.files)
    return "\n".join(sentence for one in found.done for sentence in sentences(one))


def kept(folder: Path) -> str:
    return "".join(path.read_text("utf-8") for path in sorted((folder / "measures").glob("*.json")))


def is_text(text: str) -> bool:
    """Whether nothing in it acts on a terminal, a log or a reader of lines."""
    return all(one == "\n" or (one.isprintable() and one != "\u202e") for one in text)


def test_what_strangers_wrote_ends_as_text_and_in_no_row(tmp_path: Path) -> None:
    header = "date,utm_source,utm_campaign,utm_content,visits"
    spiked = [f'2026-09-01,"{a}","{b}","{c}",1' for a, b, c in zip(SPIKES, SPIKES[1:], SPIKES[2:], strict=False)]
    path = tmp_path / "hostile.csv"
    path.write_text("\n".join([header, *(row.replace('""', '"') for row in spiked)]), "utf-8")
    told = said(tmp_path, "plausible", path)

    assert is_text(told)
    assert is_text(json.dumps(json.loads(kept(tmp_path)), ensure_ascii=False))
    assert read(tmp_path).visits == ()
    assert all(len(word) < 130 for word in read(tmp_path).unknown_words)


def test_hostile_lines_of_a_log_are_cleaned_or_counted(tmp_path: Path) -> None:
    good = "/articles/why-we-sign/"
    log = tmp_path / "access.log"
    log.write_bytes(
        b"".join(
            [
                *(line("2026-09-01", f"203.0.113.{n}", good).encode() for n in range(3)),
                b"no line at all\n",
                b'203.0.113.9 - - [01/Sep/2026:10:00:00 +0000] "GET /articles/why-we-sign/ HTT\n',  # torn
                line("2099-01-01", "203.0.113.5", good).encode(),  # has not come yet
                line("1999-12-31", "203.0.113.5", good).encode(),
                b"x" * 10_000_000 + b"\n",
                line(
                    "2026-09-01", "203.0.113.6", "/articles/why-we-sign/?utm_source=\xff\xfe&utm_campaign=%1b[31m"
                ).encode("latin-1"),
                line("2026-09-01", "203.0.113.7", good, agent='Fire"fox \\"quoted\\" \x1b[31m').encode(),
                line("2026-09-01", "203.0.113.8", good).encode("utf-16-le"),
                b"\n\n",
            ]
        )
    )
    told = said(tmp_path, "log", log)
    found = read(tmp_path)

    assert is_text(told)
    assert found.days.keys() == {date(2026, 9, 1)}
    assert {(one.article, one.channel, one.content) for one in found.visits} == {("why-we-sign", "", "")}
    assert sum(one.visits for one in found.visits) == 4
    assert found.rejected["longer than 64 KiB"] == 1
    assert found.rejected["of a day that has not come yet"] == 1
    assert found.rejected["of a day before 2000"] == 1
    assert found.rejected["that are no line of such a log"] >= 4
    assert found.unknown == 1


def test_no_address_of_a_reader_and_no_other_key_is_kept(tmp_path: Path) -> None:
    said(tmp_path, "log", exports.log(tmp_path))
    everything = b"".join(path.read_bytes() for path in (tmp_path / "measures").iterdir())

    assert b"203.0.113" not in everything
    assert b"fbclid" not in everything
    assert b"Firefox" not in everything


def test_machines_are_no_visits_and_previews_are_counted_by_article_and_channel(tmp_path: Path) -> None:
    page = "/articles/why-we-sign/?utm_source=linkedin&utm_campaign=why-we-sign&utm_content=reader"
    agents = ("LinkedInBot/1.0 (compatible)", "Mozilla/5.0 (compatible; Googlebot/2.1)", "curl/8.5.0", "", "-")
    log = tmp_path / "access.log"
    log.write_text("".join(line("2026-09-01", "203.0.113.1", page, agent) for agent in agents) * 2, "utf-8")
    log.write_text(log.read_text("utf-8") + line("2026-09-01", "203.0.113.2", page), "utf-8")
    told = said(tmp_path, "log", log)
    found = read(tmp_path)

    assert found.attributed == 1
    assert found.previews == {("why-we-sign", "linkedin"): 2}
    assert "11 lines read; 10 of machines, of which networks' previews 2" in told


def test_a_reader_counts_once_a_day_for_each_link(tmp_path: Path) -> None:
    page = "/articles/why-we-sign/"
    log = tmp_path / "access.log"
    own = f"https://{HOST}/"
    log.write_text(
        line("2026-09-01", "203.0.113.1", page) * 3  # again and again
        + line("2026-09-01", "203.0.113.1", page, agent="Safari")  # another browser
        + line("2026-09-02", "203.0.113.1", page)  # another day
        + line("2026-09-01", "203.0.113.3", page, referrer=own)  # from a page of the site
        + line("2026-09-01", "203.0.113.4", page, status=404)
        + line("2026-09-01", "203.0.113.5", "/articles/why-we-sign")  # sent on to the same page
        + line("2026-09-01", "203.0.113.5", page)
        + line("2026-09-01", "203.0.113.6", "/"),
        "utf-8",
    )
    paths = {page: "why-we-sign", "/articles/why-we-sign": "why-we-sign"}
    brought(tmp_path, Wanted("log", (log,)), known(paths=paths))

    assert {one.day.day: one.visits for one in read(tmp_path).visits} == {1: 3, 2: 1}


def test_a_short_link_and_the_page_that_it_leads_to_are_one_visit(tmp_path: Path) -> None:
    from byline.model import ShortLink

    link = ShortLink("ab12cd34", "why-we-sign", "linkedin", "lena-example", "1")
    target = exports.token(exports.KEY, "lena-example", "why-we-sign", "linkedin", "1")
    log = tmp_path / "access.log"
    page = f"/articles/why-we-sign/?utm_source=linkedin&utm_medium=social&utm_campaign=why-we-sign&utm_content={target}"
    log.write_text(line("2026-09-01", "203.0.113.1", "/s/ab12cd34/") + line("2026-09-01", "203.0.113.1", page), "utf-8")
    brought(tmp_path, Wanted("log", (log,)), known(short={"ab12cd34": link}))

    assert [(one.channel, one.content, one.visits) for one in read(tmp_path).visits] == [("linkedin", target, 1)]


def a_torn_gzip(folder: Path) -> Path:
    path = exports.log(folder)
    path.write_bytes(path.read_bytes()[:-20])
    return path


def a_bomb(folder: Path) -> Path:
    path = folder / "bomb.log.gz"
    path.write_bytes(gzip.compress(b"0" * 100_000_000, 9))
    return path


def a_bomb_in_a_zip(folder: Path) -> Path:
    path = folder / "bomb.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as whole:
        whole.writestr("imported_sources.csv", b"0" * 100_000_000)
    return path


def no_zip(folder: Path) -> Path:
    path = folder / "broken.zip"
    path.write_bytes(b"PK\x03\x04" + b"\0" * 50)
    return path


def nothing(folder: Path) -> Path:
    path = folder / "empty.log"
    path.write_bytes(b"")
    return path


@pytest.mark.parametrize(
    ("make", "tool", "why"),
    [
        (a_torn_gzip, "log", "ends too early"),
        (a_bomb, "log", "expands to more than 200 times its size"),
        (a_bomb_in_a_zip, "plausible", "expands to more than 200 times its size"),
        (no_zip, "plausible", "cannot be read"),
        (nothing, "log", "tells of no visit"),
        (lambda folder: folder / "absent.csv", "ga4", "there is no file"),
        (lambda folder: folder, "ga4", "is a folder"),
    ],
)
def test_a_file_that_cannot_be_trusted_is_refused_and_nothing_is_kept(
    tmp_path: Path, make: object, tool: str, why: str
) -> None:
    with pytest.raises(Refusal) as refused:
        said(tmp_path, tool, make(tmp_path))  # type: ignore[operator]

    assert why in str(refused.value)
    assert is_text(str(refused.value))
    assert not (tmp_path / "measures").exists()


def test_a_name_that_acts_on_a_terminal_is_shown_as_text(tmp_path: Path) -> None:
    path = tmp_path / "\x1b[31m=x.csv"
    path.write_text("date,utm_source,utm_campaign,utm_content,visits\n2026-09-01,x,why-we-sign,reader,1\n", "utf-8")

    assert is_text(said(tmp_path, "plausible", path))
    assert is_text(json.dumps(json.loads(kept(tmp_path)), ensure_ascii=False))


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252"])
def test_every_encoding_of_spreadsheets_is_read(encoding: str) -> None:
    assert decoded("date,numéro\n2026-09-01,1\n".encode(encoding)).lstrip("\ufeff") == "date,numéro\n2026-09-01,1\n"


def test_broken_bytes_among_others_are_replaced() -> None:
    assert decoded(b"caf\xc3\xa9 \xff") == "café \ufffd"


@pytest.mark.parametrize(
    ("cell", "count"),
    [("12", 12), ("1,240", 1240), ("1 240", 1240), ("1\u202f240", 1240), ("1.240", 1240), ("12.0", 12), ("", 0)],
)
def test_numbers_are_read_as_people_write_them(cell: str, count: int) -> None:
    assert number({"visits": cell}, "visits") == count


@pytest.mark.parametrize("cell", ["-1", "1e9", "twelve", "12.5", "٣", "=1+1", "9" * 16])
def test_what_is_no_count_is_none(cell: str) -> None:
    with pytest.raises(ValueError, match="no whole number"):
        number({"visits": cell}, "visits")


LETTERS = st.characters(codec="utf-8")


@given(st.text(LETTERS))
def test_any_word_is_shown_as_text(word: str) -> None:
    assert is_text(shown(word))
    assert len(shown(word)) < 110


@given(st.binary(max_size=300))
def test_any_bytes_are_text(data: bytes) -> None:
    decoded(data).encode("utf-8", "replace")


@given(
    st.sampled_from(["plausible", "ga4", "matomo"]),
    st.lists(st.lists(st.text(LETTERS, max_size=20), max_size=9), max_size=6),
)
@settings(suppress_health_check=[HealthCheck.too_slow], max_examples=200)
def test_any_table_is_read_or_refused(tool: str, cells: list[list[str]]) -> None:
    columns = columns_of(tool)
    header = [names[0] for names in columns.names.values()]
    rejected = Counter[str]()
    text = "\n".join([",".join(header), *(",".join(row) for row in cells)])

    for row in rows("any.csv", text, columns, rejected):
        assert row.keys() == columns.names.keys()
    assert all(is_text(reason) for reason in rejected)


WORDS = st.sampled_from(["", "why-we-sign", "linkedin", "reader", "x", "spring", *SPIKES[:4]])
ARRIVALS = st.builds(
    Arrival,
    st.dates(date(1990, 1, 1), date(2030, 1, 1)),
    st.builds(
        Origin,
        st.just(""),
        st.sampled_from(["", "/articles/why-we-sign/", "/s/none/", "/"]),
        WORDS, WORDS, WORDS, WORDS,
    ),
    st.integers(0, 1000),
    st.none() | st.integers(0, 1000),
)  # fmt: skip
DB = database(threads=1)


@given(st.lists(ARRIVALS, max_size=30))
def test_every_visit_is_counted_once_and_rows_hold_nothing_but_what_the_site_gave_out(arrivals: list[Arrival]) -> None:
    site = known()
    found = attribute(DB, together(DB, arrivals), site, "ga4")
    good = [one for one in arrivals if date(2000, 1, 1) <= one.day <= site.today]

    assert sum(day.visits for day in found.days.values()) == sum(one.visits for one in good)
    assert sum(found.rejected.values()) == len(arrivals) - len(good)
    assert sum(sum(words.values()) for words in found.unknown.values()) == sum(
        day.unknown for day in found.days.values()
    )
    for one in found.visits:
        assert one.article in site.articles
        assert one.channel == "" or (one.channel,) in site.sources.values()
        assert one.campaign in {"", "spring"}
        assert one.content in {"", "reader", "ambassador", "account"}
