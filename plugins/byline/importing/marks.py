"""The marks of Markdown, as Byline reads it: put around words, and taken from words that only look like them."""

from __future__ import annotations

import re
from html import unescape

# What would be read as markup within a line, and what only where one begins.
_SPECIAL = re.compile(r"[\\`*\[\]{}~|]|(?<![^\W_])_|_(?![^\W_])")
_BEGINS = re.compile(r"(?P<number>\d+)(?=[.)])|[#>]|[-+](?=[\s+-]|$)")


def escaped(text: str) -> str:
    """Text that is read as it stands, wherever in a line."""
    if unescape(text) != text or "&#" in text:
        text = text.replace("&", "&amp;")
    return _SPECIAL.sub(r"\\\g<0>", text).replace("<", "&lt;")


def begun(text: str) -> str:
    """A paragraph whose beginning is not read as the mark of a heading, a list, a quotation or a definition."""
    if text.startswith(": "):
        return "&#58;" + text[1:]
    match = _BEGINS.match(text)
    if not match:
        return text
    return f"{match['number']}\\{text[match.end() :]}" if match["number"] else f"\\{text}"


def marked(text: str, mark: str, tag: str, after: str) -> str:
    """Words between marks, or between tags where marks would touch others; `after` is the character before them."""
    inner = text.strip()
    if not inner:
        return text
    start, end = text[: len(text) - len(text.lstrip())], text[len(text.rstrip()) :]
    if mark[0] in inner or (after == mark[0] and not start):  # marks side by side are read in more than one way
        return f"{start}<{tag}>{inner}</{tag}>{end}"
    return f"{start}{mark}{inner}{mark}{end}"


def code(text: str) -> str:
    """Code within a line."""
    bare = " ".join(text.split())
    if "`" in bare or "|" in bare:  # back-ticks need more back-ticks, and a bar would end a table's cell
        return f"<code>{escaped(bare)}</code>"
    return f"`{bare}`" if bare else ""


def fenced(text: str) -> str:
    """A block of code."""
    longest = max((len(run) for run in re.findall("`+", text)), default=0)
    fence = "`" * max(3, longest + 1)
    return f"{fence}\n{text.rstrip()}\n{fence}"


def quoted(text: str) -> str:
    """Blocks as a quotation."""
    return "\n".join(f"> {line}".rstrip() for line in text.split("\n")) if text else ""


def indented(text: str) -> str:
    """Blocks of which all but the first line belong to the item of a list."""
    return re.sub(r"\n(?=[^\n])", "\n    ", text)
