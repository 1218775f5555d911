"""What a site is made of: plain values, frozen once they are read.

Nothing here reads a file, asks the clock or knows Pelican. Times are aware datetimes in the site's time zone;
paths of sources are POSIX and relative to the content folder; addresses are paths on the site, with a leading slash.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from functools import cached_property
from typing import Any, Literal

COLOR = re.compile(r"^#[0-9a-fA-F]{6}$")
Severity = Literal["error", "warning", "advice"]
State = Literal["published", "draft", "hidden", "scheduled", "expired"]


@dataclass(frozen=True, slots=True, order=True)
class Finding:
    """One remark of the checks: where, what, how bad, and what to do.

    `start` and `end` are the columns of what it is about in its line, counted in characters from 0; both 0 when it is
    about the whole line. They are for the caret in a terminal and stand in no machine-readable form.
    """

    path: str
    line: int
    name: str
    message: str
    severity: Severity = "error"
    hint: str = ""
    start: int = 0
    end: int = 0


# --- texts ------------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Reference:
    """A link or picture that a text names: what was written, and on which line of its file."""

    kind: Literal["link", "picture"]
    target: str
    line: int
    alt: str = ""


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading of a text, for tables of contents."""

    level: int
    id: str
    text: str


@dataclass(frozen=True, slots=True)
class Remark:
    """A finding of a text before its file is known."""

    line: int
    name: str
    message: str
    severity: Severity = "warning"
    hint: str = ""


@dataclass(frozen=True, slots=True)
class Text:
    """A rendered text: safe HTML whose links and pictures still stand as they were written (see `markup.resolve`)."""

    html: str = ""
    plain: str = ""
    words: int = 0
    headings: tuple[Heading, ...] = ()
    references: tuple[Reference, ...] = ()
    remarks: tuple[Remark, ...] = ()

    def local(self, site: Site) -> list[Reference]:
        """Links and pictures but for those that certainly lead to another site."""
        return [one for one in self.references if not site.is_elsewhere(one.target)]


# --- the site ---------------------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Site:
    """Who publishes, where and in which language. `url` and `home` have no slash at their end.

    `home` is where readers will find the site when this build only shows it elsewhere, as a preview; else empty.
    """

    name: str
    url: str
    lang: str
    timezone: str = "UTC"
    id_domain: str = ""
    id_year: int = 0
    organisation: str = ""
    home: str = ""

    @property
    def base(self) -> str:
        """The path that every address on this site starts with: empty, or such as `/preview/pr-7`."""
        return "/" + "/".join(self.url.split("/")[3:]) if self.url.count("/") > 2 else ""

    def absolute(self, address: str) -> str:
        """The full URL of an address on this site."""
        return self.url + address

    def is_elsewhere(self, target: str) -> bool:
        """Whether what somebody wrote certainly leads to another site: an address that begins like none of ours."""
        return target.startswith("https://") and not target.startswith((self.url, self.home or self.url))

    def canonical(self, address: str) -> str:
        """The full URL by which readers know an address: what is shared, counted and remembered."""
        return (self.home or self.url) + address


@dataclass(frozen=True)
class Brand:
    """How the company looks: `brand.toml`. Colors are `#rrggbb`; `logo` and `font` are paths beside `brand.toml`.

    Dark colors that are empty follow from the others.
    """

    name: str = ""
    accent: str = "#1d4ed8"
    ink: str = "#111827"
    paper: str = "#ffffff"
    logo: str = ""
    accent_dark: str = ""
    ink_dark: str = ""
    paper_dark: str = ""
    font: str = ""

    def __post_init__(self) -> None:
        names = ("accent", "ink", "paper", "accent_dark", "ink_dark", "paper_dark")
        colors = {name: color for name in names if (color := getattr(self, name)) or not name.endswith("_dark")}
        wrong = [(name, color) for name, color in colors.items() if not COLOR.match(color)]
        if wrong:
            raise ValueError("\n".join(f"{name} {color!r} is no color: write it as #rrggbb" for name, color in wrong))


# --- people and subjects ----------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Link:
    """One of a person's own addresses elsewhere."""

    name: str
    url: str


