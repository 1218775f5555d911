"""Tags: how HTML writes them, which of them people may use, and how deep they may nest."""

from __future__ import annotations

import re
from collections.abc import Mapping
from html import escape, unescape

from .places import TooDeep

INLINE = frozenset(
    "a abbr b bdi bdo br cite code del dfn em i ins kbd mark q rp rt ruby s samp small span strong sub sup time u var "
    "wbr".split()
)
TAGS = INLINE | frozenset(
    "blockquote caption col colgroup dd details div dl dt figcaption figure h1 h2 h3 h4 h5 h6 hr img input li ol p pre "
    "summary table tbody td tfoot th thead tr ul".split()
)
_OF_A_TAG = {
    "a": "href",
    "col": "span",
    "colgroup": "span",
    "details": "open",
    "img": "alt height src width",
    "input": "aria-label checked disabled type",
    "li": "value",
    "ol": "reversed start type",
    "td": "colspan rowspan",
    "th": "colspan rowspan scope",
    "time": "datetime",
}
ATTRIBUTES = {tag: frozenset(f"class dir id lang title {_OF_A_TAG.get(tag, '')}".split()) for tag in TAGS}
SCHEMES = frozenset({"http", "https", "mailto", "tel"})

_CLASS = re.compile(
    r"highlight(table)?|linenos|linenodiv|code|filename|normal|special|[a-z][a-z0-9]{0,2}"  # Pygments
    r"|[a-z]{1,2}(-[A-Z][a-z]+)+"  # Pygments too, in YAML
    r"|footnote(-ref|-backref)?|headerlink|toc|task-list(-item)?"
    r"|admonition(-title)?|alert|callout|note|tip|important|warning|caution|align-(left|center|right)|video"
    r"|language-[\w+#.-]{1,40}"
)
_FOOTNOTE_ID = re.compile(r"fn(ref\d*)?:[\w.-]{1,80}")
_HEADING_ID = re.compile(r"\w[\w:.-]{0,80}")
_ALIGN = re.compile(r"\s*(?:text-align\s*:)?\s*(left|center|right)\s*;?\s*", re.IGNORECASE)
_SCHEME = re.compile(r"([a-z][a-z0-9+.-]*):", re.IGNORECASE)
_SPACE = re.compile(r"[\x00-\x20\s]+")

DEEPEST = 100  # elements within each other; nh3 takes quadratic time with depth

# Their end may be left out, and none stands directly within its like: they nest only by way of others, which count.
_UNCOUNTED = frozenset("br col colgroup dd dt hr img input li p rp rt tbody td tfoot th thead tr wbr".split())

# A tag as HTML5 reads it (13.2.5), except that `<` never stands in one outside quotes: then it is no tag but text.
_VALUE = r"""(?:"[^"]*"|'[^']*'|[^\s>"'<][^\s><]*+)"""
_ATTRIBUTE = re.compile(rf"([^\s/><=][^\s/><=]*+)(?:\s*+=\s*+({_VALUE}))?+")
_ATTRIBUTES = rf"(?:[\s/=]*+[^\s/><=][^\s/><=]*+(?:\s*+=\s*+{_VALUE})?+)*+[\s/=]*+"
TOKEN = re.compile(
    r"<!--(?:-?>|.*?(?:--!?>|\Z))|<[!?][^>]*(?:>|\Z)"
    rf"|<(?P<raw>script|style|iframe)(?=[\s/>])(?P<raw_given>{_ATTRIBUTES})>"
    r"(?P<content>(?:(?!<(?P=raw)\b).)*?)</(?P=raw)\b[^>]*>"
    rf"|<(?P<close>/?)(?P<name>[a-z][^\s/><]*+)(?P<given>{_ATTRIBUTES})>"
    r"|<",
    re.IGNORECASE | re.DOTALL,
)
# In attributes HTML5 leaves `&copy=1` alone, which `html.unescape` would decode.
_BARE_AMPERSAND = re.compile(r"&(?!(?:#\d+|#[xX][0-9a-fA-F]+|\w+);)")

