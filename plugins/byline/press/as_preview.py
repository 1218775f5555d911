"""A page that is only shown: it says so, keeps search engines away, and names the public page as the real one.

Done to what a template printed, so that it holds for every page of every theme. A page says `noindex` itself, because
some hosts of previews can set no headers, and `robots.txt` forbids nothing, because a crawler has to read that.
"""

from __future__ import annotations

import re
from html import escape

from ..model import Page, Site

BAR = "_preview.html"
ROBOTS = re.compile(r"""<meta\b[^>]*\bname=["']?robots\b[^>]*>\s*""", re.IGNORECASE)
CANONICAL = re.compile(r"""(<link\b[^>]*\brel=["']?canonical["']?[^>]*\bhref=["'])([^"']*)""", re.IGNORECASE)
HEAD = re.compile(r"<head\b[^>]*>", re.IGNORECASE)
END_OF_HEAD = re.compile(r"</head\s*>", re.IGNORECASE)
BODY = re.compile(r"<body\b[^>]*>", re.IGNORECASE)


def as_preview(html: str, bar: str, page: Page, site: Site) -> str:
    """The page with the bar as the first thing in its body; one without head or body, of a plugin, gets what fits."""
    head = '<meta name="robots" content="noindex, nofollow">\n'
    if CANONICAL.search(html):
        html = CANONICAL.sub(lambda found: found[1] + _public(found[2], site), html)
    elif page.kind != "404":
        head += f'<link rel="canonical" href="{escape(site.canonical(page.address))}">\n'
    html = ROBOTS.sub("", html)
    end = END_OF_HEAD.search(html) or HEAD.search(html)
    html = html[: end.start()] + head + html[end.start() :] if end else head + html
    body = BODY.search(html)
    return html[: body.end()] + f"\n{bar}" + html[body.end() :] if body else bar + html


def _public(url: str, site: Site) -> str:
    own = url == site.url or url.startswith(f"{site.url}/")
    return site.canonical(url.removeprefix(site.url)) if own else url
