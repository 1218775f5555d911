"""What a page weighs: what a reader loads for it alone, so without the theme's files, which all pages share."""

from __future__ import annotations

from pathlib import Path

from lxml import html

from ..paths import safe_file
from .report import Weight


def weight(page: bytes, public: Path, base: str) -> Weight:
    """The page's own bytes, and those of each picture in its text, at the size that browsers without choice take.

    `public` is the folder in which the site was printed; addresses in pages begin with the site's `base`.
    """
    named = html.document_fromstring(page).xpath("//main//img/@src") if page.strip() else []
    files = {safe_file(public, str(address).removeprefix(base).lstrip("/")) for address in named}
    sizes = [file.stat().st_size for file in files if file]
    return Weight(len(page), sum(sizes), len(sizes))
