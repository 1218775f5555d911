"""Rules: small named functions whose docstring is their documentation (`docs/checks.md` is made of these).

A rule looks at one thing, a text or the whole site, and yields a `Spot` for each place that it has something to say of.
Its name is what people read in front of every finding, and what `programme/editorial.toml` grades.
"""

from __future__ import annotations

import inspect
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from types import ModuleType
from typing import Generic, ParamSpec

from .model import Finding, Severity

P = ParamSpec("P")


@dataclass(frozen=True)
class Spot:
    """A place that a rule speaks of: `start` and `end` are columns of its line, from 0; both 0 for the whole line.

    `path` says the file where a rule looks at many; `severity` and `hint` stand in for the rule's own.
    """

    line: int
    message: str
    start: int = 0
    end: int = 0
    path: str = ""
    severity: Severity | None = None
    hint: str = ""


@dataclass(frozen=True)
class Rule(Generic[P]):
    """A named rule: how severe it is unless the programme says otherwise, and what to do when it speaks."""

    name: str
    severity: Severity
    hint: str
    judge: Callable[P, Iterable[Spot]]

    @property
    def about(self) -> str:
        """What it is for, as its docstring says it."""
        return inspect.cleandoc(self.judge.__doc__ or "")

    def findings(self, path: str = "", /, *args: P.args, **kwargs: P.kwargs) -> Iterator[Finding]:
        """What it says of a file, or of all files that its spots name."""
        for spot in self.judge(*args, **kwargs):
            severity, hint = spot.severity or self.severity, spot.hint or self.hint
            where = spot.path or path
            yield Finding(where, spot.line, self.name, spot.message, severity, hint, spot.start, spot.end)


def rule(name: str, severity: Severity = "warning", hint: str = "") -> Callable[[Callable[P, Iterable[Spot]]], Rule[P]]:
    """Make a rule of a function: `@rule("http-link", "warning", "Most sites answer https:// too.")`."""
    return lambda judge: Rule(name, severity, hint, judge)


def rules_in(*modules: ModuleType) -> tuple[Rule[...], ...]:
    """The rules of modules, in the order in which they are written."""
    return tuple(value for module in modules for value in vars(module).values() if isinstance(value, Rule))
