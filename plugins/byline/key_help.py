"""The help of each key: the text that stands below it in its class.

pydantic could read these texts itself (`use_attribute_docstrings`), but does so whenever a class is made, and every
command would wait for it. They are wanted in editors, in papers and in the form, so they are read when asked for.
"""

from __future__ import annotations

import ast
import inspect
import sys
from collections.abc import Iterator, Mapping
from functools import cache
from itertools import pairwise


@cache
def help_of(cls: type) -> Mapping[str, str]:
    """What stands below each key of a class, and of the classes that it goes on from."""
    found: dict[str, str] = {}
    for one in reversed(cls.__mro__[:-1]):
        if one.__module__.startswith(__package__):
            found |= _help_in(one.__module__).get(one.__name__, {})
    return found


@cache
def _help_in(module: str) -> Mapping[str, Mapping[str, str]]:
    """The help in the classes of a module, by class and key."""
    classes = (one for one in ast.parse(inspect.getsource(sys.modules[module])).body if isinstance(one, ast.ClassDef))
    return {one.name: dict(_below(one)) for one in classes}


def _below(cls: ast.ClassDef) -> Iterator[tuple[str, str]]:
    for key, text in pairwise(cls.body):
        if (
            isinstance(key, ast.AnnAssign)
            and isinstance(key.target, ast.Name)
            and isinstance(text, ast.Expr)
            and isinstance(text.value, ast.Constant)
            and isinstance(text.value.value, str)
        ):
            yield key.target.id, inspect.cleandoc(text.value.value)
