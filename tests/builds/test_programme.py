"""What concerns colleagues only is in no byte of the public site, whatever the programme holds."""

from __future__ import annotations

import re
from pathlib import Path

from content_files import a_content
from running import article, build, site, tree

PLANTED = {
    "people/sentinel-person.toml": (
        'name = "Sentinel Person"\nemails = ["sentinel@example.com"]\naccount = "sentinel-account"\n'
        'department = "sentinel-lab"\nenrolled = 2026-01-02\ncharter = "sentinel-9"\n[opt_in]\nranking = 2026-01-02\n'
    ),
    "people/jane-doe.toml": 'enrolled = 2026-01-02\nemails = ["sentinel-jane@example.com"]\n',
    "people/faulty-sentinel.toml": 'name = "Sentinel Fault"\nenroled = 2026-01-02\n',
    "departments.toml": '[sentinel-lab]\nname = "Sentinel Lab"\nheadcount = {2026-01-01 = 9}\n',
    "charter.md": '---\nversion: "1"\nwritten_by: [Sentinel Writer]\n---\n\nSentinel promise.\n',
    "events/sentinel.toml": 'title = "Sentinel event"\nstarts = 2099-01-01\n',
    "campfires/sentinel.toml": 'name = "Sentinel fire"\nabout = "Sentinel."\n',
    "values.toml": '[sentinel]\nname = "Sentinel value"\npromise = "Sentinel."\n',
    "thanks/sentinel.toml": (
        'to = "jane-doe"\nby = "x"\ntext = "Sentinel thanks"\nday = 2026-05-01\nagreed = 2026-05-01\n'
    ),
    "ideas/sentinel.toml": 'title = "Sentinel idea"\n',
    "guides/sentinel.md": "---\ntitle: Sentinel guide\n---\n\nSentinel.\n",
    "measures/sentinel.txt": "sentinel",
}


def test_nothing_of_the_programme_reaches_the_public_site(tmp_path: Path) -> None:
    content = site(tmp_path, **{"articles/a.md": article(title="Found")})
    said = build(content, tmp_path, "--programme", a_content(tmp_path / "programme", PLANTED))
    assert said.code == 0, said
    public, internal = tree(tmp_path / "output"), tree(tmp_path / "internal")

    assert any(b"Found" in data for data in public.values())
    assert [name for name, data in public.items() if re.search(rb"sentinel", name.encode() + data, re.IGNORECASE)] == []
    assert "entinel" not in said.out + said.err
    assert b"Sentinel event" in internal["hub/events.html"]
    assert b"people/faulty-sentinel.toml:2:" in internal["programme.md"]
