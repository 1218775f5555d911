"""Every field of every file says why it is held and until when, so that the data protection papers forget none."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator
from typing import Any, get_args

import pytest

from byline.held import because, held_of
from byline.json_schemas import KINDS, TABLES
from byline.model import ShortLink, Visit
from byline.schema import Fields


def below(cls: type[Fields]) -> Iterator[type[Fields]]:
    """A class of fields, and those of the tables in it."""
    yield cls
    for field in cls.model_fields.values():
        for kind in (field.annotation, *get_args(field.annotation)):
            if isinstance(kind, type) and issubclass(kind, Fields):
                yield from below(kind)


CLASSES = sorted({one for kind in {**KINDS, **TABLES}.values() for one in below(kind)}, key=lambda one: one.__name__)


def unexplained(cls: Any) -> set[str]:
    fields = cls.model_fields if issubclass(cls, Fields) else {field.name for field in dataclasses.fields(cls)}
    return set(fields) ^ set(held_of(cls))


@pytest.mark.parametrize("cls", [*CLASSES, Visit, ShortLink], ids=lambda cls: cls.__name__)
def test_every_field_says_why_it_is_held_and_until_when(cls: type) -> None:
    assert unexplained(cls) == set(), "name it in `held` of its class, with a reason from byline.held"


def test_a_field_without_purpose_and_retention_is_found() -> None:
    class Forgetful(Fields):
        """One field is explained, another is not."""

        held = because({next(iter(held_of(ShortLink).values())): "known"})

        known: str = ""
        """Explained."""
        forgotten: str = ""
        """Not explained."""

    assert unexplained(Forgetful) == {"forgotten"}
