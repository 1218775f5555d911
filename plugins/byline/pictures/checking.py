"""What is wrong with the pictures of an edition."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from ..guard import PictureError, check_picture, read_within_limit
from ..ledger import Ledger
from ..model import Edition, Finding
from ..paths import safe_file
from .uses import Use, uses


def check(content: Path, edition: Edition, ledger: Ledger) -> list[Finding]:
    """Findings about every picture that this edition uses; what was looked at before is not opened again."""
    used = uses(edition)
    return list(picture_findings(used, verdicts(content, used, ledger)))


def verdicts(content: Path, used: Iterable[Use], ledger: Ledger) -> dict[str, str]:
    """For each picture that is there, by path, why it cannot be used: a sentence, empty when it can."""
    paths = sorted({use.path for use in used if use.path and not use.is_svg})
    files = {path: file for path in paths if (file := safe_file(content, path))}
    items = [(path, [content_hash(file)]) for path, file in files.items()]
    judged = ledger.remember_all("verdict", items, lambda index: check_picture(files[items[index][0]]).encode())
    return {path: sentence.decode() for path, sentence in zip(files, judged, strict=True)}


def content_hash(file: Path) -> str:
    """What a picture holds, as a hash; for a file that is too large or cannot be read, its fault."""
    try:
        return hashlib.sha256(read_within_limit(file)).hexdigest()
    except PictureError as error:
        return str(error)


def picture_findings(used: Iterable[Use], verdicts: Mapping[str, str]) -> Iterator[Finding]:
    """Findings about uses of pictures, in the order of the uses; severities as in the list of contracts."""
    for use in used:
        yield from _unusable(use, verdicts)
        if not use.alt.strip() and not use.linked:
            message = f"{use.target} has no description"
            hint = "Say between the square brackets, or in image_alt for a cover, what there is to see."
            yield Finding(use.source, use.line, "picture-without-description", message, "warning", hint)


def _unusable(use: Use, verdicts: Mapping[str, str]) -> Iterator[Finding]:
    if use.path is None:
        message = f"{use.target} leads out of the content folder"
        yield Finding(use.source, use.line, "unsafe-path", message, "error", "Put the picture beside the text.")
    elif use.is_svg:
        message = f"{use.target} is an SVG drawing, which is not published"
        yield Finding(use.source, use.line, "svg-picture", message, "warning", "Save it as PNG or WebP.")
    elif use.path in verdicts:
        if verdicts[use.path]:
            yield Finding(use.source, use.line, "broken-picture", f"{use.target} {verdicts[use.path]}")
    elif not use.linked:
        message = f"there is no picture {use.path}" if use.path else "a picture has no address"
        yield Finding(use.source, use.line, "missing-picture", f"{message}; its description is shown", "warning")
