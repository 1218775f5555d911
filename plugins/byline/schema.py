"""What people may write at the top of their files: every key, its type and its help. The boundary of the model.

Articles, authors and pages have front matter; categories, campaigns and the site itself are TOML. From these classes
and their neighbors come the checks, the JSON Schemas in `docs/schemas/` (see `json_schemas`) and the help of editors.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Any, ClassVar, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict

from .field_formats import Day, Domain, Lang, Moment, OldAddresses, OwnFile, SiteUrl, Timezone, Url, Urls, Year
from .field_types import (
    Block,
    Blocks,
    Extra,
    Hashtags,
    Id,
    Line,
    Lines,
    Links,
    Names,
    Shares,
    Slug,
    Summary,
    Tags,
    Title,
    as_separated,
    list_schema,
    one_of,
)
from .held import CREDIT, EVIDENCE, NOBODY, PROFILE, SIGNING, Held, because, held_of
from .key_help import help_of

Status = Annotated[Literal["published", "draft", "hidden"], one_of("published", "draft", "hidden")]
Standing = Annotated[
    Literal["active", "alumni", "guest", "partner", "client"], one_of("active", "alumni", "guest", "partner", "client")
]
NEEDS = ("belonging", "recognition", "growth", "voice", "novelty", "safety")
Needs = Annotated[tuple[Annotated[str, one_of(*NEEDS)], ...], BeforeValidator(as_separated), list_schema(enum=[*NEEDS])]


def _requires(shape: dict[str, Any], fields: type[BaseModel]) -> None:
    """For editors: what must be there, the kind's name, each key's help, and why what is about people is held."""
    shape |= {"title": fields.__name__.removesuffix("Fields"), "required": list(getattr(fields, "demanded", ()))}
    for name, said in help_of(fields).items():
        shape["properties"][name]["description"] = said
    for name, why in held_of(fields).items():
        if why != NOBODY and name in shape["properties"]:
            shape["properties"][name] |= {"x-purpose": why.purpose, "x-retention": why.retention}


class Fields(BaseModel):
    """Keys of one kind of file. `demanded` must be there and hold something; `validation` says so.

    `held` says of every key why it is held and until when (see `held`).
    """

    model_config = ConfigDict(frozen=True, extra="forbid", json_schema_extra=_requires, defer_build=True)
    demanded: ClassVar[tuple[str, ...]] = ()
    held: ClassVar[Mapping[Held, str]] = because({})


class PageFields(Fields):
    """A page that is no article: about, legal notice."""

    demanded: ClassVar[tuple[str, ...]] = ("title",)
    held = because({NOBODY: "title slug lang translation modified summary status aliases extra"})

    title: Title
    """What readers see first; at most 300 characters."""
    slug: Slug = ""
    """Its name in the address: a-z, 0-9 and hyphens. Without it, from the folder or file."""
    lang: Lang = ""
    """Its language, such as en, fr or pt-BR. Without it, from the file's name, else the site's."""
    translation: Line = ""
    """Any text that the versions of one text share. Without it, the path without language."""
    modified: Moment | None = None
    """When the text last changed in a way that matters to readers."""
    summary: Summary = ""
    """What it is about, in a sentence or two; at most 2,000 characters of simple Markdown."""
    status: Status = "published"
    """published; draft: in previews only; hidden: has an address, but no list, feed or search shows it."""
    aliases: OldAddresses = ()
    """Old addresses on this site that lead here from now on, such as /old/address/."""
    extra: Extra = {}
    """Whatever the site's own theme needs."""


