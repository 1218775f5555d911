"""Credentials: keys and tokens that open something, told by the form that their makers gave them.

A form alone is not enough: where the maker put a checksum into it (GitHub, npm), that must be right, and what follows
the prefix must look drawn by lot, so that `ghp_xxxxxxxx` in a manual is no secret. What is found is never shown whole.
"""

from __future__ import annotations

import base64
import binascii
import json
import math
import re
import string
import zlib
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import lru_cache

BASE62 = string.digits + string.ascii_uppercase + string.ascii_lowercase
# What manuals write in the place of a secret.
STANDS_IN = re.compile(
    r"example|sample|dummy|fake|placeholder|redacted|changeme|your|x{4}|\*{3}|\.{3}|12345|abcde", re.I
)


@dataclass(frozen=True)
class Credential:
    """Something that opens something: what it is for, and where it stands in a text."""

    kind: str
    start: int
    end: int
    shown: str


def looks_drawn(text: str, least: float = 3.0) -> bool:
    """Whether a text looks drawn by lot: Shannon entropy in bits per character, and nothing that manuals write."""
    counted = Counter(text)
    entropy = -sum(n / len(text) * math.log2(n / len(text)) for n in counted.values())
    return entropy >= least and not STANDS_IN.search(text)


def _checked(text: str) -> bool:
    """GitHub's and npm's last six characters: the CRC-32 of those before, after the prefix, in base 62."""
    drawn, given = text.rpartition("_")[2][:-6], text[-6:]
    rest, written = zlib.crc32(drawn.encode()), ""
    while rest:
        rest, digit = divmod(rest, 62)
        written = BASE62[digit] + written
    return given == written.rjust(6, "0")


def _is_key(text: str) -> bool:
    body = "".join(text.split("-----")[2].split())
    return len(body) >= 100 and looks_drawn(body, 4.0)


def _web_token(text: str) -> bool:
    """A signed JSON Web Token whose parts can be read; the one that every manual shows is no secret."""
    try:
        header, payload = (json.loads(base64.urlsafe_b64decode(part + "==")) for part in text.split(".")[:2])
    except (ValueError, binascii.Error):
        return False
    return (
        isinstance(header, dict)
        and "alg" in header
        and isinstance(payload, dict)
        and payload.get("sub") != "1234567890"
    )


def _after(prefix: str) -> Callable[[str], bool]:
    return lambda text: looks_drawn(text[len(prefix) :])


def _last_drawn(text: str) -> bool:
    """Of a token of Slack only the end is drawn by lot; what stands before it numbers places and people."""
    return looks_drawn(text.rpartition("-")[2])


Form = tuple[str, str, Callable[[str], bool]]
# Sources: the makers' own documentation of their formats, and the patterns that hosts' secret scanners publish.
FORMS: tuple[Form, ...] = (
    ("a private key", r"-----BEGIN [A-Z0-9 ]*PRIVATE KEY[A-Z ]*-----[^-]{99,20000}-----END [A-Z0-9 ]+-----", _is_key),
    ("an access key of AWS", r"\b(?:AKIA|ASIA)[A-Z2-7]{16}\b", _after("AKIA")),
    ("a token of GitHub", r"\bgh[pousr]_[A-Za-z0-9]{36}\b", _checked),
    ("a token of GitHub", r"\bgithub_pat_[A-Za-z0-9]{22}_[A-Za-z0-9]{59}\b", _after("github_pat_")),
    ("a token of GitLab", r"\bgl(?:pat|dt|ptt|rt|cbt|ft|soat|agent|oas|imt)-[\w-]{20,60}\b", _after("glpat-")),
    ("a token of npm", r"\bnpm_[A-Za-z0-9]{36}\b", _checked),
    ("a token of PyPI", r"\bpypi-AgEIcHlwaS5vcmc[\w-]{50,}", _after("pypi-AgEIcHlwaS5vcmc")),
    ("a token of Slack", r"\bxox[abeoprs](?:\.xox[a-z])?-(?:\d+-)*[A-Za-z0-9-]{16,}", _last_drawn),
    ("an address that writes to Slack", r"\bhooks\.slack\.com/services/T\w{6,}/B\w{6,}/\w{20,}", looks_drawn),
    ("a key of Stripe", r"\b[rs]k_live_[A-Za-z0-9]{20,}", _after("sk_live_")),
    ("a key of Google", r"\bAIza[\w-]{35}(?![\w-])", _after("AIza")),
    ("a secret of Google", r"\bGOCSPX-[\w-]{28}(?![\w-])", _after("GOCSPX-")),
    ("a key of OpenAI", r"\bsk-(?:proj-|svcacct-|admin-)?[\w-]{16,100}T3BlbkFJ[\w-]{16,100}", _after("sk-")),
    ("a key of Anthropic", r"\bsk-ant-(?:api|admin)\d\d-[\w-]{80,}", _after("sk-ant-api03-")),
    ("a token of Hugging Face", r"\bhf_[A-Za-z]{34}\b", _after("hf_")),
    ("a key of SendGrid", r"\bSG\.[\w-]{22}\.[\w-]{43}(?![\w-])", _after("SG.")),
    ("a key of Brevo", r"\bxkeysib-[a-f0-9]{64}-[A-Za-z0-9]{16}\b", _after("xkeysib-")),
    ("a key of Mailgun", r"\bkey-[0-9a-f]{32}\b", _after("key-")),
    ("a key of Mailchimp", r"\b[0-9a-f]{32}-us\d{1,2}\b", looks_drawn),
    ("a key of Twilio", r"\bSK[0-9a-f]{32}\b", _after("SK")),
    ("a token of DigitalOcean", r"\bdo[oprt]_v1_[a-f0-9]{64}\b", _after("dop_v1_")),
    ("a token of Heroku", r"\bHRKU-AA[\w-]{58}(?![\w-])", _after("HRKU-AA")),
    ("a token of Shopify", r"\bshp(?:at|ca|pa|ss)_[a-fA-F0-9]{32}\b", _after("shpat_")),
    ("a token of Atlassian", r"\bATATT3[\w=-]{180,}", _after("ATATT3")),
    ("a token of Databricks", r"\bdapi[0-9a-f]{32}(?:-\d)?\b", _after("dapi")),
    ("a token of HashiCorp Vault", r"\bhv[sbr]\.[\w-]{24,200}", _after("hvs.")),
    ("a key of Linear", r"\blin_(?:api|oauth)_[A-Za-z0-9]{32,64}\b", _after("lin_api_")),
    ("a token of Notion", r"\bntn_[A-Za-z0-9]{46}\b", _after("ntn_")),
    ("a token of Figma", r"\bfigd_[\w-]{40,}", _after("figd_")),
    ("a token of Docker Hub", r"\bdckr_[po]at_[\w-]{27,}", _after("dckr_pat_")),
    ("a key of Azure storage", r"\bAccountKey=[A-Za-z0-9+/]{86}==", _after("AccountKey=")),
    ("a bot's token of Telegram", r"\b\d{8,10}:AA[\w-]{33}(?![\w-])", _after("12345678:AA")),
    ("an address that writes to Teams", r"\.webhook\.office\.com/webhookb2/[\w@/-]{60,}\w{32}", looks_drawn),
    ("an address that writes to Discord", r"\bdiscord(?:app)?\.com/api/webhooks/\d{17,20}/[\w-]{60,}", looks_drawn),
    ("a signed web token", r"\beyJ[\w-]{10,}\.eyJ[\w-]{10,}\.[\w-]{20,}", _web_token),
)  # fmt: skip
KNOWN = tuple((kind, re.compile(pattern), valid) for kind, pattern, valid in FORMS)
# Each form needs one of these, so that most texts are looked at once instead of once for each form.
HINTS = re.compile(
    r"PRIVATE KEY|AKIA|ASIA|gh[pousr]_|github_pat|gl[a-z]{2,5}-|npm_|pypi-|xox|slack\.com|k_live_|AIza|GOCSPX|sk-|hf_"
    r"|SG\.|xkeysib|key-|-us\d|SK[0-9a-f]{8}|_v1_|HRKU|shp[acps]{2}_|ATATT3|dapi|hv[sbr]\.|lin_|ntn_|figd_|dckr_|AccountKey"
    r"|:AA|webhook|eyJ"
)


