"""Templates that cost little for each page: what is the same on many pages is found once.

Jinja decides at every call what could have been decided once for all pages of a build: a word in the language of the
page, the address of a file of the theme, whether a template changed on disk meanwhile. And a theme may say what of a
page is the same elsewhere: `{% shared "entry", article.source, level %}...{% endshared %}` is rendered once for each
key in each language. The key must name all that the part shows and that differs from page to page.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from jinja2 import Environment, Template, nodes
from jinja2.compiler import CodeGenerator
from jinja2.ext import Extension
from jinja2.parser import Parser
from jinja2.runtime import Context
from jinja2.visitor import NodeTransformer
from markupsafe import Markup

WORDS = ("_", "gettext")


class _Known(NodeTransformer):
    """Puts the result in the place of a call that gives the same on every page: of a word, or of a named function."""

    def __init__(self, say: Callable[[str], str] | None, functions: Mapping[str, Callable[..., Any]]) -> None:
        self.say, self.functions = say, functions

    def visit_Call(self, node: nodes.Call) -> nodes.Node:
        self.generic_visit(node)
        constant = all(isinstance(one, nodes.Const) for one in node.args) and not (node.dyn_args or node.dyn_kwargs)
        if not isinstance(node.node, nodes.Name) or not constant:
            return node
        given, name = [one.value for one in node.args], node.node.name  # type: ignore[attr-defined]
        if name in WORDS and self.say and len(given) == 1:
            return _said(Markup(self.say(given[0])), node)  # noqa: S704  a word of the theme
        if name in self.functions and not node.kwargs:
            return nodes.Const(self.functions[name](*given), lineno=node.lineno)
        return node


def _said(words: Markup, node: nodes.Call) -> nodes.Node:
    """As Jinja does: words are a format, also when nothing is to be put into them."""
    if not node.kwargs:
        return nodes.Const(words % {}, lineno=node.lineno)
    values = nodes.Dict([nodes.Pair(nodes.Const(one.key), one.value) for one in node.kwargs], lineno=node.lineno)
    return nodes.Mod(nodes.Const(words), values, lineno=node.lineno)


class _Compiler(CodeGenerator):
    """Compiles a template once what is known about it stands in it."""

    def visit_Template(self, node: nodes.Template, frame: Any = None) -> None:
        environment: Any = self.environment
        super().visit_Template(_Known(environment.say, environment.known).visit(node), frame)


class _Module(Template):
    """A template whose macros are made once: no page brings names of its own into a template that it imports."""

    def _get_default_module(self, ctx: Context | None = None) -> Any:
        return self._module or super()._get_default_module(ctx)


class Shared(Extension):
    """`{% shared KEY, ... %}...{% endshared %}`: rendered once for each key."""

    tags = {"shared"}  # noqa: RUF012  as Jinja declares it

    def parse(self, parser: Parser) -> nodes.Node:
        """The tag, as a call of `_once` with the key and what is between."""
        line = next(parser.stream).lineno
        key = parser.parse_tuple()
        body = parser.parse_statements(("name:endshared",), drop_needle=True)
        return nodes.CallBlock(self.call_method("_once", [key]), [], [], body).set_lineno(line)

    def _once(self, key: Any, caller: Callable[[], Markup]) -> Markup:
        environment: Any = self.environment
        fragments: dict[Any, Markup] = environment.fragments
        if key not in fragments:
            fragments[key] = caller()
        return fragments[key]


class Templates(Environment):
    """Jinja's environment, for templates that do not change while it lives.

    say        a word of the interface in its language, where one is spoken
    known      functions that give the same for the same arguments on every page
    fragments  what was rendered for many pages, by its key
    """

    code_generator_class = _Compiler
    template_class = _Module

    def __init__(self, **given: Any) -> None:
        super().__init__(auto_reload=False, **given)
        self.say: Callable[[str], str] | None = None
        self.known: dict[str, Callable[..., Any]] = {}
        self.fragments: dict[Any, Markup] = {}
        self._by_name: dict[str, Template] = {}
        self.add_extension(Shared)

    def get_template(self, name: Any, parent: str | None = None, globals: Any = None) -> Template:
        """The template of a name, which means the same whoever asks."""
        if name not in self._by_name:
            self._by_name[name] = super().get_template(name, parent, globals)
        return self._by_name[name]
