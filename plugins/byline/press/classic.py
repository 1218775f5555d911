"""Any Pelican theme: the full context it was written for, with texts that are already safe."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from jinja2 import Environment
from markupsafe import Markup
from pelican.generators import Generator
from pelican.paginator import Paginator
from pelican.urlwrappers import Author as PelicanAuthor
from pelican.urlwrappers import Category as PelicanCategory
from pelican.urlwrappers import Tag as PelicanTag

from ..build import Build
from ..model import Article, Page, made

TEMPLATES = {kind: kind for kind in ("article", "page", "author", "authors", "category", "categories", "tag", "tags")}
TEMPLATES |= {"home": "index", "archive": "archives"}
WRAPPERS = {"author": PelicanAuthor, "category": PelicanCategory, "tag": PelicanTag}
LISTS = {"authors": ("authors", "author"), "categories": ("categories", "category"), "tags": ("tags", "tag")}


class Shown:
    """Pelican's content object, but for its texts: they are safe HTML, so autoescape leaves them as they are."""

    def __init__(self, content: Any, body: str) -> None:
        self._shown, self.content = content, Markup(body)  # noqa: S704  our own sanitized HTML
        self.summary = Markup(content.summary)  # noqa: S704

    def __getattr__(self, name: str) -> Any:
        return getattr(self._shown, name)


class Classic:
    """Renders pages with a theme that knows nothing of Byline."""

    def __init__(self, build: Build, context: Mapping[str, Any]) -> None:
        self.build, self.context, self.settings = build, context, context
        self._shown = {source: Shown(c, made(build.bodies.get(source, ""))) for source, c in build.contents.items()}
        self._environment = _environment(context)

    def render(self, page: Page) -> str:
        """The page with Pelican's own template of that kind."""
        template = self._environment.get_template(TEMPLATES[page.kind] + ".html")
        return str(template.render({**self.context, **self._lists(), **self._own(page), "output_file": page.save_as}))

    def _own(self, page: Page) -> dict[str, Any]:
        if page.kind in ("article", "page"):
            record = page.values.get("article") or page.values["page_text"]
            shown = self._shown[record.source]
            return {page.kind: shown, "category": getattr(shown, "category", None)}
        if page.kind in LISTS:
            plural, kind = LISTS[page.kind]
            return {plural: [(self._wrapped(kind, topic), [None] * n) for topic, n in page.values[plural]]}
        given = {page.kind: self._wrapped(page.kind, page.values[page.kind])} if page.kind in WRAPPERS else {}
        articles = [a for _, group in page.values.get("years", ()) for a in group]
        return {**given, **self._paginated(page, page.listed or articles)}

    def _wrapped(self, kind: str, topic: Any) -> Any:
        wrapped = WRAPPERS[kind](topic.name, self.settings)
        wrapped.slug = topic.id if kind == "author" else topic.slug
        return wrapped

    def _paginated(self, page: Page, articles: Iterable[Article]) -> dict[str, Any]:
        """The names by which classic templates know one page of a list."""
        shown = [self._shown[a.source] for a in articles if a.source in self._shown]
        given: dict[str, Any] = {"articles": shown, "dates": shown, "page_name": page.address.strip("/") or "index"}
        pagination = page.values.get("pagination")
        if not pagination:
            return given
        first = page.address.removesuffix(f"page/{pagination.number}/").lstrip("/")
        for name in ("articles", "dates"):
            paginator = Paginator(f"{first}index.html", first, shown, self.settings, pagination.per_page)
            here = paginator.page(pagination.number)
            given |= {f"{name}_paginator": paginator, f"{name}_page": here}
            given |= {f"{name}_previous_page": paginator.page(here.number - 1) if here.has_previous() else None}
            given |= {f"{name}_next_page": paginator.page(here.number + 1) if here.has_next() else None}
        return given

    def _lists(self) -> dict[str, Any]:
        return {
            name: [self._shown.get(c.record.source, c) for c in self.context.get(name, ())]
            for name in ("articles", "pages")
        }


def _environment(context: Mapping[str, Any]) -> Environment:
    """Pelican's own environment, with the site's filters and Pelican's look-up of templates."""
    generator = Generator(context, context, context["PATH"], context["THEME"], context["OUTPUT_PATH"])
    environment: Environment = generator.env
    environment.autoescape = True
    return environment