def credentials(text: str) -> Iterator[Credential]:
    """Every credential in a text, in the order of the forms; a place that two forms fit is told once."""
    taken: list[tuple[int, int]] = []
    for kind, pattern, valid in KNOWN if HINTS.search(text) else ():
        for match in pattern.finditer(text):
            start, end = match.span()
            if valid(match[0]) and not any(start < other_end and other < end for other, other_end in taken):
                taken.append((start, end))
                yield Credential(kind, start, end, veiled(match[0]))


_ASSIGNED = re.compile(
    r"""(?ix) \b [\w-]* (?: passw(?:or)?d | secret | api[_-]?key | access[_-]?key | auth[_-]?token | access[_-]?token
    | private[_-]?key ) [\w-]* ["']? \s* (?: := | => | [:=] ) \s* (?P<quote>["']) (?P<value> [^\s"'<>${}()]{12,120} )
    (?P=quote)"""
)
_IN_ADDRESS = re.compile(r"""(?i)\b[a-z][a-z0-9+.-]{1,20}://[^\s/:@<>"'{}$]+:(?P<value>[^\s/@<>"'{}$*]{6,})@[\w.-]+""")
_NAMED = re.compile(r"(?i)passw|secret|key|token")  # one of these stands in whatever is assigned
_OBVIOUS = re.compile(r"(?i)passw|secret|[./]\w+[./]")


def passwords(text: str) -> Iterator[Credential]:
    """Values drawn by lot that are given to something called password, secret or key, and passwords in addresses."""
    if not _NAMED.search(text) and not ("://" in text and "@" in text):
        return  # as most texts: they are looked at once
    known = [(found.start, found.end) for found in credentials(text)]
    for pattern in (_ASSIGNED, _IN_ADDRESS):
        for match in pattern.finditer(text):
            start, end = match.span("value")
            told = any(start < other_end and other < end for other, other_end in known)
            if not told and _opens(match["value"]):
                yield Credential("a password or key", start, end, veiled(match["value"]))


def _opens(value: str) -> bool:
    """Whether a value looks drawn by lot, with letters and digits, and is no path or word of a manual."""
    mixed = re.search(r"\d", value) and re.search(r"[A-Za-z]", value)
    return bool(mixed and looks_drawn(value, min(3.2, 0.9 * math.log2(len(value)))) and not _OBVIOUS.search(value))


def veiled(secret: str) -> str:
    """Enough of a secret to find it in a text, and too little to use it: at most its first four characters."""
    return f"{secret[: _seen(secret)]}{'•' * 6}"


def _seen(secret: str) -> int:
    return min(4, len(secret) // 4)


@lru_cache(maxsize=1 << 14)  # findings are masked whenever they are judged, and say the same of many texts
def masked(text: str) -> str:
    """A text without the secrets in it: but for the first few, their characters become dots, so that columns stay."""
    for found in (*credentials(text), *passwords(text)):
        shown = _seen(text[found.start : found.end])
        text = text[: found.start + shown] + "•" * (found.end - found.start - shown) + text[found.end :]
    return text