def initials(name: str) -> str:
    """The first letters of the first and the last word of a name; nothing when no word begins with a letter."""
    words = [word for word in name.split() if word[0].isalnum()]
    return "".join(word[0] for word in (words[:1] + words[1:][-1:])).upper()


@dataclass(frozen=True)
class Author:
    """A person who signs. Whoever has not agreed to a public profile has a name and an id, nothing else.

    `lang` is the language of what they say of themselves; `translations` holds the same fields by other languages.
    """

    id: str
    name: str
    status: Literal["active", "alumni", "guest", "partner", "client"] = "active"
    agreed: date | None = None
    role: str = ""
    organisation: str = ""
    tagline: str = ""
    pronouns: str = ""
    topics: tuple[str, ...] = ()
    links: tuple[Link, ...] = ()
    portrait: str = ""
    portrait_alt: str = ""
    why: str = ""
    helps_with: tuple[str, ...] = ()
    reply: str = ""
    moved_to: str = ""
    lang: str = ""
    translations: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
    biographies: Mapping[str, Text] = field(default_factory=dict)
    biography_sources: Mapping[str, str] = field(default_factory=dict)
    signing_keys: tuple[str, ...] = ()
    source: str = ""

    def speaking(self, lang: str) -> Author:
        """The same person with what they say of themselves in a language, as far as they said it."""
        said = self.translations.get(lang)
        return replace(self, lang=lang, **said) if said else self

    def biography_source(self, lang: str) -> str:
        """The file that holds the biography in a language: `authors/jane-doe.fr.md`, or the author's own file."""
        return self.biography_sources.get(lang, self.source)

    @property
    def initials(self) -> str:
        """At most two letters that stand where there is no portrait."""
        return initials(self.name) or self.id[:1].upper()


@dataclass(frozen=True)
class Category:
    """The subject of articles; `names` and `descriptions` by language."""

    slug: str
    name: str
    names: Mapping[str, str] = field(default_factory=dict)
    descriptions: Mapping[str, str] = field(default_factory=dict)

    def named(self, lang: str) -> str:
        """Its name in a language, else its own."""
        return self.names.get(lang, self.name)


@dataclass(frozen=True)
class Tag:
    """A word that people put on articles."""

    slug: str
    name: str


@dataclass(frozen=True)
class Series:
    """Articles that belong together, in order of date."""

    slug: str
    name: str


@dataclass(frozen=True)
class Wins:
    """What a campaign gives to readers, to those who write and share, and to the company."""

    reader: str = ""
    author: str = ""
    company: str = ""


@dataclass(frozen=True)
class Media:
    """A picture (`file`, in the content folder) or film (`url`) of a campaign, with what must be said of it."""

    file: str = ""
    url: str = ""
    alt: str = ""
    credit: str = ""
    license: str = ""
    expires: date | None = None
    pictured_until: date | None = None

    def usable(self, day: date) -> bool:
        """Whether its license and the people in it allow its use on a day."""
        return all(last is None or day <= last for last in (self.expires, self.pictured_until))


@dataclass(frozen=True)
class Campaign:
    """An effort run by comms between two dates, both inside. `retrospective` is written when it is over."""

    id: str
    name: str
    starts: date
    ends: date
    hashtags: tuple[str, ...] = ()
    wins: Wins = Wins()
    lang: str = ""
    sponsor: str = ""
    note: str = ""
    proposed_by: str = ""
    open_until: date | None = None
    hold: str = ""
    media: tuple[Media, ...] = ()
    retrospective: Text | None = None
    source: str = ""

    def runs(self, day: date) -> bool:
        """Whether the day is one of the campaign's."""
        return self.starts <= day <= self.ends


