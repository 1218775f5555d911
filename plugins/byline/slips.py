"""Slips: what one file says, as plain values that the ledger can keep. A file that did not change is not read again."""

from __future__ import annotations

import json
import posixpath
from collections.abc import Iterable, Mapping
from datetime import date, datetime
from pathlib import Path
from types import SimpleNamespace
from typing import Any, Literal

from . import front_matter, markup
from .languages import without_lang
from .ledger import Ledger
from .model import Finding, Remark, Text
from .paths import is_remote, picture_path
from .schema import ArticleFields, AuthorFields, Fields, PageFields
from .sources import read_text
from .validation import FORBIDDEN, fields_of

Kind = Literal["article", "author", "page"]
MODELS: dict[Kind, type[Fields]] = {"article": ArticleFields, "author": AuthorFields, "page": PageFields}
DEFAULTS = {
    kind: {name: key.get_default() for name, key in model.model_fields.items()} for kind, model in MODELS.items()
}
MOMENTS = ("date", "modified", "expires")
Slip = dict[str, Any]


def read_slip(content: Path, path: str, kind: Kind, ledger: Ledger) -> tuple[Slip, bytes]:
    """What a file says, and its rendered text as the ledger keeps it; both stand in JSON. Never raises for what people
    wrote.

    A slip holds what is not empty of: `fields` by key, absent when there are too few to make anything of it; `lines`;
    `body_line`, on which its text begins; `findings`; `text`, the name of the text in the ledger, with its `words` and
    `references`; `summary`, a whole text.
    """
    source, findings = read_text(content, path)
    front = front_matter.read(source, {*MODELS[kind].model_fields, *FORBIDDEN}) if source is not None else None
    findings += _placed(path, front.remarks) if front else []
    if front is None or not front.found:
        return _slip(findings=findings), b""
    is_version = kind == "author" and bool(stem_and_lang(path)[1])
    fields, remarks = fields_of(MODELS[kind], front.values, front.lines, () if is_version else None)
    findings += [
        *_placed(path, remarks),
        *_outside(path, fields, front.lines),
        *_two_languages(path, fields, front.lines),
    ]
    name = ledger.name("text", [front.body, front.body_line])
    kept = ledger.read([name]).get(name)
    text = markup.from_json(kept) if kept else markup.render(front.body, front.body_line)
    summary = _summary(getattr(fields, "summary", ""), front.lines)
    findings += _placed(path, (*text.remarks, *summary.remarks))
    return _slip(
        fields=_plain(fields, DEFAULTS[kind]) if fields else None,
        lines=dict(front.lines),
        body_line=front.body_line,
        findings=findings,
        text=name,
        words=text.words,
        references=[[one.kind, one.target, one.line, one.alt] for one in text.references],
        summary=json.loads(markup.to_json(summary)) if summary.html else None,
    ), kept or markup.to_json(text)


def _slip(findings: list[Finding], fields: Mapping[str, Any] | None = None, **given: Any) -> Slip:
    told = [[f.line, f.name, f.message, f.severity, f.hint] for f in findings]
    kept = {name: value for name, value in {"findings": told, **given}.items() if value}
    return kept if fields is None else {"fields": fields, **kept}


def _summary(written: str, lines: Mapping[str, int]) -> Text:
    return markup.render_inline(written, lines["summary"]) if written else Text()


def _plain(fields: Fields, defaults: Mapping[str, Any]) -> dict[str, Any]:
    """The fields that are not as they would be without being written, as JSON has them."""
    given = {name: getattr(fields, name) for name in defaults}
    return {
        name: value.isoformat() if isinstance(value, date) else value
        for name, value in given.items()
        if value != defaults[name]
    }


def fields_in(slip: Slip, kind: Kind) -> Any:
    """The fields of a slip, with all that were not written; None when it has none."""
    if "fields" not in slip:
        return None
    values = dict(DEFAULTS[kind])
    for name, value in slip["fields"].items():
        values[name] = tuple(value) if type(value) is list else value
    for name in MOMENTS:
        if values.get(name):
            values[name] = datetime.fromisoformat(values[name])
    if values.get("agreed"):
        values["agreed"] = date.fromisoformat(values["agreed"])
    if values.get("share"):
        values["share"] = {channel: tuple(texts) for channel, texts in values["share"].items()}
    return SimpleNamespace(**values)


def findings_in(slip: Slip, path: str) -> list[Finding]:
    """The findings of a slip."""
    return [Finding(path, *one) for one in slip.get("findings", ())]


def stem_and_lang(path: str) -> tuple[str, str]:
    """Stem and language of a path; a file called index goes by its folder's name."""
    folder, _, name = path.rpartition("/")
    stem, lang = without_lang(posixpath.splitext(name)[0])
    return (folder.rpartition("/")[2] if stem == "index" and "/" in folder else stem), lang


def _outside(path: str, fields: Any, lines: Mapping[str, int]) -> Iterable[Finding]:
    """A picture that would be fetched from beyond the content folder could be any file of the machine."""
    for key in ("image", "portrait"):
        target = getattr(fields, key, "")
        if target and not is_remote(target) and picture_path(target, path) is None:
            message = f"'{key}' leads out of the content folder: '{target}'."
            yield Finding(path, lines.get(key, 1), "unsafe-path", message, "error", "Put the picture beside the text.")


def _two_languages(path: str, fields: Any, lines: Mapping[str, int]) -> Iterable[Finding]:
    written, named = getattr(fields, "lang", ""), stem_and_lang(path)[1]
    if written and named and written != named:
        message = f"'lang' is {written}, the file's name says {named}; {written} is taken."
        yield Finding(path, lines.get("lang", 1), "lang-conflict", message, "warning", "Rename the file.")


def _placed(path: str, remarks: Iterable[Remark]) -> list[Finding]:
    return [Finding(path, r.line, r.name, r.message, r.severity, r.hint) for r in remarks]
