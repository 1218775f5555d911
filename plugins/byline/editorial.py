"""`programme/editorial.toml`: how strict the checks are, and a company's own words, hosts and limits."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from pathlib import Path
from typing import Annotated, Any, get_args

from pydantic import BeforeValidator, Field, WithJsonSchema

from .field_types import Line, Lines, as_mapping, whole_number
from .held import NOBODY, because
from .languages import canonical_lang
from .model import Finding, Remark, Severity
from .schema import Fields
from .settings import nearest
from .tables import placed, read_fields
from .toml_file import TomlFile, read_toml

EDITORIAL = "editorial.toml"
OFF = "off"
GRADES = (*get_args(Severity), OFF)


def _by_word(value: object) -> dict[str, object]:
    """A table of words, or a list of them when there is nothing to say of each."""
    return dict.fromkeys(map(str, value), "") if isinstance(value, list) else as_mapping(value)


Words = Annotated[
    Mapping[str, Line],
    BeforeValidator(_by_word),
    WithJsonSchema(
        {
            "anyOf": [
                {"type": "array", "items": {"type": "string"}},
                {"type": "object", "additionalProperties": {"type": "string"}},
            ]
        }
    ),
]


Grades = Annotated[
    Mapping[str, str],
    BeforeValidator(lambda value: {name: str(grade) for name, grade in as_mapping(value).items()}),
    WithJsonSchema({"type": "object", "additionalProperties": {"enum": list(GRADES)}}),
]


class LimitFields(Fields):
    """From where on a rule speaks."""

    held = because({NOBODY: "title summary heading unbroken picture alike"})

    title: Annotated[int, whole_number(20, 300)] = 70
    """Characters of a title that networks show; letters of Chinese, Japanese and Korean count two."""
    summary: Annotated[int, whole_number(50, 2_000)] = 200
    """Characters of a summary that networks and search engines show, counted in the same way."""
    heading: Annotated[int, whole_number(20, 300)] = 100
    """Characters of a heading."""
    unbroken: Annotated[int, whole_number(100, 100_000)] = 900
    """Words that may follow each other without a heading."""
    picture: Annotated[int, whole_number(10, 8_192)] = 1_500
    """Kilobytes of a picture."""
    alike: Annotated[int, whole_number(50, 100)] = 60
    """From how many hundredths of common word sequences on two articles are near duplicates."""


class ConfidentialFields(Fields):
    """What only this company can know to be confidential, or public."""

    held = because({NOBODY: "hosts public"})

    hosts: Lines = ()
    """Hosts of your own network: `intranet.example.com`, or `*.corp.example.com` for all below it."""
    public: Lines = ()
    """What may be published although it looks confidential: an address, a number, a host, `*@example.com`."""


class WordFields(Fields):
    """Words of one language. A word may be several; capitals count only where it has some."""

    held = because({NOBODY: "blocked discouraged preferred accepted"})

    blocked: Words = Field(default_factory=dict)
    """Words that must not be published, with the reason or what to write instead."""
    discouraged: Words = Field(default_factory=dict)
    """Words that there are better ones for, with what to write instead."""
    preferred: Words = Field(default_factory=dict)
    """How names and terms are written here: `"Github" = "GitHub"`."""
    accepted: Lines = ()
    """Words of Byline's own lists that you do not mind."""


class EditorialFields(Fields):
    """How strict the checks are with texts, and what is particular to this site."""

    held = because({NOBODY: "severity limits confidential words"})

    severity: Grades = Field(default_factory=dict)
    """How bad a finding is, by its name as the check prints it: error, warning, advice, or off. An error stays one."""
    limits: LimitFields = Field(default_factory=LimitFields)
    """How long, large and alike things may be."""
    confidential: ConfidentialFields = Field(default_factory=ConfidentialFields)
    """What must not leave the company, and what may."""
    words: Mapping[str, WordFields] = Field(default_factory=dict)
    """Words by language: `[words.en]`."""

    def inputs(self) -> list[Any]:
        """All but the grades, as JSON values: what decides what a rule finds."""
        return [self.model_dump(exclude={"severity"})]


def read_editorial(programme: Path | None, known: Collection[str]) -> tuple[EditorialFields, list[Finding]]:
    """What the file says as far as it can be used, and its faults; `known` are the names that findings have."""
    if programme is None or not (programme / EDITORIAL).is_file():
        return EditorialFields(), []
    fields, findings = read_fields(programme, EDITORIAL, EditorialFields)
    file, _ = read_toml(programme, EDITORIAL)
    if fields is None or file is None:
        return EditorialFields(), findings
    wrong = [*_ungraded(fields, file, known), *_no_languages(fields, file)]
    graded = {name: grade for name, grade in fields.severity.items() if grade in GRADES and name in known}
    return fields.model_copy(update={"severity": graded}), [*findings, *placed(EDITORIAL, wrong)]


def _ungraded(fields: EditorialFields, file: TomlFile, known: Collection[str]) -> Iterator[Remark]:
    for name, grade in fields.severity.items():
        line = file.lines.get(f"severity.{name}", 1)
        if name not in known:
            meant = nearest(name, known)
            hint = f"Did you mean '{meant}'?" if meant else "docs/checks.md lists them."
            yield Remark(line, "unknown-key", f"no finding is called '{name}'.", "error", hint)
        elif grade not in GRADES:
            yield Remark(line, "bad-value", f"'{grade}' is no severity (known: {', '.join(GRADES)})", "error")


def _no_languages(fields: EditorialFields, file: TomlFile) -> Iterator[Remark]:
    for tag in fields.words:
        if canonical_lang(tag) != tag:
            hint = f"Write it as [words.{canonical_lang(tag) or 'en'}]."
            line = file.lines.get(f"words.{tag}", 1)
            yield Remark(line, "bad-lang", f"'{tag}' is no language as it is written.", "error", hint)