class ArticleFields(PageFields):
    """One piece, signed by those who wrote it."""

    demanded = ("title", "date", "authors")
    held = because(
        {
            SIGNING: "authors",
            CREDIT: "reviewed_by helped_by",
            NOBODY: "date id category tags series expires hold image image_alt card campaign"
            " hashtags share canonical discussions needs reader remix_of license",
        }
    )

    date: Moment
    """When it is published: 2026-05-31, 2026-05-31 14:30 or 2026-05-31T14:30+02:00. May lie in the future."""
    authors: Names = ()
    """Who signs, in order: ids of author files, or exact registered names."""
    id: Id = ""
    """Permanent, unique, written once by `byline new`: feeds, measures and short links hang on it."""
    category: Line = ""
    """Its subject."""
    tags: Tags = ()
    """At most 50 of at most 80 characters."""
    series: Line = ""
    """Name of the series that it belongs to; ordered by date."""
    expires: Moment | None = None
    """From then on its address answers that it is no longer available."""
    hold: Line = ""
    """Why nobody should share it at the moment: stops hub, digest and planning at once."""
    image: OwnFile = ""
    """Cover for page and share card: a picture beside the text, or `{static}/images/cover.jpg`."""
    image_alt: Line = ""
    """What the cover shows, for readers who cannot see it."""
    card: Id = ""
    """A share card layout's name, or none."""
    campaign: Line = ""
    """Id of the campaign that it belongs to."""
    hashtags: Hashtags = ()
    """Words for networks, with or without #."""
    share: Shares = {}
    """Texts to share, by channel: `linkedin: [text, another text]`."""
    canonical: Url = ""
    """Where it was first published, if that was elsewhere."""
    discussions: Urls = ()
    """Public threads about it."""
    needs: Needs = ()
    """What it gives people: belonging, recognition, growth, voice, novelty, safety."""
    reader: Line = ""
    """One sentence: who gains what from it."""
    reviewed_by: Names = ()
    """Who read it before it was published."""
    helped_by: Names = ()
    """Who helped with it and does not sign: with an answer, a figure, a picture."""
    remix_of: Line = ""
    """The article that it takes further."""
    license: Line = ""
    """Its license, when it is not the site's."""


class AuthorFields(Fields):
    """A person who signs. Until `agreed`, readers see the name and the articles, nothing else."""

    demanded = ("name",)
    held = because(
        {
            SIGNING: "name status",
            PROFILE: "agreed role organisation tagline topics pronouns links"
            " portrait portrait_alt why helps_with reply moved_to",
            EVIDENCE: "signing_keys",
        }
    )

    name: Line = ""
    """As it stands under articles."""
    status: Standing = "active"
    """active, alumni, guest, partner or client; addresses never change with it."""
    agreed: Day | None = None
    """The day on which the person agreed to a public profile."""
    role: Line = ""
    """What the person does."""
    organisation: Line = ""
    """For whom, when it is not the site's own organisation."""
    tagline: Line = ""
    """One line under the name."""
    topics: Names = ()
    """What the person knows and writes about."""
    pronouns: Line = ""
    """How to speak of the person."""
    links: Links = {}
    """The person's own addresses elsewhere: `mastodon: https://example.social/@jane`."""
    portrait: OwnFile = ""
    """A picture beside this file. Without it, the one that is called like this file."""
    portrait_alt: Line = ""
    """What the portrait shows."""
    why: Block = ""
    """Why the person writes here."""
    helps_with: Lines = ()
    """What colleagues and readers may ask the person about."""
    reply: Line = ""
    """How the person likes to be answered."""
    moved_to: Line = ""
    """Where the person can be found since leaving."""
    signing_keys: Blocks = ()
    """Public SSH or GPG keys."""


class CategoryFields(Fields):
    """The subject of articles, in one language."""

    demanded = ("name",)
    held = because({NOBODY: "name description"})

    name: Line = ""
    """What readers see."""
    description: Line = ""
    """What stands above its list."""


class SiteFields(Fields):
    """Whose site this content is: overrides the settings' identity, never their code."""

    held = because({NOBODY: "name siteurl lang timezone id_domain id_year organisation"})

    name: Line = ""
    """What readers see on every page."""
    siteurl: SiteUrl = ""
    """The public address, without a slash at its end."""
    lang: Lang = ""
    """The language of pages without a prefix in their address."""
    timezone: Timezone = ""
    """Where a date without a zone is meant, such as Europe/Paris."""
    id_domain: Domain = ""
    """The domain in permanent entry ids of feeds; never changed, even if the site moves."""
    id_year: Year = 0
    """The year in permanent entry ids of feeds; never changed."""
    organisation: Line = ""
    """Who publishes."""
