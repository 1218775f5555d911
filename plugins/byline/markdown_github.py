"""Markdown as people know it from GitHub, made by Python-Markdown."""

from __future__ import annotations

import re
from functools import cache
from html import escape

from markdown import Markdown
from markdown.extensions import Extension
from markdown.preprocessors import Preprocessor
from pygments import highlight as colored  # type: ignore[import-untyped]
from pygments.formatters import HtmlFormatter  # type: ignore[import-untyped]
from pygments.lexer import Lexer  # type: ignore[import-untyped]
from pygments.lexers import find_lexer_class_by_name  # type: ignore[import-untyped]
from pygments.util import ClassNotFound  # type: ignore[import-untyped]

from .markdown_inline import Inline
from .markdown_lists import DefinitionIndent, FencesApart, Lists
from .places import Fence, TooDeep, fences

# Whoever types www.example.com names no scheme; the encrypted one is what people mean today.
_BARE_HOST = re.compile(r'<a href="http://(www\.[^"<>]+)">\1</a>')
# Other words between these brackets are no alert on GitHub either, but a quotation.
_NO_ALERT = re.compile(r"^(\s*(?:>\s?)+)\[!(?!(?:NOTE|TIP|IMPORTANT|WARNING|CAUTION)\])", re.IGNORECASE)
_LANGUAGE = re.compile(r"[\w#+-][\w#+.-]*")


def to_html(source: str, *, highlight: bool = True) -> str:
    """Raw HTML of a Markdown text, not yet safe.

    Raises TooDeep for lists over 20 levels and whatever else nests too deeply, and what Python-Markdown stumbles over.
    """
    markdown = _markdown(highlight)
    markdown.reset()
    try:
        return _BARE_HOST.sub(r'<a href="https://\1">\1</a>', markdown.convert(source))
    except BaseException as error:
        # The parser remembers where it stood, and the next text would begin there.
        _markdown.cache_clear()
        if isinstance(error, RecursionError):
            raise TooDeep("something is nested too deeply to be read", "") from error
        raise


@cache
def _markdown(highlight: bool) -> Markdown:
    return Markdown(
        extensions=[
            *("abbr", "attr_list", "def_list", "footnotes", "tables"),
            *(f"pymdownx.{name}" for name in ("magiclink", "quotes", "tasklist", "tilde")),
            GitHub(highlight),
        ],
        extension_configs={
            # A sentence in English would stand in texts of every language.
            "footnotes": {"BACKLINK_TITLE": "{}"},
            "pymdownx.quotes": {"callouts": True},
            "pymdownx.tilde": {"subscript": False},
        },
    )


class GitHub(Extension):
    """Lists without ceremony, and fenced code wherever it stands."""

    def __init__(self, highlight: bool) -> None:
        super().__init__()
        self._highlight = highlight

    def extendMarkdown(self, md: Markdown) -> None:
        """Take the place of Python-Markdown's list processors; fences go before everything that reads lines."""
        processors = md.parser.blockprocessors
        for name in ("indent", "olist", "ulist"):
            processors.deregister(name)
        processors.register(FencesApart(md.parser), "fences-apart", 95)
        processors.register(DefinitionIndent(md.parser), "defindent", 85)
        processors.register(Lists(md.parser), "lists", 82)
        md.treeprocessors.register(Inline(md), "inline", 20)
        md.preprocessors.register(_Fences(md, self._highlight), "fences", 25)


class _Fences(Preprocessor):
    """Puts fenced code aside as HTML."""

    def __init__(self, md: Markdown, highlight: bool) -> None:
        super().__init__(md)
        self._highlight = highlight

    def run(self, lines: list[str]) -> list[str]:
        kept: list[str] = []
        at = 0
        for fence in fences(lines):
            kept += map(_quoted, lines[at : fence.start])
            kept.append(fence.prefix + self.md.htmlStash.store(_code_html(fence, self._highlight)))
            at = fence.end
        return [*kept, *map(_quoted, lines[at:])]


def _quoted(line: str) -> str:
    return _NO_ALERT.sub(r"\1\\[!", line) if "[!" in line else line


def _code_html(fence: Fence, highlight: bool) -> str:
    """Code in Pygments' short classes; plain if nobody knows the language."""
    language = match[0].lower() if (match := _LANGUAGE.search(fence.info)) else ""
    lexer = _lexer(language) if highlight and language else None
    code = fence.code.strip("\n") + "\n"
    html = colored(code, lexer(), _formatter()) if lexer else escape(code, quote=False)
    class_ = f' class="language-{language}"' if language else ""
    return f'<div class="highlight"><pre><code{class_}>{html}</code></pre></div>'


@cache
def _formatter() -> HtmlFormatter:
    return HtmlFormatter(nowrap=True)


@cache
def _lexer(language: str) -> type[Lexer] | None:
    try:
        return find_lexer_class_by_name(language)  # type: ignore[no-any-return]
    except ClassNotFound:
        return None