# --- articles ---------------------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Article:
    """One piece in one language, whatever its state. A translation is an article with the same `translation`."""

    id: str
    title: str
    slug: str
    lang: str
    translation: str
    date: datetime
    authors: tuple[Author, ...]
    state: State
    address: str
    save_as: str
    url: str
    source: str
    modified: datetime | None = None
    body: Text = Text()
    summary: Text = Text()
    category: Category | None = None
    tags: tuple[Tag, ...] = ()
    series: Series | None = None
    expires: datetime | None = None
    hold: str = ""
    image: str = ""
    image_alt: str = ""
    card: str = ""
    campaign: str = ""
    hashtags: tuple[str, ...] = ()
    share: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    aliases: tuple[str, ...] = ()
    canonical: str = ""
    discussions: tuple[str, ...] = ()
    needs: tuple[str, ...] = ()
    reader: str = ""
    reviewed_by: tuple[str, ...] = ()
    remix_of: str = ""
    license: str = ""
    extra: Mapping[str, Any] = field(default_factory=dict)

    @property
    def updated(self) -> datetime:
        """When its text last changed, as its author says."""
        return max(self.modified, self.date) if self.modified else self.date

    @property
    def minutes(self) -> int:
        """Reading time: 220 words a minute, at least one."""
        return max(1, round(self.body.words / 220))


@dataclass(frozen=True)
class Line:
    """An article in the archive. It holds what a line there shows, so that the archive stays when a text changes."""

    title: str
    address: str
    lang: str
    date: datetime
    authors: tuple[Author, ...]
    source: str


@dataclass(frozen=True)
class PlainPage:
    """A page that is no article: about, legal notice."""

    title: str
    slug: str
    lang: str
    translation: str
    state: State
    address: str
    save_as: str
    url: str
    source: str
    body: Text = Text()
    summary: Text = Text()
    modified: datetime | None = None
    aliases: tuple[str, ...] = ()
    extra: Mapping[str, Any] = field(default_factory=dict)


Record = Article | PlainPage


@dataclass(frozen=True)
class Edition:
    """Everything that one build publishes or keeps back, gathered once.

    `articles` holds every state, newest first. `authors` are all that are registered, by id.
    """

    site: Site
    articles: tuple[Article, ...] = ()
    authors: tuple[Author, ...] = ()
    pages: tuple[PlainPage, ...] = ()
    campaigns: tuple[Campaign, ...] = ()

    @property
    def records(self) -> tuple[Record, ...]:
        """Articles, then plain pages."""
        return (*self.articles, *self.pages)

    def texts(self) -> Iterator[tuple[str, Text]]:
        """Every text whose body is printed, with its source: what has expired shows none."""
        for record in self.records:
            if record.state != "expired":
                yield record.source, record.body
        for author in self.authors:
            for lang, biography in author.biographies.items() if author.agreed else ():
                yield author.biography_source(lang), biography

    @cached_property
    def published(self) -> tuple[Article, ...]:
        """What readers find in lists, newest first."""
        return tuple(article for article in self.articles if article.state == "published")

    @cached_property
    def langs(self) -> tuple[str, ...]:
        """The site's language first, then those that have a published article."""
        return (self.site.lang, *sorted({a.lang for a in self.published} - {self.site.lang}))

    @cached_property
    def categories(self) -> tuple[Category, ...]:
        """Those of published articles, by slug."""
        found = {a.category.slug: a.category for a in self.published if a.category}
        return tuple(found[slug] for slug in sorted(found))

    @cached_property
    def tags(self) -> tuple[Tag, ...]:
        """Those of published articles, by slug."""
        found = {tag.slug: tag for a in self.published for tag in a.tags}
        return tuple(found[slug] for slug in sorted(found))

    @cached_property
    def series(self) -> tuple[Series, ...]:
        """Those of published articles, by slug."""
        found = {a.series.slug: a.series for a in self.published if a.series}
        return tuple(found[slug] for slug in sorted(found))

    @cached_property
    def _by_author(self) -> dict[str, tuple[Article, ...]]:
        found: dict[str, list[Article]] = {}
        for article in self.published:
            for author in article.authors:
                found.setdefault(author.id, []).append(article)
        return {author: tuple(articles) for author, articles in found.items()}

    @cached_property
    def _langs_by_author(self) -> dict[str, frozenset[str]]:
        return {author: frozenset(article.lang for article in mine) for author, mine in self._by_author.items()}

    @cached_property
    def _by_translation(self) -> dict[str, tuple[Article, ...]]:
        found: dict[str, list[Article]] = {}
        for article in self.articles:
            found.setdefault(article.translation, []).append(article)
        return {key: tuple(sorted(group, key=lambda a: a.lang)) for key, group in found.items()}

    @cached_property
    def _by_lang(self) -> dict[str, tuple[Article, ...]]:
        return {lang: tuple(a for a in self.published if a.lang == lang) for lang in self.langs}

    @cached_property
    def _places(self) -> dict[str, int]:
        return {a.source: place for articles in self._by_lang.values() for place, a in enumerate(articles)}

    def in_lang(self, lang: str) -> tuple[Article, ...]:
        """The published articles in a language, newest first."""
        return self._by_lang.get(lang, ())

    def neighbors(self, article: Article) -> tuple[Article | None, Article | None]:
        """The next newer and the next older published article in its language."""
        mine = self.in_lang(article.lang)
        if article.source not in self._places:
            return (
                next((a for a in reversed(mine) if a.date > article.date), None),
                next((a for a in mine if a.date <= article.date), None),
            )
        place = self._places[article.source]
        return mine[place - 1] if place else None, mine[place + 1] if place + 1 < len(mine) else None

    @cached_property
    def _by_series(self) -> dict[tuple[str, str], tuple[Article, ...]]:
        found: dict[tuple[str, str], list[Article]] = {}
        for article in reversed(self.published):
            if article.series:
                found.setdefault((article.series.slug, article.lang), []).append(article)
        return {key: tuple(articles) for key, articles in found.items()}

    def in_series(self, article: Article) -> tuple[Article, ...]:
        """The published articles of the article's series in its language, in order of date."""
        return self._by_series.get((article.series.slug, article.lang), ()) if article.series else ()

    @cached_property
    def same_names(self) -> frozenset[str]:
        """Names that more than one author has: their bylines give the id too."""
        counted = Counter(author.name for author in self.authors)
        return frozenset(name for name, number in counted.items() if number > 1)

    def by(self, author: Author) -> tuple[Article, ...]:
        """The published articles that this author signs, newest first, in every language."""
        return self._by_author.get(author.id, ())

    def versions(self, article: Article) -> tuple[Article, ...]:
        """The published versions of an article, itself included, by language."""
        return tuple(a for a in self._by_translation[article.translation] if a.state == "published")

    def langs_of(self, author: Author) -> tuple[str, ...]:
        """The languages of an author's page: the site's, then those of a published article or a biography."""
        present = self._langs_by_author.get(author.id, frozenset()) | author.biographies.keys()
        return (self.site.lang, *sorted(present - {self.site.lang}))


