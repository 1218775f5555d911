"""Templates find once what is the same on many pages, and nobody can tell but by the time that it takes."""

from __future__ import annotations

import pytest
from jinja2 import DictLoader, StrictUndefined, UndefinedError
from markupsafe import Markup

from byline.templates import Templates


def templates(**texts: str) -> Templates:
    made = Templates(
        loader=DictLoader(texts), autoescape=True, undefined=StrictUndefined, extensions=["jinja2.ext.i18n"]
    )
    made.install_null_translations(newstyle=True)  # type: ignore[attr-defined]
    return made


def spoken(text: str, **translated: str) -> Templates:
    """One template whose words are translated."""
    made = templates(page=text)
    made.say = lambda word: translated.get(word, word)
    return made


def test_words_stand_in_the_template_as_it_is_compiled() -> None:
    page = spoken('{{ _("Tags") }} {{ _("100%% <b>") }}', Tags="É<i>").get_template("page")

    assert page.render() == "É<i> 100% <b>"


def test_what_is_put_into_words_is_escaped() -> None:
    page = spoken('{% trans who=name %}By {{ who }}{% endtrans %} {{ _("to %(x)s", x=name) }}').get_template("page")

    assert page.render(name="<Ann>") == "By &lt;Ann&gt; to &lt;Ann&gt;"


def test_words_that_only_a_value_knows_are_asked_for_as_before() -> None:
    made = spoken("{{ _(word) }}")
    made.install_gettext_callables(lambda _: "Later", lambda one, _many, _n: one, newstyle=True)  # type: ignore[attr-defined]

    assert made.get_template("page").render(word="x") == "Later"


def test_a_known_function_is_called_once_for_all_pages() -> None:
    calls: list[str] = []
    made = templates(page='{{ icon("tea") }}{{ icon("tea") if more }}')
    made.known["icon"] = lambda name: calls.append(name) or Markup("<svg>")

    assert [made.get_template("page").render(more=more) for more in (1, 0)] == ["<svg><svg>", "<svg>"]
    assert calls == ["tea", "tea"], "once for each place in the template"


def test_a_shared_part_is_rendered_once_for_each_key() -> None:
    page = templates(page='{% for x in xs %}{% shared "part", x %}<{{ x }}{{ tick() }}>{% endshared %}{% endfor %}')
    ticks = iter(range(9))

    def render() -> str:
        return page.get_template("page").render(xs="aba", tick=lambda: next(ticks))

    assert render() == "<a0><b1><a0>"
    assert render() == "<a0><b1><a0>"


def test_a_shared_part_is_escaped_as_anything_else_and_only_once() -> None:
    page = templates(
        page="{% shared x %}{{ x }}{% endshared %}|{% set y %}{% shared x %}{% endshared %}{% endset %}{{ y }}"
    )

    assert page.get_template("page").render(x="<&>") == "&lt;&amp;&gt;|&lt;&amp;&gt;"


def test_a_name_that_nobody_gave_is_still_an_error() -> None:
    with pytest.raises(UndefinedError):
        templates(page="{% shared 1 %}{{ nobody }}{% endshared %}").get_template("page").render()
