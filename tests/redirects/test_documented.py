"""Whoever runs a server of their own gives it the same headers: `docs/hosting.md` says what `_headers` says."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from byline.redirects.hosting import EVERYWHERE, RULES

PAGE = (Path(__file__).parents[2] / "docs" / "hosting.md").read_text("utf-8")


@pytest.mark.parametrize("server", ["nginx", "caddy"])
def test_a_server_of_one_s_own_sends_every_header(server: str) -> None:
    (block,) = re.findall(rf"^```{server}\n(.*?)^```$", PAGE, re.DOTALL | re.MULTILINE)
    said = dict(re.findall(r"""^\s*(?:add_header |\?)?([A-Z][\w-]+) "?(.*?)"?(?: always;)?$""", block, re.MULTILINE))
    wanted = dict(header.split(": ", 1) for header in EVERYWHERE)

    changing = {"Cross-Origin-Resource-Policy"} if server == "nginx" else set()
    assert {name: said[name] for name in wanted if name not in changing} == {
        name: value for name, value in wanted.items() if name not in changing
    }


@pytest.mark.parametrize("server", ["nginx", "caddy"])
def test_a_server_of_one_s_own_keeps_what_never_changes(server: str) -> None:
    (block,) = re.findall(rf"^```{server}\n(.*?)^```$", PAGE, re.DOTALL | re.MULTILINE)
    (line,) = [line for line in block.splitlines() if re.search("(images.*immutable|@forever path)", line)]
    folders = {path.split("/")[1] for path, lines in RULES.items() if any("immutable" in line for line in lines)}

    assert [folder for folder in sorted(folders) if folder not in line] == []
