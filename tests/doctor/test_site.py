"""The doctor on the site: what is still an example, undecided or in the wrong hands."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from byline.doctor import site


@pytest.mark.parametrize(
    "url",
    ["", "http://localhost:8000", "http://127.0.0.1", "https://blog.example.com", "https://example.org/blog",
     "https://blog.test", "https://intranet.local"],
)  # fmt: skip
def test_an_address_that_no_reader_can_open_is_not_a_public_one(url: str) -> None:
    assert not site.siteurl(url).ok


@pytest.mark.parametrize("url", ["https://blog.acme.fr", "https://acme.com/blog", "https://exampleshop.com"])
def test_a_public_https_address_is_well(url: str) -> None:
    assert site.siteurl(url).ok


def test_a_public_address_without_https_is_not_well() -> None:
    assert "not https" in site.siteurl("http://blog.acme.fr").sentence


@pytest.mark.parametrize(
    ("domain", "year", "said"),
    [("", 0, "id_domain and id_year"), ("blog.acme.fr", 0, "id_year"), ("", 2026, "id_domain")],
)
def test_what_feed_ids_are_made_of_must_be_in_writing(domain: str, year: int, said: str) -> None:
    diagnosis = site.identity(domain, year)

    assert not diagnosis.ok
    assert diagnosis.sentence.startswith(f"{said} not in writing")


def test_an_identity_in_writing_is_shown() -> None:
    assert site.identity("blog.acme.fr", 2026).sentence == "feed entries are named tag:blog.acme.fr,2026"


def test_a_programme_inside_the_repository_can_only_be_the_sample() -> None:
    diagnosis = site.programme("programme", exists=True, public=True)

    assert "only the sample" in diagnosis.sentence
    assert "BYLINE_PROGRAMME_PATH" in diagnosis.fix


@pytest.mark.parametrize(("exists", "public"), [(False, True), (True, False)])
def test_no_programme_or_a_private_one_is_well(exists: bool, public: bool) -> None:
    assert site.programme("programme", exists, public).ok


@given(st.text(min_size=1, max_size=64))
def test_a_secret_is_judged_by_its_length_and_never_said(value: str) -> None:
    diagnosis = site.secret(f"§{value}§")

    assert diagnosis.ok == (len(value) + 2 >= site.SECRET_LENGTH)
    assert f"§{value}§" not in diagnosis.sentence + diagnosis.fix


def test_no_secret_at_all_is_well_because_then_there_are_no_personal_links() -> None:
    assert site.secret("").ok


@pytest.mark.parametrize(
    ("url", "host"),
    [("https://acme.github.io/blog", ""), ("https://blog.acme.fr", "GitHub, Inc."), ("https://a.pages.dev", "")],
)
def test_a_host_that_gives_no_logs_is_named(url: str, host: str) -> None:
    for source in ("none", "logs"):
        diagnosis = site.measures(source, url, host)

        assert not diagnosis.ok
        assert not diagnosis.must
        assert "nothing was measured" in diagnosis.sentence
        assert "first-party" in diagnosis.fix


def test_a_source_that_fits_the_host_is_well() -> None:
    assert site.measures("logs", "https://blog.acme.fr", "OVH").ok
    assert site.measures("first-party", "https://acme.github.io", "GitHub").ok
    assert "logs or first-party" in site.measures("none", "https://blog.acme.fr", "OVH").fix


def test_what_is_not_agreed_on_is_named_and_may_stay_so() -> None:
    found = site.governance(["consulted", "recipients"], [])

    assert not found.ok
    assert not found.must
    assert found.sentence == "governance.toml does not name consulted, recipients: nothing about a person is counted"


def test_what_is_agreed_on_is_shown() -> None:
    assert site.governance([], ["measured", "ranking"]).sentence == "agreed on: measured, ranking"
