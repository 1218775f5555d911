"""Texts to share: what authors and colleagues prepared, else made by rules from what the article says of itself.

No model writes them and nothing is sent anywhere. How the sharer belongs to the company is in each of them.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

from ..channels import Channel
from ..model import Article, ShareText
from .links import ADDRESS, fitted, share_url, with_address
from .quotes import quotes
from .wording import quoted

DISCLOSURE = "{disclosure}"  # where an author wants it; else it comes after the words
HASHTAGS = 4

Origin = Literal["prepared", "colleague", "rules"]


@dataclass(frozen=True)
class Voice:
    """In whose name a text is written: the line that must be in it, and who needs no mention because they speak."""

    disclosure: str = ""
    first: bool = False
    person: str = ""


@dataclass(frozen=True)
class Material:
    """What texts about one article are made of. `accepted` holds (channel, text, credit) of colleagues' words; without
    `prepared`, those of its author stay away.
    """

    article: Article
    words: Mapping[str, Any] = field(default_factory=dict)
    hashtags: tuple[str, ...] = ()
    accepted: tuple[tuple[str, str, str], ...] = ()
    prepared: bool = True


def share_texts(material: Material, channel: Channel, target: str, voice: Voice) -> tuple[ShareText, ...]:
    """The texts for one channel, the most personal first; none where a channel takes none, such as a QR code."""
    if channel.how == "code":
        return ()
    made = [_text(material, channel, target, text, "rules", voice) for text in _made(material, channel, target, voice)]
    found = {text.text: text for text in reversed([*written_texts(material, channel, target, voice), *made])}
    return tuple(found.values())[::-1]


def written_texts(material: Material, channel: Channel, target: str, voice: Voice) -> list[ShareText]:
    """Those that people wrote: colleagues' own words, then what authors or comms prepared."""
    own = [
        _text(material, channel, target, disclosed(text, voice), "colleague", voice, credit)
        for id, text, credit in material.accepted
        if id == channel.id
    ]
    prepared = material.article.share.get(channel.id, ()) if material.prepared else ()
    texts = (disclosed(text, voice) for text in prepared)
    return [*own, *(_text(material, channel, target, text, "prepared", voice) for text in texts)]


def _text(
    material: Material, channel: Channel, target: str, text: str, origin: Origin, voice: Voice, credit: str = ""
) -> ShareText:
    article = material.article
    length = channel.length(with_address(text, target))
    link = share_url(article, channel, target, text) if channel.how == "page" else ""
    said = voice.disclosure if voice.disclosure.casefold() in text.casefold() else ""
    return ShareText(channel.id, article.lang, text, length, channel.limit, origin, credit, said, link, channel.label)


def disclosed(text: str, voice: Voice, hashtags: str = "") -> str:
    """A text with the disclosure and the place of the address, where it has them or in their usual order."""
    line = voice.disclosure
    if DISCLOSURE in text:
        text = text.replace(DISCLOSURE, line).strip()
    elif line.casefold() not in text.casefold():
        text = f"{line}\n\n{text}" if voice.first else f"{text}\n\n{line}"
    if ADDRESS not in text:
        text = f"{text}\n\n{ADDRESS}".lstrip()
    return f"{text}\n\n{hashtags}" if hashtags else text


# --- by rules ---------------------------------------------------------------------------------------------------------


def _made(material: Material, channel: Channel, target: str, voice: Voice) -> Iterator[str]:
    """Texts from title, summary, quotes and hashtags, each cut to what the channel takes."""
    tags = " ".join(f"#{tag}" for tag in material.hashtags[:HASHTAGS]) if channel.medium == "social" else ""
    title, names = material.article.title, _names(material.article, voice)
    for saying in ("", *_sayings(material)):
        words = f"{saying}\n\n{title}".lstrip()
        for place in (ADDRESS, DISCLOSURE):  # what an article says of itself has no places
            words = words.replace(place, f"({place[1:-1]})")
        yield _fitting((f"{words}{names}", words), channel, target, voice, tags)


def _fitting(choices: tuple[str, str], channel: Channel, target: str, voice: Voice, tags: str) -> str:
    """Hashtags go first, then the names of the authors, then words; no word of the disclosure ever goes."""

    def takes(words: str, tags: str = "") -> bool:
        return channel.takes(with_address(disclosed(words, voice, tags), target))

    for words, more in ((choices[0], tags), (choices[0], ""), (choices[1], "")):
        if takes(words, more):
            return disclosed(words, voice, more)
    return disclosed(fitted(choices[1], takes), voice)


def _sayings(material: Material) -> Iterator[str]:
    """Different things to say above the title, so that not everybody says the same."""
    if summary := " ".join(material.article.summary.plain.split()):
        yield summary
    if material.article.reader:
        yield material.article.reader
    for quote in quotes(material.article.body.html):
        yield quoted(quote, material.words)


def _names(article: Article, voice: Voice) -> str:
    """Who wrote it, since the sharer is not the author; nobody says that they wrote it themselves."""
    if not article.authors or voice.person in {author.id for author in article.authors}:
        return ""
    shown = ", ".join(author.name for author in article.authors[:3])
    return f" ({shown}{' …' if len(article.authors) > 3 else ''})"
