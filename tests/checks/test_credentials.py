"""Keys and tokens are told by the form that their makers gave them."""

from __future__ import annotations

import base64
import json
import string
import zlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from byline.credentials import BASE62, credentials, looks_drawn, masked, veiled

LETTERS = string.ascii_letters + string.digits
HEX = "7c1e9a04f5b83d26" * 4
DRAWN = "q7Rz2mK9xW4tB8nLpV3cYhJ6sD1fGaE5uQoTiMkXrZbNvCwHyPjSlFgAeU0" * 4


def checksum(drawn: str) -> str:
    """The six characters that GitHub and npm put behind what they drew."""
    rest, written = zlib.crc32(drawn.encode()), ""
    while rest:
        rest, digit = divmod(rest, 62)
        written = BASE62[digit] + written
    return written.rjust(6, "0")


def a_web_token(**payload: object) -> str:
    parts = ({"alg": "HS256"}, payload or {"sub": "jane", "role": "editor"})
    return ".".join(base64.urlsafe_b64encode(json.dumps(one).encode()).decode().rstrip("=") for one in parts) + (
        "." + DRAWN[:43]
    )


PLANTED = {
    "a private key": f"-----BEGIN RSA PRIVATE KEY-----\n{DRAWN[:64]}\n{DRAWN[64:128]}\n-----END RSA PRIVATE KEY-----",
    "an access key of AWS": "AKIA" + "QYLPMN5HHHFPZAM2",
    "a token of GitHub": "ghp_" + DRAWN[:30] + checksum(DRAWN[:30]),
    "a token of GitLab": "glpat-" + DRAWN[:20],
    "a token of npm": "npm_" + DRAWN[5:35] + checksum(DRAWN[5:35]),
    "a token of PyPI": "pypi-AgEIcHlwaS5vcmc" + DRAWN[:70],
    "a token of Slack": "xoxb-" + "123456789012-1234567890123-" + DRAWN[:24],
    "an address that writes to Slack": "hooks.slack.com/services/T0A1B2C3D/B4E5F6G7H/" + DRAWN[:24],
    "a key of Stripe": "sk_live_" + DRAWN[:24],
    "a key of Google": "AIza" + DRAWN[:35],
    "a key of OpenAI": "sk-proj-" + DRAWN[:40] + "T3BlbkFJ" + DRAWN[:40],
    "a key of Anthropic": "sk-ant-api03-" + DRAWN[:95],
    "a token of Hugging Face": "hf_" + "qBzDkFgHwJrLmNoPxRsTuVbXyZqWeRtYuI",
    "a key of SendGrid": "SG." + DRAWN[:22] + "." + DRAWN[:43],
    "a key of Azure storage": "AccountKey=" + DRAWN[:86] + "==",
    "a bot's token of Telegram": "987654321:AA" + DRAWN[:33],
    "a token of Databricks": "dapi" + HEX[:32],
    "a signed web token": a_web_token(),
}


@pytest.mark.parametrize("kind", PLANTED)
def test_a_planted_key_is_found_and_never_shown_whole(kind: str) -> None:
    text = f"The key is {PLANTED[kind]} and nobody knows."
    (found,) = credentials(text)

    assert (found.kind, text[found.start : found.end]) == (kind, PLANTED[kind])
    assert len(set(found.shown) - {"•"}) <= 4
    assert PLANTED[kind][5:] not in masked(text)
    assert len(masked(text)) == len(text)


@given(st.text(LETTERS, min_size=30, max_size=30), st.sampled_from(("ghp_", "ghs_", "npm_")))
def test_a_token_with_its_checksum_is_found_and_with_any_other_it_is_not(drawn: str, prefix: str) -> None:
    right = prefix + drawn + checksum(drawn)
    wrong = right[:-1] + ("A" if right[-1] != "A" else "B")

    assert [found.kind for found in credentials(right)]
    assert list(credentials(wrong)) == []


@pytest.mark.parametrize(
    "text",
    [
        "AKIA" + "IOSFODNN7EXAMPLE",
        "glpat-" + "xxxxxxxxxxxxxxxxxxxx",
        "sk_live_" + "your_key_here_your_key",
        "-----BEGIN PRIVATE KEY-----\n...\n-----END PRIVATE KEY-----",
        "AIza" + "0" * 35,
        "sk_test_" + DRAWN[:24],
        a_web_token(sub="1234567890", name="John Doe"),
        "sha256-" + DRAWN[:44],
        HEX,
        "https://github.com/byline/byline/commit/" + HEX[:40],
    ],
)
def test_what_manuals_show_is_no_secret(text: str) -> None:
    assert list(credentials(text)) == []


def test_what_is_drawn_by_lot_is_told_from_words() -> None:
    assert looks_drawn("q7Rz2mK9xW4t")
    assert not looks_drawn("aaaaaaaaaaaa")
    assert not looks_drawn("my-example-1")


def test_a_short_password_shows_less() -> None:
    assert veiled("h7Gd93kQ") == "h7••••••"


@given(st.text())
def test_a_text_keeps_its_columns_when_it_is_masked(text: str) -> None:
    assert len(masked(text)) == len(text)