_YOUTUBE = r"(?:https?:)?//(?:www\.|m\.)?youtube(?:-nocookie)?\.com/"
_WATCH = "https://www.youtube.com/watch?v="
_VIDEOS = (
    (re.compile(_YOUTUBE + r"embed/videoseries\?(?:[^#]*&)?list=([\w-]+)"), "https://www.youtube.com/playlist?list="),
    (re.compile(_YOUTUBE + r"(?:(?:embed|v|shorts|live)/|watch\?(?:[^#]*&)?v=)([\w-]{6,20})(?![\w-])"), _WATCH),
    (re.compile(r"(?:https?:)?//youtu\.be/([\w-]{6,20})(?![\w-])"), _WATCH),
    (re.compile(r"(?:https?:)?//(?:www\.|player\.)?vimeo\.com/(?:video/)?(\d+)\b"), "https://vimeo.com/"),
)


def attributes_of(given: str) -> dict[str, str]:
    """The attributes of a tag, names in lower case, values decoded; the first of two with one name counts."""
    found: dict[str, str] = {}
    for name, value in _ATTRIBUTE.findall(given):
        bare = value[1:-1] if value[:1] in ('"', "'") else value
        found.setdefault(name.lower(), unescape(_BARE_AMPERSAND.sub("&amp;", bare)))
    return found


def opening(name: str, attributes: Mapping[str, str]) -> str:
    """An opening tag, its values escaped."""
    return "".join([f"<{name}", *(f' {key}="{escape(value)}"' for key, value in attributes.items()), ">"])


def allowed(name: str, key: str, value: str) -> str | None:
    """What may stay of an attribute's value; None if the attribute may not."""
    if key not in ATTRIBUTES[name]:
        return None
    if key == "class":
        return " ".join(word for word in value.split() if _CLASS.fullmatch(word)) or None
    if key == "id":
        # Other ids are the theme's.
        shape = _HEADING_ID if re.fullmatch("h[1-6]", name) else _FOOTNOTE_ID if name in ("li", "sup") else None
        return value if shape and shape.fullmatch(value) else None
    if key in ("href", "src"):
        return value if scheme_of(value) in SCHEMES | {""} else None
    return value


def alignment(key: str, value: str) -> str:
    """The class that stands for `align="right"` or `style="text-align: right"`; empty for anything else."""
    match = _ALIGN.fullmatch(value) if key in ("align", "style") else None
    return f"align-{match[1].lower()}" if match else ""


def scheme_of(target: str) -> str:
    """The scheme of a link's target in lower case, as browsers read it; empty for one on this site."""
    # Browsers skip white space and control characters: `java\tscript:` is a script.
    match = _SCHEME.match(_SPACE.sub("", target))
    return match[1].lower() if match else ""


def is_remote(target: str) -> bool:
    """Whether a target leads away from this site, as browsers read it."""
    bare = _SPACE.sub("", target).replace("\\", "/")
    return bare.startswith("//") or scheme_of(bare) != ""


def web_address(target: str) -> str:
    """The http or https address of another site's target; empty for anything else."""
    address = f"https:{target}" if target.startswith("//") else target
    return address if scheme_of(address) in ("http", "https") else ""


def video_address(src: str) -> str | None:
    """Where people watch the video of a YouTube or Vimeo frame; None for any other address."""
    for pattern, address in _VIDEOS:
        if match := pattern.match(src):
            return address + match[1]
    return None


def guard_depth(swept: str) -> None:
    """Raises TooDeep over `DEEPEST` levels. Each `<` of the HTML must begin an allowed tag."""
    depth, opened = 0, dict.fromkeys(TAGS, 0)
    for close, name in re.findall(r"<(/?)([a-z0-9]+)", swept):
        step = 0 if name in _UNCOUNTED else 1 if not close else -1 if opened[name] else 0
        opened[name] += step
        depth += step
        if depth > DEEPEST:
            raise TooDeep(f"elements are nested deeper than {DEEPEST} levels", f"<{name}")
