"""Values with a form of their own: dates, languages, addresses. See `field_types` for how faults are told."""

from __future__ import annotations

import re
import unicodedata
from datetime import date, datetime, time
from typing import Annotated
from urllib.parse import unquote, urlsplit
from zoneinfo import available_timezones

from pydantic import AfterValidator, BeforeValidator, ValidationInfo, WithJsonSchema

from .field_types import LIST_SCHEMA, as_items, as_line, at_most, fault, matching, warn
from .languages import canonical_lang
from .settings import nearest
from .urls import is_site_url

DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}([ T][0-9]{2}:[0-9]{2}(:[0-9]{2})?)?(Z|[+-][0-9]{2}:[0-9]{2})?")
DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
DATE_HINT = "Write 2026-05-31, 2026-05-31 14:30 or 2026-05-31T14:30+02:00."
DAY_HINT = "Write 2026-05-31."
FIRST_YEAR, LAST_YEAR = 1970, 2199
HOST = re.compile(r"(?=.{1,253}$)\w([\w-]*\w)?(\.\w([\w-]*\w)?)*")
OLD_ADDRESS = re.compile(r"/?[\w~!$&()+,;=@%./-]+")
PICTURE_PREFIX = re.compile(r"\{(static|attach|filename)\}")


# --- dates ------------------------------------------------------------------------------------------------------------


def _no_date(value: object, form: re.Pattern[str], hint: str) -> Exception:
    """The fault of what is no date; full-width digits and signs are easy to type and hard to see."""
    plain = unicodedata.normalize("NFKC", str(value))
    if plain != value and form.fullmatch(plain):
        hint = f"Did you mean '{plain}'?"
    return fault("bad-date", f"is no date that can be read: '{str(value)[:100]}'", hint)


def _within_years(moment: date) -> None:
    if not FIRST_YEAR <= moment.year <= LAST_YEAR:
        raise fault("bad-date", f"is outside {FIRST_YEAR} to {LAST_YEAR}: {moment.year}")


def _moment(value: object) -> datetime:
    """A datetime, without a zone where none is written; a day alone is its midnight."""
    if isinstance(value, str):
        text = value.strip()
        if not DATE.fullmatch(text):
            raise _no_date(value, DATE, DATE_HINT)
        try:
            zone = text[10:] if text[10:11] in ("Z", "+", "-") else ""
            value = datetime.fromisoformat(f"{text[:10]}T00:00{zone}" if zone else text)
        except ValueError:
            raise _no_date(value, DATE, "There is no such day or time.") from None
    elif isinstance(value, date) and not isinstance(value, datetime):
        value = datetime.combine(value, time())
    if not isinstance(value, datetime):
        raise _no_date(value, DATE, DATE_HINT)
    _within_years(value)
    return value


def _day(value: object) -> date:
    if isinstance(value, str) and DAY.fullmatch(value.strip()):
        try:
            value = date.fromisoformat(value.strip())
        except ValueError:
            raise _no_date(value, DAY, "There is no such day.") from None
    if not isinstance(value, date) or isinstance(value, datetime):
        raise _no_date(value, DAY, DAY_HINT)
    _within_years(value)
    return value


def _year(value: object) -> int:
    if not isinstance(value, int) or not FIRST_YEAR <= value <= LAST_YEAR:
        raise fault("bad-value", f"is no year: '{str(value)[:40]}'", "Write four digits without quotes: 2026.")
    return value


def _not_before_starts(value: date, info: ValidationInfo) -> date:
    """Of two days, or two moments whose zones are both written or both not."""
    starts = info.data.get("starts")
    if isinstance(value, datetime) and isinstance(starts, datetime) and bool(value.tzinfo) != bool(starts.tzinfo):
        return value
    if starts and value < starts:
        raise fault("bad-date", "is before 'starts'", "Swap the two dates.")
    return value


