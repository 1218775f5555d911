"""The sentences that the code says to people, read from the code: f-strings with `{}` for what is put into them."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from house.sources import MODULES, PACKAGE

WORD = re.compile("[a-z]{2}")


@dataclass(frozen=True)
class Maker:
    """A function or class that takes sentences: which arguments they are, by place and by name.

    `form` is what the message becomes; `{}` stands for the message as it was given.
    """

    message: int | None = None
    hint: int | None = None
    form: str = "{}"
    names: tuple[str, ...] = ("message", "hint")


KEYED = "'{{}}' {}."  # "'date' is no date", said by who knows the key
MAKERS = {
    "Finding": Maker(3, 5),
    "Remark": Maker(2, 4),
    "Spot": Maker(1),
    "sheet.spot": Maker(2, 3),
    "sheet.at": Maker(1, 2),
    "rule": Maker(None, 2),
    "Notice": Maker(1, 2),
    "TooDeep": Maker(0),
    "Refused": Maker(1),
    "PictureError": Maker(0, None, "{{}} {}"),
    "Explained": Maker(0, 1, "{}."),
    "_Refused": Maker(1, 2, "{}."),
    "_nothing": Maker(0),
    "self._replaced": Maker(2, 3),
    "fault": Maker(1, 2, KEYED),
    "matching": Maker(2, None, "'{{}}' {}: '{{}}'."),
    "warn": Maker(2, 3, KEYED),
    "notes.add": Maker(2, 4, KEYED),
    "report": Maker(1, None, KEYED),
    "_no_date": Maker(None, 2),
    "self._is_id": Maker(None, 2),
    "_first": Maker(3),
    "_each": Maker(3, 4),
    "_shared": Maker(3),
    **dict.fromkeys(("ScaffoldError", "ImportingError", "UsageError", "PortError", "OutputError"), Maker(0)),
    "Lost": Maker(0, 1),
    **dict.fromkeys(("doubtful.append", "faults.append", "self.faults.append", "build.notes.append"), Maker(0)),
    "unknown": Maker(1),
    "said_in": Maker(0),
}
# What was said elsewhere, and is only handed on.
HANDED_ON = {
    *("r.message", "r.hint", "n.message", "n.hint", "refused.message", "refused.hint", "spot.message", "spot.hint"),
    *("self.hint", "said['sentence']", "said['hint']", "warned", "advice", "found", "state", "finding.severity"),
    *("str(error)", "*refused.args", "one", "note", "duplicate(match[1], lines[key], number)"),
    "gaps_note(build.setting(LegalSettings), build.site)",  # for whoever publishes the site
}
TAKERS = {name.rpartition(".")[2] for name in MAKERS}


def sentences() -> dict[str, str]:
    """Every sentence, and the module that says it. Raises ValueError where one cannot be read from the code."""
    found: dict[str, str] = {}
    for path in MODULES:
        for sentence in Reader(path).sentences():
            found.setdefault(sentence, path.relative_to(PACKAGE).as_posix())
    return found


class Reader:
    """Reads one module."""

    def __init__(self, path: Path) -> None:
        self.name = path.relative_to(PACKAGE).as_posix()
        self.tree = ast.parse(path.read_text("utf-8"))
        self.globals = assigned(self.tree.body)

    def sentences(self) -> Iterator[str]:
        yield from self._in(self.tree, {}, "")

    def _in(self, node: ast.AST, known: dict[str, list[ast.expr]], function: str) -> Iterator[str]:
        for child in ast.iter_child_nodes(node):
            if isinstance(child, ast.FunctionDef):
                for one in child.decorator_list:
                    yield from self._of_call(one, known, function)
                given = (
                    {one.arg: [] for one in (*child.args.args, *child.args.kwonlyargs)} if child.name in TAKERS else {}
                )
                yield from self._in(child, {**known, **given, **assigned(child.body)}, child.name)
            else:
                yield from self._of_call(child, known, function)
                yield from self._in(child, known, function)

    def _of_call(self, node: ast.AST, known: dict[str, list[ast.expr]], function: str) -> Iterator[str]:
        maker = MAKERS.get(ast.unparse(node.func)) if isinstance(node, ast.Call) else None
        if not maker or not isinstance(node, ast.Call):
            return
        given = {one.arg: one.value for one in node.keywords}
        # `*match.span()` are two.
        args = [part for one in node.args for part in ([one, one] if isinstance(one, ast.Starred) else [one])]
        for place, word, form in ((maker.message, "message", maker.form), (maker.hint, "hint", "{}")):
            if place is not None and place < len(args):
                given[word] = args[place]
            if word in given:
                told = (form.format(text) for text in self._texts(given[word], known) if text)
                yield from (text for text in told if WORD.search(text))  # else it only joins what others said

    def _texts(self, node: ast.expr, known: dict[str, list[ast.expr]]) -> Iterator[str]:
        """What an expression may be."""
        if ast.unparse(node) in HANDED_ON:
            return
        match node:
            case ast.Constant(value=str(text)):
                yield text.replace("{", "{{").replace("}", "}}")
            case ast.JoinedStr(values=values):
                yield "".join(
                    "{}" if isinstance(one, ast.FormattedValue) else next(self._texts(one, {})) for one in values
                )
            case ast.IfExp(body=body, orelse=other):
                yield from (*self._texts(body, known), *self._texts(other, known))
            case ast.BoolOp(values=values):
                yield from (text for one in values for text in self._texts(one, known))
            case ast.Lambda(body=body):
                yield from self._texts(body, known)
            case ast.Dict(values=values):
                yield from (text for one in values for text in self._texts(one, known))
            case (
                ast.Call(func=ast.Attribute(value=ast.Name() as table, attr="get"))
                | ast.Subscript(value=ast.Name() as table)
            ):
                yield from self._texts(table, known)
            case ast.Call(func=ast.Name(id=name)) if known.get(name) == [] or name in MAKERS:  # read by itself
                return
            case ast.Call(func=ast.Attribute(attr="join")):  # of what others said
                return
            case ast.Call(func=ast.Name(id=name)) if name in self.globals:
                yield from (text for one in self.globals[name] for text in self._texts(one, {}))
            case ast.Name(id=name) if name in known:
                yield from (text for one in known[name] for text in self._texts(one, known))
            case ast.Name(id=name) if name in self.globals:
                yield from (text for one in self.globals[name] for text in self._texts(one, {}))
            case _:
                raise ValueError(f"{self.name}:{node.lineno}: no sentence can be read here: {ast.unparse(node)}")


def assigned(body: list[ast.stmt]) -> dict[str, list[ast.expr]]:
    """What names of a function may hold, or return; a name that is given otherwise is not in it."""
    found: dict[str, list[ast.expr]] = {}
    for one in body:
        if isinstance(one, ast.FunctionDef):
            found[one.name] = [back.value for back in ast.walk(one) if isinstance(back, ast.Return) and back.value]
    for node in (
        one
        for statement in body
        if not isinstance(statement, ast.FunctionDef | ast.ClassDef)
        for one in ast.walk(statement)
    ):
        match node:
            case (
                ast.Assign(targets=[ast.Name(id=name)], value=value)
                | ast.NamedExpr(target=ast.Name(id=name), value=value)
            ):
                found.setdefault(name, []).append(value)
            case ast.AnnAssign(target=ast.Name(id=name), value=ast.expr() as value):
                found.setdefault(name, []).append(value)
            case ast.Assign(targets=[ast.Tuple(elts=names)], value=ast.Tuple(elts=values)) if len(names) == len(values):
                for one, value in zip(names, values, strict=True):
                    if isinstance(one, ast.Name):
                        found.setdefault(one.id, []).append(value)
    return found