# --- the programme: for colleagues only -------------------------------------------------------------------------------


@dataclass(frozen=True)
class OptIn:
    """What a person chose, with the day of each choice; None is a no."""

    measured: date | None = None
    ranking: date | None = None
    statistics: date | None = None


@dataclass(frozen=True)
class Ambassador:
    """A colleague who is enrolled to share, and who need not be an author.

    `channels` and `langs` are those in which the person shares; none means all. `charter` is the version accepted.
    """

    id: str
    name: str
    emails: tuple[str, ...] = ()
    account: str = ""
    department: str = ""
    enrolled: date | None = None
    charter: str = ""
    channels: tuple[str, ...] = ()
    langs: tuple[str, ...] = ()
    paused: date | None = None
    left: date | None = None
    opt_in: OptIn = OptIn()
    source: str = ""

    def active(self, day: date) -> bool:
        """Whether the person takes part on a day: enrolled by then, neither paused nor gone."""
        begun = self.enrolled is not None and self.enrolled <= day
        return begun and not any(since is not None and since <= day for since in (self.paused, self.left))

    def measured(self, day: date) -> bool:
        """Whether links of this person may be counted on a day."""
        return self.active(day) and self.opt_in.measured is not None and self.opt_in.measured <= day


@dataclass(frozen=True)
class Department:
    """How many people work in one place, by the day from which the number holds, oldest first."""

    id: str
    name: str
    headcount: Mapping[date, int] = field(default_factory=dict)


@dataclass(frozen=True)
class Charter:
    """What ambassadors and company promise each other, in one language. `changes` by version, oldest first."""

    version: str
    lang: str
    body: Text = Text()
    written_by: tuple[str, ...] = ()
    open_until: date | None = None
    cse_consulted: date | None = None
    changes: Mapping[str, str] = field(default_factory=dict)

    def since(self, accepted: str) -> Mapping[str, str]:
        """What changed after a version that somebody accepted: everything, when that version is not known."""
        versions = list(self.changes)
        if accepted == self.version:
            return {}
        later = versions[versions.index(accepted) + 1 :] if accepted in versions else versions
        return {version: self.changes[version] for version in later}


