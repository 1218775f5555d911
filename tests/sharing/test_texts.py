"""What people may say when they share: the author's words, else the title, and how much of the room it takes."""

from __future__ import annotations

from builders import an_article
from byline.sharing.channels import shipped
from byline.sharing.texts import counted, share_texts

CHANNELS = {channel.id: channel for channel in shipped()}


def test_an_author_s_own_words_come_before_the_title() -> None:
    article = an_article(share={"linkedin": ("We moved.", "Three weekends.")})

    found = share_texts(article, [CHANNELS["x"], CHANNELS["linkedin"]])

    assert [(one.channel, one.text, one.own) for one in found] == [
        ("x", "Why we moved", False),
        ("linkedin", "We moved.", True),
        ("linkedin", "Three weekends.", True),
    ]


def test_a_length_counts_the_link_and_what_is_wide_twice() -> None:
    assert counted("") == 41
    assert counted("abc") == 44
    assert counted("漢字") == 45


def test_a_channel_says_how_much_it_takes() -> None:
    found = share_texts(an_article(), [CHANNELS["bluesky"], CHANNELS["whatsapp"]])

    assert [(one.label, one.limit) for one in found] == [("Bluesky", 300), ("WhatsApp", 0)]
