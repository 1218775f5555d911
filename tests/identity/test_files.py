"""What browsers and people who found a weakness are told about the site."""

from __future__ import annotations

import json
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from builders import NOON, a_site, an_article, an_edition
from built import a_build
from byline.build import Build
from byline.findings import line
from byline.identity.files import identity_files
from byline.identity.security import IdentitySettings
from byline.model import Brand
from byline.settings import SettingsError, typed

THEME = Path(__file__).parents[2] / "themes" / "byline"
CONTACT = "mailto:security@example.com"


def printed(settings: IdentitySettings | None = None, **fields: Any) -> tuple[Build, dict[str, bytes]]:
    edition = an_edition(an_article("why"), an_article("pourquoi", lang="fr"), site=fields.pop("site", a_site()))
    build = a_build(edition, settings or IdentitySettings(), context={"THEME": str(THEME)}, **fields)
    return build, {file.save_as: file.data for file in identity_files(build)}


def settings(**given: Any) -> IdentitySettings:
    return typed("BYLINE_IDENTITY", IdentitySettings, given)


def test_the_manifest_names_the_site_its_colors_and_icons_that_exist() -> None:
    build, files = printed(site=a_site(url="https://example.com/blog"), brand=Brand(name="Acme", accent="#0f5e5a"))
    manifest = json.loads(files["manifest.webmanifest"])

    assert (manifest["name"], manifest["short_name"], manifest["lang"]) == ("Example Blog", "Acme", "en")
    assert (manifest["theme_color"], manifest["background_color"]) == ("#0f5e5a", "#ffffff")
    assert manifest["start_url"] == manifest["scope"] == "/blog/"
    assert [icon["src"] for icon in manifest["icons"]] == [f"/blog{address}" for address in build.icons.values()]
    assert {address.lstrip("/") for address in build.icons.values()} <= files.keys()


def test_an_icon_that_changes_gets_a_new_address() -> None:
    first, second = (printed(brand=Brand(name=name))[0].icons for name in ("Acme", "Byline"))

    assert first.keys() == second.keys() == {32, 180, 192, 512}
    assert not set(first.values()) & set(second.values())


def test_without_a_contact_there_is_no_security_txt() -> None:
    build, files = printed()

    assert ".well-known/security.txt" not in files
    assert build.findings == []


def test_security_txt_says_whom_to_tell_until_when_and_in_which_language() -> None:
    _, files = printed(settings(security_contact=CONTACT, security_expires="2027-01-01"))

    assert files[".well-known/security.txt"].decode().splitlines() == [
        "Contact: mailto:security@example.com",
        "Expires: 2027-01-01T00:00:00Z",
        "Preferred-Languages: en, fr",
        "Canonical: https://blog.example.com/.well-known/security.txt",
    ]


@pytest.mark.parametrize(
    ("days", "name", "published"),
    [(-1, "security-expired", False), (1, "", True), (365, "", True), (366, "security-far", False)],
)
def test_a_date_that_nobody_can_trust_is_a_warning(days: int, name: str, published: bool) -> None:
    expires = (NOON + timedelta(days=days)).date()
    build, files = printed(settings(security_contact=CONTACT, security_expires=expires))

    assert [(found.name, found.severity) for found in build.findings] == ([(name, "warning")] if name else [])
    assert (".well-known/security.txt" in files) is published
    assert {line(found, "content").split(":")[0] for found in build.findings} <= {"pelicanconf.py"}


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ({"security_contact": CONTACT}, "security_expires"),
        ({"security_contact": "security@example.com", "security_expires": "2027-01-01"}, "write mailto:"),
        ({"security_contact": "http://example.com", "security_expires": "2027-01-01"}, "write mailto:"),
        ({"security_contact": f"{CONTACT}\nExpires: x", "security_expires": "2027-01-01"}, "write mailto:"),
        ({"security_contact": CONTACT, "security_expires": "soon"}, "date"),
    ],
)
def test_a_setting_that_cannot_be_used_says_what_to_write(given: dict[str, Any], said: str) -> None:
    with pytest.raises(SettingsError, match=said):
        settings(**given)