@dataclass(frozen=True)
class Event:
    """Something to go to. `whole_days`: `starts` and `ends` are days, `ends` the last one; nobody notes who came."""

    id: str
    title: str
    starts: datetime
    ends: datetime
    whole_days: bool
    lang: str
    place: str = ""
    url: str = ""
    summary: str = ""
    articles: tuple[str, ...] = ()


@dataclass(frozen=True)
class Campfire:
    """A place where people talk, pointed out by a colleague."""

    id: str
    name: str
    lang: str
    url: str = ""
    about: str = ""
    pointed_out_by: str = ""
    rules: tuple[str, ...] = ()
    listen: str = ""
    articles: tuple[str, ...] = ()


@dataclass(frozen=True)
class Value:
    """What the company says of itself, and the ids of the articles that show it."""

    id: str
    name: str
    promise: str
    lang: str
    articles: tuple[str, ...] = ()


@dataclass(frozen=True)
class Thanks:
    """A note of thanks, for colleagues to read once its recipient agreed."""

    id: str
    to: str
    by: str
    text: str
    day: date
    lang: str
    agreed: date | None = None


@dataclass(frozen=True)
class OfferedText:
    """Words in which a colleague shares an article, accepted by comms; `by` is whose they are, an id or a name."""

    id: str
    article: str
    channel: str
    text: str
    by: str = ""
    withdrawn: date | None = None


@dataclass(frozen=True)
class Idea:
    """An article that somebody should write."""

    id: str
    title: str
    lang: str
    about: str = ""
    reader: str = ""
    proposed_by: str = ""
    taken_by: str = ""


@dataclass(frozen=True)
class Guide:
    """A page of advice for colleagues."""

    id: str
    title: str
    lang: str
    summary: str = ""
    body: Text = Text()


@dataclass(frozen=True)
class Programme:
    """What concerns colleagues only, as the programme folder says it. Nothing of it reaches the public site.

    people      enrolled colleagues by id; one whose file has an error is absent until it is mended
    hold        why nothing may be proposed at the moment; empty: nothing stands in the way
    charters    the charter by language
    guides      advice, by id, then by language
    """

    people: Mapping[str, Ambassador] = field(default_factory=dict)
    departments: Mapping[str, Department] = field(default_factory=dict)
    hold: str = ""
    charters: Mapping[str, Charter] = field(default_factory=dict)
    events: tuple[Event, ...] = ()
    campfires: tuple[Campfire, ...] = ()
    values: tuple[Value, ...] = ()
    thanks: tuple[Thanks, ...] = ()
    texts: tuple[OfferedText, ...] = ()
    ideas: tuple[Idea, ...] = ()
    guides: Mapping[str, Mapping[str, Guide]] = field(default_factory=dict)


# --- what is proposed -------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Change:
    """A file of the content folder that differs from a base; `path` is empty when it is gone, `was` when it is new."""

    kind: Literal["added", "edited", "renamed", "deleted"]
    path: str
    was: str = ""


@dataclass(frozen=True, slots=True)
class Evidence:
    """What shows that an author stands behind a text as it is now.

    claimed    the text, a commit or a trailer says so: anyone can type that
    approved   the trusted job found the author's approval of exactly this version, or an editor's word for it
    signed     the author's key signed exactly this version

    `note` says in a few words how it is known; `commit` is the one that shows it.
    """

    degree: Literal["claimed", "approved", "signed"] = "claimed"
    note: str = ""
    commit: str = ""


# --- what rooms make of it --------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Picture:
    """A picture that people use, guarded and resized: `variants` maps width in pixels to address, narrow first."""

    source: str
    width: int
    height: int
    variants: Mapping[int, str]
    avif: Mapping[int, str] = field(default_factory=dict)

    @property
    def address(self) -> str:
        """The widest variant."""
        return self.variants[max(self.variants)]


@dataclass(frozen=True)
class Card:
    """The picture that networks show for a page: 1200 by 630 pixels."""

    address: str
    alt: str
    width: int = 1200
    height: int = 630
    type: str = "image/png"


