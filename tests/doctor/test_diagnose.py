"""The doctor looks the facts up where they are."""

from __future__ import annotations

from pathlib import Path

from byline.doctor import Diagnosis, diagnose


def answers(root: Path, environment: dict[str, str] | None = None, **settings: object) -> dict[str, Diagnosis]:
    (root / "content").mkdir(exist_ok=True)
    return {one.name: one for one in diagnose(root, settings, environment or {})}


def test_every_question_is_asked_once_in_the_same_order(tmp_path: Path) -> None:
    first, second = (list(answers(tmp_path)) for _ in range(2))

    assert first == second
    assert first == ["python", "git", "environment", "text-shaping", "fonts", "browser", "disk", "cache", "output",
                     "siteurl", "identity", "measures", "programme", "secret"]  # fmt: skip


def test_looking_changes_nothing(tmp_path: Path) -> None:
    answers(tmp_path)

    assert [path.name for path in tmp_path.rglob("*")] == ["content"]


def test_an_environment_made_from_another_lock_is_stale(tmp_path: Path) -> None:
    (tmp_path / ".venv").mkdir()
    (tmp_path / ".venv/requirements.lock").write_text("rich==14\n")
    (tmp_path / "requirements.lock").write_text("rich==15\n")

    assert answers(tmp_path)["environment"].sentence == ".venv is older than requirements.lock"


def test_site_toml_decides_the_address_before_the_settings_do(tmp_path: Path) -> None:
    (tmp_path / "content").mkdir()
    (tmp_path / "content/site.toml").write_text('siteurl = "https://blog.acme.fr"\n')

    assert answers(tmp_path, SITEURL="http://localhost:8000")["siteurl"].sentence == "the site is https://blog.acme.fr"


def test_the_identity_may_stand_in_the_settings(tmp_path: Path) -> None:
    given = {"id_domain": "blog.acme.fr", "id_year": 2026}

    assert answers(tmp_path, BYLINE_SITE=given)["identity"].ok


def test_a_programme_elsewhere_is_private(tmp_path: Path) -> None:
    for folder in ("site/programme", "private"):
        (tmp_path / folder).mkdir(parents=True)
    inside = answers(tmp_path / "site")
    outside = answers(tmp_path / "site", {"BYLINE_PROGRAMME_PATH": str(tmp_path / "private")})

    assert (inside["programme"].ok, outside["programme"].ok) == (False, True)


def test_an_output_that_is_a_file_cannot_be_written(tmp_path: Path) -> None:
    (tmp_path / "output").write_text("")

    assert not answers(tmp_path)["output"].ok
