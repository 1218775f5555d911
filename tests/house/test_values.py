"""Frozen dataclasses that wait until they are used are those of the standard library in everything that one can see."""

from __future__ import annotations

import dataclasses
import importlib
import inspect
import pkgutil
from collections.abc import Iterator
from typing import Any

import pytest
from pydantic import TypeAdapter

import byline
from byline.values import dataclass


@dataclass(frozen=True)
class Place:
    """One that others are made of."""

    name: str
    words: tuple[str, ...] = dataclasses.field(default_factory=tuple)

    def __post_init__(self) -> None:
        if not self.name:
            raise ValueError("a place has a name")


@dataclass(frozen=True)
class Town(Place):
    """One more field, and its own words for itself."""

    people: int = 0

    def __repr__(self) -> str:
        return f"{self.name}, {self.people}"


def is_made(cls: type) -> bool:
    return inspect.isfunction(vars(cls).get("__init__"))


def classes() -> Iterator[type]:
    """All frozen dataclasses of the package that were not used yet, or were: whatever waits is among them."""
    for module in pkgutil.walk_packages(byline.__path__, "byline."):
        if module.name != "byline.__main__":
            found = vars(importlib.import_module(module.name)).values()
            yield from (one for one in found if isinstance(one, type) and one.__module__ == module.name)


def test_a_class_is_made_when_it_is_first_used_with_those_that_it_is_made_of() -> None:
    @dataclass(frozen=True)
    class Below:
        one: int = 1

    @dataclass(frozen=True)
    class Above(Below):
        two: int = 2

    assert not is_made(Below)
    assert not is_made(Above)
    assert Above() == Above(1, 2)
    assert is_made(Below)
    assert is_made(Above)


@pytest.mark.parametrize("use", [dataclasses.fields, dataclasses.is_dataclass, inspect.signature, TypeAdapter, repr])
def test_whatever_is_asked_of_an_unused_class_is_answered(use: Any) -> None:
    @dataclass(frozen=True)
    class Unused:
        one: int = 1

    assert use(Unused)


def test_it_is_frozen_compared_hashed_printed_replaced_and_matched() -> None:
    town = Town("Lyon", ("Saône",), people=3)

    with pytest.raises(dataclasses.FrozenInstanceError):
        town.people = 4  # type: ignore[misc]
    with pytest.raises(dataclasses.FrozenInstanceError):
        del town.name
    assert (town, hash(town)) == (Town("Lyon", ("Saône",), 3), hash(Town("Lyon", ("Saône",), 3)))
    assert town != Place("Lyon", ("Saône",))
    assert (repr(Place("Lyon")), repr(town)) == ("Place(name='Lyon', words=())", "Lyon, 3")
    assert dataclasses.replace(town, people=5).people == 5
    match town:
        case Town(name, _, people):
            assert (name, people) == ("Lyon", 3)


def test_what_a_class_says_of_itself_stays() -> None:
    with pytest.raises(ValueError, match="has a name"):
        Town("")
    assert TypeAdapter(Town).validate_python({"name": "Lyon", "people": "7"}) == Town("Lyon", people=7)


def test_every_class_of_the_package_can_be_made() -> None:
    """What the standard library refuses, it refuses when a class is made, which is no longer when it is loaded."""
    found = [one for one in classes() if dataclasses.is_dataclass(one)]

    assert len(found) > 250
    assert all(is_made(one) for one in found)
