"""What redirects print: a page for each old address, and rules for hosts that read them."""

from __future__ import annotations

from collections.abc import Iterator

from ..build import Build
from ..model import File, Page
from ..urls import save_as
from .hosting import headers_file, redirects_file
from .redirects import RedirectSettings, redirects


def redirect_output(build: Build) -> Iterator[Page | File]:
    """Decide the redirects once all other pages are known."""
    taken = {page.address for page in build.pages} | {f"/{file.save_as}" for file in build.files if not file.internal}
    build.redirects, wrong = redirects(build.edition, taken, build.setting(RedirectSettings).moved, build.claims)
    build.findings.extend(wrong)
    for old, new in build.redirects.items():
        yield Page("redirect", old, save_as(old), build.site.lang, {"target": new}, noindex=True)
    yield File("_redirects", redirects_file(build.redirects, build.site))
    yield File("_headers", headers_file(build.site, build.production))
