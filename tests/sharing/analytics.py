"""How three analytics tools file a visit: ports of their published rules, for tests alone.

GA4: support.google.com/analytics/answer/9756891 (default channel group, manual traffic), in the order of that page,
without the rules that need an ad network. Plausible: plausible.io/docs/top-referrers#channels. Matomo with its plugin
MarketingCampaignsReporting: the parameters that it reads into which dimension, 250 characters of each.
"""

from __future__ import annotations

import re
from urllib.parse import parse_qsl, urlsplit

# The part of Google's list of social sources that a channel of ours could be called like.
SOCIAL_SOURCES = {
    *("bsky", "facebook", "instagram", "l.facebook.com", "linkedin", "lnkd.in", "mastodon", "pinterest", "quora"),
    *("reddit", "snapchat", "t.co", "telegram", "threads", "tiktok", "tumblr", "twitter", "viadeo", "whatsapp"),
    *("x.com", "xing"),
}
SEARCH_SOURCES = {"baidu", "bing", "duckduckgo", "ecosia", "google", "qwant", "yahoo", "yandex"}
VIDEO_SOURCES = {"dailymotion", "twitch", "vimeo", "youtube"}
SHOPPING_SOURCES = {"amazon", "ebay", "etsy", "shopify"}
SOCIAL_MEDIA = {"social", "social-network", "social-media", "sm", "social network", "social media"}
EMAIL = {"email", "e-mail", "e_mail", "e mail"}
PAID = re.compile(r"^(.*cp.*|ppc|retargeting|paid.*)$")
DISPLAY = {"display", "banner", "expandable", "interstitial", "cpm"}


def parameters(url: str) -> dict[str, str]:
    """The campaign parameters of an address, as a browser would hand them over."""
    return {name: value for name, value in parse_qsl(urlsplit(url).query) if name.startswith("utm_")}


def ga4(url: str) -> str:
    """The default channel group that Google Analytics 4 files the visit in; capitals do not matter to it."""
    given = {name: value.lower() for name, value in parameters(url).items()}
    source, medium, campaign = (given.get(f"utm_{name}", "") for name in ("source", "medium", "campaign"))
    paid = bool(PAID.match(medium))
    rules = (
        ("Cross-network", "cross-network" in campaign),
        ("Paid Shopping", paid and (source in SHOPPING_SOURCES or bool(re.search(r"(^|[^a-df-z])shop", campaign)))),
        ("Paid Search", paid and source in SEARCH_SOURCES),
        ("Paid Social", paid and source in SOCIAL_SOURCES),
        ("Paid Video", paid and source in VIDEO_SOURCES),
        ("Display", medium in DISPLAY),
        ("Paid Other", paid),
        ("Organic Shopping", source in SHOPPING_SOURCES or bool(re.search(r"(^|[^a-df-z])shop(ping)?s?$", campaign))),
        ("Organic Social", source in SOCIAL_SOURCES or medium in SOCIAL_MEDIA),
        ("Organic Video", source in VIDEO_SOURCES or "video" in medium),
        ("Organic Search", source in SEARCH_SOURCES or medium == "organic"),
        ("Referral", medium in {"referral", "app", "link"}),
        ("Email", source in EMAIL or medium in EMAIL),
        ("Affiliates", medium == "affiliate"),
        ("Audio", medium == "audio"),
        ("SMS", source == "sms" or medium == "sms"),
        ("Mobile Push Notifications", medium.endswith("push") or "mobile" in medium or "notification" in medium),
    )
    return next((name for name, holds in rules if holds), "Unassigned")


def plausible(url: str) -> str:
    """The channel that Plausible files the visit in; it compares values as they are written."""
    given = parameters(url)
    source, medium = given.get("utm_source", ""), given.get("utm_medium", "")
    rules = (
        ("Cross-network", "cross-network" in given.get("utm_campaign", "")),
        ("Paid Social", bool(PAID.match(medium)) and source in SOCIAL_SOURCES),
        ("Display", medium in DISPLAY),
        ("Paid Other", bool(PAID.match(medium))),
        ("Organic Social", source in SOCIAL_SOURCES or medium in SOCIAL_MEDIA),
        ("Email", source in EMAIL or medium in EMAIL),
        ("Affiliates", medium == "affiliate"),
        ("Audio", medium == "audio"),
        ("SMS", source == "sms" or medium == "sms"),
        ("Mobile Push Notifications", medium.endswith("push") or "mobile" in medium or "notification" in medium),
        ("Organic Search", source in SEARCH_SOURCES),
        ("Referral", medium in {"referral", "app", "link"}),
    )
    return next((name for name, holds in rules if holds), "Direct")


def matomo(url: str) -> dict[str, str]:
    """What Matomo keeps of a campaign, by its dimensions; without a name it is no campaign."""
    read = {"name": "campaign", "keyword": "term", **{one: one for one in ("source", "medium", "content", "id")}}
    given = parameters(url)
    kept = {dimension: given[f"utm_{name}"][:250].lower() for dimension, name in read.items() if f"utm_{name}" in given}
    return kept if "name" in kept else {}
