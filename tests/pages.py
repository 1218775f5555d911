"""What a built page holds, as a browser without JavaScript reads it: strictly, and by a parser that is not ours."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from urllib.parse import urljoin

from justhtml import JustHTML

Attributes = dict[str, str | None]


@dataclass(frozen=True)
class Seen:
    """One page: what is wrong in its syntax, and what tests ask of it."""

    address: str
    lang: str
    errors: tuple[str, ...]
    levels: tuple[int, ...]
    ids: tuple[str, ...]
    images: tuple[Attributes, ...]
    links: tuple[Attributes, ...]
    scripts: tuple[Attributes, ...]
    text: str

    @property
    def alternates(self) -> dict[str, str]:
        """Full addresses of this page's versions by language, as search engines are told."""
        links = [link for link in self.links if "alternate" in (link.get("rel") or "") and link.get("hreflang")]
        return {link["hreflang"] or "": link["href"] or "" for link in links}

    @property
    def prefix(self) -> str:
        """The language that the address begins with; empty for the site's own."""
        match = re.match(r"/([a-z]{2}(?:-[a-z]+)?)/", self.address)
        return match[1] if match else ""

    @property
    def canonical(self) -> str:
        """The address that the page gives as its own."""
        return next((link["href"] or "" for link in self.links if link.get("rel") == "canonical"), "")


def read_page(output: Path, path: Path) -> Seen:
    """One page of a built site."""
    # Without scripting what stands in `noscript` counts as well.
    page = JustHTML(path.read_text("utf-8"), sanitize=False, collect_errors=True, scripting_enabled=False)

    def every(selector: str) -> tuple[Attributes, ...]:
        return tuple(dict(element.attrs or {}) for element in page.query(selector))

    main = page.query("main")
    return Seen(
        address="/" + path.relative_to(output).as_posix().removesuffix("index.html"),
        lang=every("html")[0].get("lang") or "",
        errors=tuple(str(error) for error in page.errors),
        levels=tuple(int(element.name[1]) for element in page.query("h1, h2, h3, h4, h5, h6")),
        ids=tuple(attributes["id"] or "" for attributes in every("[id]")),
        images=every("img"),
        links=every("link"),
        scripts=every("script"),
        text=main[0].to_text() if main else "",
    )


@cache
def read_pages(output: Path) -> tuple[Seen, ...]:
    """Every page of a built site that changes no more, in the order of their paths."""
    return tuple(read_page(output, path) for path in sorted(output.rglob("*.html")))


def loaded(output: Path, page: Seen) -> set[Path]:
    """The files that a browser fetches for a page besides its pictures: styles and what they name, scripts, icons."""
    wanted = {"icon", "stylesheet", "manifest", "preload", "modulepreload"}
    named = [link["href"] or "" for link in page.links if wanted & set((link.get("rel") or "").split())]
    named += [script["src"] or "" for script in page.scripts if script.get("src")]
    files = {output / address.lstrip("/") for address in named}
    for style in [file for file in files if file.suffix == ".css"]:
        named = re.findall(r"""url\(["']?(?!data:|#)([^"')]+)""", style.read_text("utf-8"))
        files |= {output / urljoin(f"/{style.relative_to(output)}", address).lstrip("/") for address in named}
    return files
