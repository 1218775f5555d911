"""Why a page was printed: which of the values that it sees is not what it was."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence, Set

from ..build import Build
from ..model import Page
from .rendering import Renderer

Parts = dict[str, str]  # a digest of each value that a page sees, by name


def explain(build: Build, renderer: Renderer, pages: Sequence[Page], printed: Set[str]) -> Iterator[str]:
    """A sentence about the page that `--explain` names, by its address or its file."""
    wanted = build.run.explain
    if not wanted:
        return
    asked = {wanted, f"/{wanted.strip('/')}/", f"/{wanted.lstrip('/')}"}
    page = next((page for page in pages if asked & {page.address, f"/{page.save_as}"}), None)
    if page is None:
        yield f"--explain {wanted}: there is no such page; write its address, such as /articles/why-we-moved/"
    elif page.save_as not in printed:
        yield f"{page.address} was kept: nothing that it sees has changed, and its file is what it was"
    else:
        yield f"{page.address} was printed: {_why(build, renderer, page)}"


def _why(build: Build, renderer: Renderer, page: Page) -> str:
    if not renderer.fingerprint(page):
        return "themes without pages.toml, and plugins' own pages, are printed every time"
    now = renderer.parts(page)
    noted = build.ledger.read([_name(build, page.save_as)])
    if not noted:
        return "nobody knows from what it was printed before"
    before: Parts = json.loads(noted.popitem()[1])
    changed = [name for name in (*now, *(before.keys() - now.keys())) if now.get(name) != before.get(name)]
    if changed:
        return f"{', '.join(changed)} {'differ' if len(changed) > 1 else 'differs'} from the time before"
    return "all that it sees is as it was, but its file was missing or touched, or everything is printed"


def keep_parts(build: Build, parts: Mapping[str, Parts]) -> None:
    """Note what each page was printed from, by its path, for whoever asks the next time."""
    told = {_name(build, path): json.dumps(found).encode() for path, found in parts.items() if found}
    build.ledger.write("parts", told)


def _name(build: Build, path: str) -> str:
    return build.digests.of("parts", build.run.outputs, path)
