"""Markdown becomes what people expect from GitHub: each case is a file with the text and the HTML it becomes."""

from __future__ import annotations

from pathlib import Path

import pytest

from byline.markup import render

CASES = sorted((Path(__file__).parent / "cases").glob("*.md"))


@pytest.mark.parametrize("case", CASES, ids=lambda case: str(case.stem))
def test_a_text_becomes_the_html_beside_it(case: Path) -> None:
    source, _, expected = case.read_text("utf-8").partition("\n===== becomes =====\n")

    assert render(source, 1).html == expected.strip()


def test_code_without_colors_is_the_same_code() -> None:
    source = "```python\nx = '<b>'\n```\n"

    assert render(source, 1, highlight=False).html == (
        '<div class="highlight"><pre><code class="language-python">x = \'&lt;b&gt;\'\n</code></pre></div>'
    )
    assert render(source, 1).plain == render(source, 1, highlight=False).plain