Year = Annotated[int, BeforeValidator(_year)]
Moment = Annotated[
    datetime, BeforeValidator(_moment), WithJsonSchema({"type": "string", "pattern": f"^{DATE.pattern}$"})
]
Day = Annotated[date, BeforeValidator(_day), WithJsonSchema({"type": "string", "pattern": f"^{DAY.pattern}$"})]

EndDay = Annotated[Day, AfterValidator(_not_before_starts)]
EndMoment = Annotated[Moment, AfterValidator(_not_before_starts)]


# --- languages and zones ----------------------------------------------------------------------------------------------


def _lang(value: str) -> str:
    lang = canonical_lang(value)
    if value and not lang:
        meant = canonical_lang(value.replace("_", "-"))
        raise fault(
            "bad-lang",
            f"is no language: '{value[:40]}'",
            f"Did you mean '{meant}'?" if meant else "Write its short code: en, fr, pt-BR.",
        )
    return lang


def _timezone(value: str) -> str:
    if value and value not in available_timezones():
        meant = nearest(value, available_timezones())
        raise fault(
            "bad-value",
            f"is no time zone: '{value[:60]}'",
            f"Did you mean '{meant}'?" if meant else "Write one such as Europe/Paris or UTC.",
        )
    return value


Lang = Annotated[str, BeforeValidator(as_line), AfterValidator(_lang)]
Timezone = Annotated[str, BeforeValidator(as_line), AfterValidator(_timezone)]
Domain = Annotated[str, BeforeValidator(as_line), matching(HOST, "bad-value", "is no domain")]


# --- addresses --------------------------------------------------------------------------------------------------------


def scheme_of(url: str) -> str:
    """`https` or `http` for a URL that a browser can open and nothing hides in, else nothing."""
    try:
        parts = urlsplit(url)
        _ = parts.port
    except ValueError:
        return ""
    sound = HOST.fullmatch(parts.hostname or "") and "@" not in parts.netloc
    hiding = re.search(r"[\s\x00-\x1f\\<>\"`{}|^]", url)
    return parts.scheme if sound and not hiding and parts.scheme in ("https", "http") else ""


def _url(value: str, info: ValidationInfo) -> str:
    scheme = scheme_of(value)
    if value and not scheme:
        raise fault("bad-url", f"is no web address: '{value[:100]}'", "Write all of it, beginning with https://.")
    if scheme == "http":
        warn(info, "http-link", f"is not encrypted: {value}", "Most sites answer https:// too.")
    return value


def _site_url(value: str) -> str:
    if value and not is_site_url(value):
        raise fault("bad-url", f"is no site's address: '{value[:100]}'", "Write such as https://blog.example.com.")
    return value.rstrip("/")


def _old_address(value: str) -> str:
    """An address on this site with its leading slash; a redirect is written there, so it must not lead elsewhere."""
    parts = unquote(value).split("/")
    if not OLD_ADDRESS.fullmatch(value) or "//" in value or {".", ".."} & set(parts) or not any(parts):
        hint = "Write an address on this site without `?` or `#`, such as /old/address/."
        raise fault("unsafe-path", f"holds what is no old address: '{value[:100]}'", hint)
    return "/" + value.removeprefix("/")


def _own_file(value: str) -> str:
    path = PICTURE_PREFIX.sub("", value, count=1)
    if re.search(r"[\\:{}]", path) or path.startswith("//"):
        raise fault("unsafe-path", f"is no path of a file: '{value[:100]}'", "Put it beside the text and name it.")
    return value


Url = Annotated[str, BeforeValidator(as_line), at_most(2_000), AfterValidator(_url)]
SiteUrl = Annotated[str, BeforeValidator(as_line), at_most(2_000), AfterValidator(_site_url)]
OldAddress = Annotated[str, BeforeValidator(as_line), at_most(500), AfterValidator(_old_address)]
OwnFile = Annotated[str, BeforeValidator(as_line), at_most(500), AfterValidator(_own_file)]
Urls = Annotated[tuple[Url, ...], BeforeValidator(as_items), LIST_SCHEMA]
OldAddresses = Annotated[tuple[OldAddress, ...], BeforeValidator(as_items), LIST_SCHEMA]
