"""Texts to share: the words of people first, then what rules make; each says who shares, and fits its channel."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from builders import a_site, a_text, an_article, an_author, an_edition
from byline.channels import Channel, shipped
from byline.model import Ambassador, Article, Campaign, OfferedText, Programme
from byline.sharing.kits import Sharing
from byline.sharing.links import with_address
from byline.sharing.offered import accepted
from byline.sharing.settings import SharingSettings
from byline.sharing.wording import disclosure, wording

CHANNELS = {channel.id: channel for channel in shipped()}
TODAY = date(2026, 6, 15)
STANDINGS = ("active", "alumni", "guest", "partner", "client")
UNREAL = "x" * 400


def sharing(article: Article, settings: SharingSettings | None = None, **fields: Any) -> Sharing:
    """All that a kit is made from, for one article at Acme."""
    edition = fields.pop("edition", None) or an_edition(article, site=a_site(organisation="Acme"))
    return Sharing(edition, settings or SharingSettings(), TODAY, **fields)


def texts(article: Article, channel: str, person: str = "", **fields: Any) -> list[str]:
    kit = sharing(article, **fields).kit_for(article, person)
    return [text.text for text in kit.texts_for(channel)]


def test_people_s_own_words_come_before_those_that_rules_make() -> None:
    article = an_article(share={"linkedin": ("We moved.", "Three weekends.")})
    words = {article.id: (("linkedin", "I carried racks.", "Lena Example"), ("x", "Elsewhere.", ""))}

    found = sharing(article, accepted=words).kit(article).texts_for("linkedin")

    assert [(one.origin, one.text.partition("\n")[0], one.credit) for one in found[:3]] == [
        ("colleague", "I carried racks.", "Lena Example"),
        ("prepared", "We moved.", ""),
        ("prepared", "Three weekends.", ""),
    ]
    assert {one.origin for one in found[3:]} == {"rules"}


def test_rules_make_several_texts_from_title_summary_reader_and_quotes() -> None:
    article = an_article(
        summary=a_text(plain="Three weekends, forty racks."),
        reader="Who moves a server room saves a weekend.",
        body=a_text("<p>It was late. <strong>Labels are the whole job, nobody tells you.</strong></p>"),
    )

    assert [one.partition("\n\nI work at")[0] for one in texts(article, "linkedin")] == [
        "Why we moved (Jane Doe)",
        "Three weekends, forty racks.\n\nWhy we moved (Jane Doe)",
        "Who moves a server room saves a weekend.\n\nWhy we moved (Jane Doe)",
        "“Labels are the whole job, nobody tells you.”\n\nWhy we moved (Jane Doe)",
    ]


def test_a_quotation_stands_between_the_marks_of_its_language() -> None:
    article = an_article(lang="fr", body=a_text("<blockquote><p>Les étiquettes font tout le travail.</p></blockquote>"))

    assert "« Les étiquettes font tout le travail. »" in texts(article, "linkedin")[-1]


def test_whoever_shares_their_own_article_does_not_name_themselves() -> None:
    assert texts(an_article(), "linkedin", "jane-doe")[0].startswith("Why we moved\n")


def test_hashtags_of_article_and_running_campaign_come_once_and_only_on_networks() -> None:
    article = an_article(hashtags=("moving", "Hiring"), campaign="spring")
    over = Campaign("old", "Old", date(2026, 1, 1), date(2026, 2, 1), ("nobody",))
    spring = Campaign("spring", "Spring", date(2026, 6, 1), date(2026, 7, 1), ("hiring", "racks"))
    edition = an_edition(article, site=a_site(organisation="Acme"), campaigns=(over, spring))

    assert texts(article, "linkedin", edition=edition)[0].endswith("\n\n#moving #Hiring #racks")
    assert "#" not in texts(article, "email", edition=edition)[0]


def test_a_campaign_that_is_over_adds_no_hashtags() -> None:
    article = an_article(campaign="old")
    over = Campaign("old", "Old", date(2026, 1, 1), date(2026, 2, 1), ("nobody",))

    assert "#" not in texts(article, "x", edition=an_edition(article, campaigns=(over,)))[0]


@pytest.mark.parametrize("lang", ["en", "fr", "de", "es", "it", "nl", "pt", "pt-BR"])
@pytest.mark.parametrize("standing", STANDINGS)
def test_every_standing_is_disclosed_in_every_language_that_byline_speaks(lang: str, standing: str) -> None:
    line = disclosure(standing, "Acme", wording(lang, {}))
    rewarded = disclosure(standing, "Acme", wording(lang, {}), rewarded=True)

    assert line.count("Acme") == 1
    assert rewarded.endswith(line)
    assert rewarded.count("Acme") == 2


def test_the_standings_differ() -> None:
    assert len({disclosure(standing, "Acme", wording("fr", {})) for standing in STANDINGS}) == len(STANDINGS)


def test_a_person_speaks_as_what_they_are() -> None:
    article = an_article(authors=(an_author("ana-client", status="client"), an_author("al-umni", status="alumni")))
    gone = {"le-ft": Ambassador("le-ft", "Le Ft", left=date(2026, 6, 1))}

    assert "I am a client of Acme." in texts(article, "x", "ana-client")[0]
    assert "I used to work at Acme." in texts(article, "x", "al-umni")[0]
    assert "I used to work at Acme." in texts(article, "x", "le-ft", people=gone)[0]
    assert "I work at Acme." in texts(article, "x", "somebody-else")[0]


def test_a_rewarded_text_begins_by_saying_so() -> None:
    article = an_article(lang="fr", share={"linkedin": ("Trois week-ends.",)})

    for text in texts(article, "linkedin", settings=SharingSettings(rewarded=True)):
        assert text.startswith("Collaboration commerciale : Acme récompense ce partage. Je travaille chez Acme.")


def test_a_company_says_it_in_its_own_words() -> None:
    settings = SharingSettings(disclosures={"en": {"active": "I am with {organisation}."}})

    assert "I am with Acme." in texts(an_article(), "x", settings=settings)[0]


def test_a_text_that_already_discloses_is_left_as_it_is() -> None:
    article = an_article(share={"x": ("I WORK AT ACME. Three weekends. {url} Ask me.",)})

    assert texts(article, "x")[0] == "I WORK AT ACME. Three weekends. {url} Ask me."


def test_an_author_may_say_where_the_disclosure_stands() -> None:
    article = an_article(share={"x": ("{disclosure} And I carried racks.",)})

    assert texts(article, "x")[0] == "I work at Acme. And I carried racks.\n\n{url}"


def test_nothing_is_disclosed_in_a_language_that_nobody_taught_us() -> None:
    kit = sharing(article := an_article(lang="is")).kit(article)

    assert {text.disclosure for text in kit.texts} == {""}


@settings(max_examples=25)
@given(title=st.text(min_size=1, max_size=300), summary=st.text(max_size=600))
def test_what_rules_make_fits_and_discloses_whatever_the_article_says(title: str, summary: str) -> None:
    article = an_article(title=title, summary=a_text(plain=summary), hashtags=("one", "two"))
    kit = sharing(article).kit(article)

    for text in kit.texts:
        channel, link = CHANNELS[text.channel], kit.link_to(text.channel)
        assert link
        assert text.length == channel.length(with_address(text.text, link.target))
        assert text.fits, text
        assert text.disclosure == "I work at Acme." in text.text


def test_a_length_counts_disclosure_and_address() -> None:
    article = an_article(share={"x": ("Three weekends.",)})
    kit = sharing(article).kit(article)

    # 15 for the words, 2 for an empty line, 15 for the disclosure, 2 again, 23 for any address
    assert kit.texts_for("x")[0].length == 15 + 2 + 15 + 2 + 23


def test_a_prepared_text_that_is_too_long_is_kept_and_does_not_fit() -> None:
    text = sharing(article := an_article(share={"x": (UNREAL,)})).kit(article).texts_for("x")[0]

    assert UNREAL in text.text
    assert not text.fits


def test_a_qr_code_takes_no_text() -> None:
    kit = sharing(article := an_article(share={"qr": ("What for?",)})).kit(article)

    assert kit.texts_for("qr") == ()
    assert (link := kit.link_to("qr"))
    assert (link.url, "utm_source=qr" in link.target) == ("", True)


def test_every_channel_that_takes_text_has_one_that_is_made() -> None:
    kit = sharing(article := an_article()).kit(article)

    assert {text.channel for text in kit.texts} == {one.id for one in CHANNELS.values() if one.how != "code"}


# --- colleagues' words ------------------------------------------------------------------------------------------------


def offered(**fields: Any) -> OfferedText:
    return OfferedText(**{"id": "one", "article": "why", "channel": "x", "text": "Words.", "by": "lena", **fields})


def test_words_are_credited_to_whoever_wrote_them() -> None:
    programme = Programme(
        people={"lena": Ambassador("lena", "Lena Example")},
        texts=(offered(), offered(by="jane-doe"), offered(by="Omar Of The Workshop"), offered(by="gone-id")),
    )

    credits = [credit for _, _, credit in accepted(programme, {"jane-doe": "Jane Doe"}, TODAY)["why"]]

    assert credits == ["Lena Example", "Jane Doe", "Omar Of The Workshop", ""]


def test_words_that_are_taken_back_are_no_longer_offered() -> None:
    texts = (offered(withdrawn=TODAY), offered(text="Later.", withdrawn=date(2026, 6, 16)))

    assert [text for _, text, _ in accepted(Programme(texts=texts), {}, TODAY)["why"]] == ["Later."]


def test_whoever_left_is_no_longer_named() -> None:
    people = {"lena": Ambassador("lena", "Lena Example", left=TODAY)}

    assert accepted(Programme(people=people, texts=(offered(),)), {}, TODAY) == {"why": (("x", "Words.", ""),)}


def test_own_words_are_offered_by_a_prefilled_request() -> None:
    settings = SharingSettings(offer="https://git.example.com/new?title={title}&body={body}&on={article}")
    kit = sharing(article := an_article(title="A & B? #1"), settings).kit(article)

    assert kit.offer.startswith(
        "https://git.example.com/new?title=My%20own%20words%20for%3A%20A%20%26%20B%3F%20%231&body="
    )
    assert kit.offer.endswith("%0A%0Ahttps%3A%2F%2Fblog.example.com%2Farticles%2Fwhy-we-moved%2F%0A%0A&on=why-we-moved")


def test_without_an_address_nothing_is_offered() -> None:
    assert sharing(article := an_article()).kit(article).offer == ""


def a_channel(**fields: Any) -> Channel:
    return Channel(**{"id": "own", "label": "Own", "source": "own", "medium": "social", "how": "copy",
                      "verified": TODAY, **fields})  # fmt: skip
