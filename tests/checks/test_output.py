"""What a check says goes to terminals, logs and robots: nothing of a text is obeyed there, and no secret is shown."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from byline.checks.excerpt import told
from byline.findings import CONTROLS, annotation, as_github, as_json, judged, line, worst_first
from byline.model import Finding
from content_files import a_content

HOSTILE = [
    "\x1b[31mred\x1b[0m and \x9b2J gone",
    "a\r\n::error file=x::forged",
    "::set-output name=a::b",
    "see ##[error]forged and ##vso[task.setvariable variable=a]b",
    "left\u202eright \u2066inside\u2069 \u200fmark \u061c",
    "bell\x07 null\x00 tab\x0b",
    "tags \U000e0041\U000e0042 and \ufeff\u2060\u200b",
    "100%0A::error::x",
]
FORGED = re.compile(r"^\s*::(?!(?:error|warning|notice) (?:file|title)=)|##(?:\w*)\[", re.MULTILINE)
AWS = "AKIA" + "QYLPMN5HHHFPZAM2"


def a_finding(message: str = "said", path: str = "articles/a.md", **fields: object) -> Finding:
    return Finding(path, **{"line": 6, "name": "dead-link", "severity": "warning", **fields}, message=message)  # type: ignore[arg-type]


def everything_said(content: Path, findings: list[Finding]) -> str:
    """All that any format prints of some findings."""
    said = [text for one in told(findings, content, "content") for text in (one.sentence, *one.excerpt)]
    return "\n".join([*said, *as_github(findings, "content"), as_json(findings, "content")])


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_nothing_of_a_text_is_obeyed(text: str, tmp_path: Path) -> None:
    body = text.replace("\x00", "").replace("\r\n", " ")
    content = a_content(tmp_path, {"articles/a.md": f"---\ntitle: A\n---\n\n\n{body}\n"})
    said = everything_said(content, [a_finding(text), a_finding("x", hint=text), a_finding("y", name=text[:9])])

    assert CONTROLS.sub("", said.replace("\n", "")) == said.replace("\n", "")
    assert FORGED.findall(said) == []


@given(st.text(max_size=80))
def test_every_finding_is_one_line_that_a_terminal_does_not_obey(text: str) -> None:
    for said in (line(a_finding(text)), annotation(a_finding(text))):
        assert len(said.splitlines()) == 1
        assert not CONTROLS.search(said)


@given(st.text(max_size=80))
def test_json_says_exactly_what_was_found_in_characters_that_a_terminal_does_not_obey(text: str) -> None:
    written = as_json([a_finding(text)])

    assert json.loads(written)[0]["message"] == text
    assert not CONTROLS.search(written.replace("\n", ""))


@pytest.mark.parametrize("path", ["::error::x.md", "##[error]x.md"])
def test_a_file_s_name_is_no_command(path: str) -> None:
    assert FORGED.findall(line(a_finding(path=path), ".")) == []
    assert FORGED.findall(annotation(a_finding(path=path), ".")) == []


def test_the_caret_stands_below_the_place(tmp_path: Path) -> None:
    content = a_content(tmp_path, {"articles/a.md": "---\ntitle: A\n---\n\n\nDas\tist 東京 und *dort*.\n"})
    (one,) = told([a_finding(start=11, end=14)], content, "content")

    assert one.excerpt == (
        "    6 | Das ist 東京 und *dort*.",
        "      |              ^^^",
    )


def test_a_finding_without_columns_marks_the_word_that_it_names(tmp_path: Path) -> None:
    content = a_content(tmp_path, {"articles/a.md": "---\ntitle: A\n---\n\n\nSee [the plan](/nowhere/).\n"})
    (one,) = told([a_finding("nothing on this site answers /nowhere/")], content, "content")

    assert one.excerpt[1].index("^") == one.excerpt[0].index("/nowhere/")
    assert one.excerpt[1].count("^") == len("/nowhere/")


def test_a_long_line_is_shown_around_the_place(tmp_path: Path) -> None:
    text = "word " * 200 + "here " + "word " * 200
    content = a_content(tmp_path, {"articles/a.md": f"---\ntitle: A\n---\n\n\n{text}\n"})
    (one,) = told([a_finding(start=1000, end=1004)], content, "content")

    assert max(map(len, one.excerpt)) <= 112
    assert one.excerpt[0][one.excerpt[1].index("^") :].startswith("here")


def test_what_is_not_there_any_more_has_no_excerpt(tmp_path: Path) -> None:
    assert [one.excerpt for one in told([a_finding(path="articles/gone.md")], tmp_path, "content")] == [()]


def test_a_secret_is_shown_nowhere(tmp_path: Path) -> None:
    texts = f"see http://x.example.org/?k={AWS} and http://app:h7Gd93kQz@db.example.org/"
    content = a_content(tmp_path, {"articles/a.md": f"---\ntitle: A\n---\n\n\n{texts}\n"})
    said = everything_said(content, judged([a_finding(texts), a_finding("x", hint=texts)], {}))

    assert AWS not in said
    assert "h7Gd93kQz" not in said
    assert "AKIA••" in said


# --- GitHub shows ten of each level for a step ------------------------------------------------------------------------


def test_the_worst_is_annotated_first() -> None:
    found = [a_finding("a", severity="advice"), a_finding("b"), a_finding("c", severity="error")]

    assert [said.split()[0] for said in as_github(found)] == ["::error", "::warning", "::notice"]
    assert [one.severity for one in worst_first(found)] == ["error", "warning", "advice"]


def test_ten_findings_are_ten_annotations() -> None:
    assert len([said for said in as_github([a_finding(str(n)) for n in range(10)]) if said.startswith("::")]) == 10


def test_the_tenth_annotation_says_how_many_more_there_are_and_the_log_holds_them() -> None:
    said = list(as_github([a_finding(f"number {n:02}") for n in range(25)]))
    marked = [one for one in said if one.startswith("::")]

    assert len(marked) == 10
    assert marked[-1].startswith("::warning title=and 16 more::")
    assert [one for one in said if not one.startswith("::")] == [
        f"articles/a.md:6: dead-link: number {n:02}." for n in range(9, 25)
    ]


# --- how findings are graded ------------------------------------------------------------------------------------------


def test_a_rule_that_is_turned_off_says_nothing() -> None:
    assert judged([a_finding()], {"dead-link": "off"}) == []


def test_an_error_cannot_be_turned_off() -> None:
    error = a_finding(severity="error")

    assert judged([error], {"dead-link": "off"}) == [error]
