"""Findings: people's faults, collected and shown all at once."""

from __future__ import annotations

import json
import posixpath
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import fields, replace
from operator import attrgetter

from .credentials import masked
from .model import Finding, Severity
from .sentences import in_language, said_in
from .settings import nearest

SEVERITIES: tuple[Severity, ...] = ("error", "warning", "advice")
FIELDS = ("path", "line", "name", "severity", "message", "hint")
# What a terminal obeys, or what turns, hides or reorders what one reads. U+200C and U+200D are letters' own business.
CONTROLS = re.compile(
    r"[\x00-\x1f\x7f-\x9f\xad\u061c\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb"
    r"\U000e0000-\U000e007f]"
)
# Runners of GitHub and Azure obey `##[error]` and `##vso[...]` wherever they stand in a line, and `::error::` at its
# beginning, where a path stands.
COMMAND = re.compile(r"#(?=#\w*\[)")
PER_LEVEL = 10  # annotations of one level that GitHub shows for a step; further ones vanish without a word


class ContentErrors(Exception):
    """All findings of a build that stops because some are errors, and the language of its site."""

    def __init__(self, findings: Iterable[Finding], lang: str = "") -> None:
        self.findings, self.lang = tuple(findings), lang
        super().__init__("\n".join(line(finding) for finding in self.findings if finding.severity == "error"))


def stop_at_errors(findings: Iterable[Finding], lang: str = "") -> None:
    """Raise `ContentErrors` when a finding is an error; `lang` is the site's language."""
    known = ordered(findings)
    if any(finding.severity == "error" for finding in known):
        raise ContentErrors(known, lang)


_IN_ORDER = attrgetter(*(one.name for one in fields(Finding)))


def ordered(findings: Iterable[Finding]) -> list[Finding]:
    """Each finding once, by path and line."""
    return sorted(set(findings), key=_IN_ORDER)  # as they compare anyway, but each is taken apart only once


def line(finding: Finding, folder: str = "") -> str:
    """`path:line: name: sentence`, on one line whatever the texts hold."""
    return safe(f"{shown_path(finding, folder)}:{finding.line}: {finding.name}: {sentences(finding)}")


def sentences(finding: Finding) -> str:
    """What is wrong and what to do, as prose."""
    hint = finding.hint[:1].upper() + finding.hint[1:]
    return " ".join(sentence(text) for text in (finding.message, hint) if text)


def safe(text: str) -> str:
    """A text as a terminal or a log may hold it: what these would obey is replaced, one character for one."""
    return COMMAND.sub("\N{REPLACEMENT CHARACTER}", CONTROLS.sub("\N{REPLACEMENT CHARACTER}", text))


def shown_path(finding: Finding, folder: str) -> str:
    """The path as people find it; `folder` is how they write the content folder."""
    path = posixpath.normpath(f"{folder}/{finding.path}") if folder else finding.path
    return f"./{path}" if path.startswith((":", "#")) else path


def sentence(text: str) -> str:
    """A message as a sentence: it ends like one."""
    return text if text.endswith((".", "?", "!", ":", "`")) else f"{text}."


# Findings about a key of the front matter, when whoever found them saw only its value.
KEYS = {
    "alias-taken": "aliases",
    "duplicate-alias": "aliases",
    "unsafe-alias": "aliases",
    "unknown-card": "card",
    "duplicate-slug": "slug",
    "duplicate-id": "id",
    "duplicate-translation": "translation",
    **dict.fromkeys(("missing-picture", "svg-picture", "broken-picture", "picture-without-description"), "image"),
}


def at_its_key(finding: Finding, lines: Mapping[str, Mapping[str, int]]) -> Finding:
    """The finding on the line of the key that it is about; `lines` has those of each file."""
    if finding.line > 1 or finding.name not in KEYS:
        return finding
    return replace(finding, line=lines.get(finding.path, {}).get(KEYS[finding.name], finding.line))


def judged(findings: Iterable[Finding], severities: Mapping[str, str]) -> list[Finding]:
    """Findings as `programme/editorial.toml` grades them, by path and line, without those that it turns off.

    An error stays one: it cannot be built. A secret that a text holds is in no message.
    """
    graded = (f if f.severity == "error" else _graded(f, severities.get(f.name, f.severity)) for f in findings)
    return ordered(_masked(f) for f in graded if f)


