"""What Sveltia CMS is told: where the repository is, and what each kind of text may hold (`config.json`)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from ..build import Build
from .fields import Choices, fields_of
from .settings import FormSettings
from .words import Words, words

Config = dict[str, Any]
# One text = one folder, with its pictures; or one file. Authors and pages are files.
PLACES: Mapping[str, tuple[str, str, str]] = {
    "articles": ("article", "content/articles", "{{year}}/{{slug}}/index"),
    "notes": ("article", "content/articles", "{{year}}/{{slug}}"),
    "authors": ("author", "content/authors", "{{slug}}"),
    "pages": ("page", "content/pages", "{{slug}}"),
}

# A picture is drawn anew before it is saved: what a camera wrote into it, such as the place, never reaches the
# repository. Pictures of other hosts are nobody's own.
PICTURES = {"format": "webp", "quality": 85, "width": 2560, "height": 2560}
MEDIA: Mapping[str, Any] = {
    "default": {"config": {"slugify_filename": True, "transformations": {"raster_image": PICTURES}}},
    "stock_assets": {"providers": []},
}


def config_of(build: Build, settings: FormSettings) -> Config:
    """The whole of it, for this site."""
    lang = build.site.lang
    langs = tuple(dict.fromkeys((lang, *build.edition.langs, *settings.langs)))
    said = words(lang)
    return {
        "load_config_file": False,
        "backend": backend(settings),
        "publish_mode": "editorial_workflow",  # a proposal, never a change of the branch itself
        "app_title": build.site.name,
        "site_url": build.site.url,
        "media_folder": "content/images",
        "public_folder": "/images",
        "media_libraries": MEDIA,
        "slug": {"encoding": "ascii", "clean_accents": True, "maxlength": 80, "lowercase": True},
        "output": {"omit_empty_optional_fields": True, "yaml": {"quote": "none"}},
        "editor": {"preview": False},
        "i18n": i18n(langs),
        "collections": [collection(name, said, choices(build)) for name in PLACES],
    }


def backend(settings: FormSettings) -> Config:
    """The git host, where people sign in with their own account."""
    given: Config = {
        "name": settings.host,
        "repo": settings.repository,
        "branch": settings.branch,
        "base_url": settings.origin,
        "api_root": settings.api_root,
    }
    if settings.host == "gitlab":
        given |= {"auth_type": "pkce", "app_id": settings.app_id}
    return given


def i18n(langs: Sequence[str]) -> Config:
    """`index.md` is in the site's language, `index.fr.md` beside it in French."""
    return {
        "structure": "multiple_files",
        "locales": list(langs),
        "default_locale": langs[0],
        "initial_locales": "default",
        "omit_default_locale_from_file_path": True,
    }


def choices(build: Build) -> Choices:
    """The categories and campaigns that are registered."""
    return Choices(
        tuple((one.name, slug) for slug, one in sorted(build.registry.categories.items())),
        tuple((one.name, key) for key, one in sorted(build.registry.campaigns.items())),
    )


def collection(name: str, said: Words, offered: Choices) -> Config:
    """One kind of text, where it lies and what it holds."""
    kind, folder, path = PLACES[name]
    titled = "name" if kind == "author" else "title"
    return {
        "name": name,
        **said.collection("note" if name == "notes" else kind),
        "folder": folder,
        "path": path,
        "identifier_field": titled,
        "slug": f"{{{{{titled}}}}}",
        "create": name != "notes",
        "media_folder": "",
        "public_folder": "",
        "aliases_field": False,
        "i18n": True,
        "fields": fields_of(kind, said, offered),
    }