@dataclass(frozen=True)
class ShareLink:
    """A channel's own page with an article in it; `icon` names the channel's sign in the theme.

    `target` is the article's tagged URL, to copy or to draw as a QR code; `url` is empty where no page can be opened.
    """

    channel: str
    label: str
    url: str
    icon: str = ""
    target: str = ""


@dataclass(frozen=True)
class ShareText:
    """A text to share on a channel, ready to be copied but for `{url}`, where the address goes.

    `length` is that with the address, as the channel counts, of at most `limit` (0: any length). `disclosure` is the
    line of it that says how the sharer belongs to the company; `credit` the name of the colleague whose words they are;
    `link` opens the channel's own page with the text in it, or with the address alone where it takes no text.
    """

    channel: str
    lang: str
    text: str
    length: int
    limit: int
    origin: Literal["prepared", "colleague", "rules"]
    credit: str = ""
    disclosure: str = ""
    link: str = ""
    label: str = ""

    @property
    def own(self) -> bool:
        """Whether it was prepared by the article's author, or by comms."""
        return self.origin == "prepared"

    @property
    def fits(self) -> bool:
        """Whether the channel accepts it as it is."""
        return not self.limit or self.length <= self.limit


@dataclass(frozen=True)
class ShareKit:
    """All that one needs to share an article: texts and links by channel, in the order of the channels.

    `offer` is the address under which a colleague proposes own words; empty where the company named none.
    """

    article: Article
    texts: tuple[ShareText, ...] = ()
    links: tuple[ShareLink, ...] = ()
    offer: str = ""

    def texts_for(self, channel: str) -> tuple[ShareText, ...]:
        """The texts for a channel, the most personal first."""
        return tuple(text for text in self.texts if text.channel == channel)

    def link_to(self, channel: str) -> ShareLink | None:
        """The link for a channel, if it has one."""
        return next((link for link in self.links if link.channel == channel), None)


@dataclass(frozen=True)
class ShortLink:
    """`/s/<code>/`, a row of `programme/short-links.csv`: what was given out, to whom, and whether it still counts.

    `person` is empty for a link that everybody may use. Once given out, a code never means another article.
    """

    code: str
    article: str
    channel: str
    person: str = ""
    period: str = ""
    issued: date | None = None
    revoked: date | None = None

    @property
    def address(self) -> str:
        """Where it stands on the site."""
        return f"/s/{self.code}/"


@dataclass(frozen=True)
class Late:
    """A value that is made only when something that shows it is printed. It follows from its inputs alone."""

    inputs: tuple[Any, ...]
    make: Callable[[], Any] = field(compare=False)

    @property
    def digest(self) -> tuple[Any, ...]:
        """What stands for it: its inputs."""
        return self.inputs


def made(value: Any) -> Any:
    """The value itself; one that is `Late` is made now."""
    return value.make() if isinstance(value, Late) else value


@dataclass(frozen=True)
class Page:
    """A page as a value: its kind is a table of `pages.toml`, which names the values that its template sees.

    A value that costs something may be `Late`. `listed` are all articles of the list that this is one page of, for
    classic themes, which count their pages themselves.
    """

    kind: str
    address: str
    save_as: str
    lang: str
    values: Mapping[str, Any] = field(default_factory=dict)
    alternates: tuple[tuple[str, str], ...] = ()
    noindex: bool = False
    internal: bool = False
    listed: tuple[Article, ...] = ()


@dataclass(frozen=True)
class File:
    """A file of our own: feed, picture, report. `internal` ones go to `internal/`, never to `output/`."""

    save_as: str
    data: bytes
    internal: bool = False


class LateFile(File):
    """A file that is made only when it is not yet where it belongs, made from the same inputs (see `digest`).

    `make` may be called in another process. Whoever asks for `data` has it made.
    """

    def __init__(self, save_as: str, inputs: Sequence[Any], make: Callable[[], bytes], internal: bool = False) -> None:
        for name, value in (("save_as", save_as), ("internal", internal), ("inputs", inputs), ("make", make)):
            object.__setattr__(self, name, value)

    inputs: Sequence[Any]
    make: Callable[[], bytes]

    @property
    def data(self) -> bytes:
        """Its bytes, made now."""
        return self.make()