def _masked(finding: Finding) -> Finding:
    message, hint = masked(finding.message), masked(finding.hint)
    same = message == finding.message and hint == finding.hint
    return finding if same else replace(finding, message=message, hint=hint)


def _graded(finding: Finding, severity: str) -> Finding | None:
    if severity == finding.severity:
        return finding
    known = next((one for one in SEVERITIES if one == severity), None)
    return replace(finding, severity=known) if known else None


def unknown(path: str, what: str, given: Iterable[str], known: Iterable[str]) -> Iterator[Finding]:
    """A warning for each name in a file that is none of those known, with the nearest of them: `unknown-<what>`."""
    names = {*known}
    for name in given:
        if name not in names:
            meant = nearest(name, names)
            hint = f"Did you mean '{meant}'?" if meant else ""
            yield Finding(path, 1, f"unknown-{what}", f"there is no {what} '{name}'.", "warning", hint)


def worst_first(findings: Iterable[Finding]) -> list[Finding]:
    """Errors, then warnings, then advice; each by path and line."""
    return sorted(ordered(findings), key=lambda finding: SEVERITIES.index(finding.severity))


def as_json(findings: Iterable[Finding], folder: str = "") -> str:
    """A list of `{"path", "line", "name", "severity", "message", "hint"}`, in characters that no terminal obeys."""
    rows = [
        {name: shown_path(one, folder) if name == "path" else getattr(one, name) for name in FIELDS}
        for one in ordered(findings)
    ]
    written = json.dumps(rows, ensure_ascii=False, indent=1)
    written = COMMAND.sub(r"\\u0023", written)
    return re.sub(f"(?!\n){CONTROLS.pattern}", _json_escape, written)


def _json_escape(match: re.Match[str]) -> str:
    return json.dumps(match[0])[1:-1]


def as_github(findings: Iterable[Finding], folder: str = "", lang: str = "en") -> Iterator[str]:
    """Workflow commands that mark lines in a pull request, the worst first, in a language.

    GitHub shows ten of each level for a step. Where there are more, the tenth says so, and the others are plain lines
    of the log.
    """
    for severity in SEVERITIES:
        found = [one for one in ordered(findings) if one.severity == severity]
        shown = len(found) if len(found) <= PER_LEVEL else PER_LEVEL - 1
        yield from (annotation(in_language(one, lang), folder) for one in found[:shown])
        if rest := found[shown:]:
            title = said_in(f"and {len(rest)} more", lang)
            more = f"{len(rest)} more of this kind stand in the log of this step, in full in `byline check`"
            yield f"::{LEVELS[severity]} title={_escaped(title, True)}::{_escaped(said_in(more, lang))}"
            yield from (line(in_language(one, lang), folder) for one in rest)


LEVELS: Mapping[Severity, str] = {"error": "error", "warning": "warning", "advice": "notice"}


def annotation(finding: Finding, folder: str = "") -> str:
    """One workflow command, escaped as GitHub's toolkit does it."""
    path, name = (_escaped(text, True) for text in (shown_path(finding, folder), finding.name))
    return f"::{LEVELS[finding.severity]} file={path},line={finding.line},title={name}::{_escaped(sentences(finding))}"


def _escaped(text: str, in_property: bool = False) -> str:
    text = safe(text).replace("%", "%25")
    return text.replace(":", "%3A").replace(",", "%2C") if in_property else text


def summary(findings: Iterable[Finding], lang: str = "en") -> str:
    """How many there are of each severity, in words: `2 errors, 1 warning`; empty when there are none."""
    counted = Counter(finding.severity for finding in set(findings))
    errors, warnings, advice = (counted[one] for one in SEVERITIES)
    parts = (
        said_in("1 error" if errors == 1 else f"{errors} errors", lang) if errors else "",
        said_in("1 warning" if warnings == 1 else f"{warnings} warnings", lang) if warnings else "",
        said_in("1 piece of advice" if advice == 1 else f"{advice} pieces of advice", lang) if advice else "",
    )
    return ", ".join(filter(None, parts))
