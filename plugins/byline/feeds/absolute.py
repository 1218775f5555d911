"""Texts that are read far from their page: every address in them is made absolute."""

from __future__ import annotations

import re
from html import escape, unescape
from urllib.parse import urljoin

# Our HTML is canonical (the sanitizer wrote it): every value stands in double quotes and holds none itself.
TAG = re.compile(r'<[a-zA-Z][a-zA-Z0-9]*(?:\s+[^\s"=<>/]+(?:="[^"]*")?)*\s*/?>')
ATTRIBUTE = re.compile(r'(\s[^\s"=<>/]+)="([^"]*)"')
ADDRESSES = {"href", "src", "poster", "cite"}


def absolute_html(html: str, url: str) -> str:
    """Canonical HTML as it stands on the page at `url`, with every link and picture absolute (`#x` is `url#x`)."""

    def attribute(match: re.Match[str]) -> str:
        name, value = match[1].strip(), unescape(match[2])
        if name in ADDRESSES:
            return f'{match[1]}="{escape(_joined(url, value))}"'
        if name == "srcset":
            return f'{match[1]}="{escape(_candidates(url, value))}"'
        return match[0]

    return TAG.sub(lambda tag: ATTRIBUTE.sub(attribute, tag[0]), html)


def _candidates(url: str, srcset: str) -> str:
    candidates = (candidate.split(maxsplit=1) for candidate in re.split(r",\s+", srcset) if candidate.strip())
    return ", ".join(" ".join([_joined(url, address), *size]) for address, *size in candidates)


def _joined(url: str, link: str) -> str:
    try:
        return urljoin(url, link)
    except ValueError:  # `http://[` and its like, which a person may well have written
        return link
