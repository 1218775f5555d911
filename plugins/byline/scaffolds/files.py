"""New files in the content folder: checked before they are written, and never over another."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from pathlib import Path

from .. import front_matter
from ..languages import canonical_lang, without_lang
from ..refusals import Refusal
from ..schema import ArticleFields, AuthorFields, Fields
from ..settings import nearest
from ..sources import walk
from ..urls import ID, RESERVED, slugify
from ..validation import fields_of
from .texts import new_article, new_author, slug_for

NO_PICTURES: Mapping[str, bytes] = {}


class ScaffoldError(Refusal):
    """A file that cannot be made; its text is for people."""


def article(
    content: Path,
    *,
    title: str,
    author: str,
    today: date,
    lang: str = "",
    body: str = "",
    pictures: Mapping[str, bytes] = NO_PICTURES,
    spoken: str = "en",
) -> Path:
    """Write a new draft, signed by an author's id, and return its path; raises `ScaffoldError`.

    `lang` is empty for the site's own language. The title's slug must not be taken by any other article. `body` is
    what stands below the front matter, else questions to begin with; `pictures` are put beside it by their names.
    What explains the file is in the language that is `spoken`.
    """
    title = title.strip()
    language = canonical_lang(lang)
    if lang and not language:
        raise ScaffoldError(f"'{lang}' is no language. Write its short code: en, fr, pt-BR.")
    _demand_author(content, author)
    if taken := _same_stem(content, slug_for(title)):
        raise ScaffoldError(f"{taken} is already called like that. Choose another title, or write on there.")
    return _written(content, *new_article(title, author, today, language, body, spoken), ArticleFields, pictures)


def author(content: Path, *, name: str, today: date, id: str = "", spoken: str = "en") -> Path:
    """Write a new author file and return its path; raises `ScaffoldError`. Without `id`, it is made from the name."""
    author_id = id or slugify(name)
    if not ID.fullmatch(author_id) or author_id in RESERVED:
        raise ScaffoldError(f"'{author_id}' cannot be an id. Give one of a-z, 0-9 and hyphens, such as jane-doe.")
    return _written(content, *new_author(name.strip(), author_id, today, spoken), AuthorFields)


def _demand_author(content: Path, author_id: str) -> None:
    known = _authors(content)
    if author_id not in known:
        meant = nearest(author_id.lower(), known)
        guess = f"no author '{author_id}'. Did you mean '{meant}'?"
        raise ScaffoldError(guess if meant else f"no author '{author_id}'. `byline new author` makes one.")


def _same_stem(content: Path, stem: str) -> str:
    """An article whose folder or file has this name, in whatever year: their ids would be the same."""
    for path in walk(content).below("articles"):
        *folders, name = path.removesuffix(".md").split("/")
        if path.endswith(".md") and stem in (folders[-1], without_lang(name)[0]):
            return path
    return ""


def known_author(content: Path, name: str) -> str:
    """The id of the author who is called like that, if somebody is: `jane-doe` for Jane Doe."""
    author_id = slugify(name)
    return author_id if author_id in _authors(content) else ""


def _authors(content: Path) -> set[str]:
    return {without_lang(path.stem)[0] for path in (content / "authors").glob("*.md")}


def _written(
    content: Path, path: str, text: str, model: type[Fields], beside: Mapping[str, bytes] = NO_PICTURES
) -> Path:
    front = front_matter.read(text, model.model_fields)
    _, remarks = fields_of(model, front.values, front.lines)
    errors = [remark for remark in (*front.remarks, *remarks) if remark.severity == "error"]
    if errors:
        raise ScaffoldError("\n".join(f"{remark.message} {remark.hint}".strip() for remark in errors))
    file = content / path
    if not file.resolve().is_relative_to(content.resolve()):
        raise ScaffoldError(f"{path} leads out of the content folder. Replace the symlink on the way by a folder.")
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        for name, data in {file.name: text.encode(), **beside}.items():
            with file.with_name(name).open("xb") as stream:
                stream.write(data)
    except FileExistsError:
        raise ScaffoldError(f"{path} is already there. Nothing was changed.") from None
    except OSError as error:
        raise ScaffoldError(f"{path} cannot be written: {error.strerror}.") from None
    return file
