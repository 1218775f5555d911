"""What is wrong with the pictures of an edition."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from ..guard import check_picture
from ..ledger import Ledger
from ..model import Edition, Finding
from ..rules import Spot, rule
from .contents import NO_MARKS, hashes, there
from .uses import Use, uses


def check(content: Path, edition: Edition, ledger: Ledger) -> list[Finding]:
    """Findings about every picture that this edition uses; what was looked at before is not opened again."""
    used = uses(edition)
    return list(picture_findings(used, verdicts(content, used, ledger)))


def verdicts(content: Path, used: Iterable[Use], ledger: Ledger, marks: Mapping[str, str] = NO_MARKS) -> dict[str, str]:
    """For each picture that is there, by path, why it cannot be used: a sentence, empty when it can. `marks` tell which
    were touched, see `contents`.
    """
    files = there(content, (use.path for use in used if use.path and not use.is_svg), marks)
    items = [(path, [digest]) for path, digest in hashes(content, files, ledger, marks).items()]
    judged = ledger.remember_all("verdict", items, lambda index: check_picture(files[items[index][0]]).encode())
    return {path: sentence.decode() for path, sentence in zip(files, judged, strict=True)}


def picture_findings(used: Iterable[Use], verdicts: Mapping[str, str]) -> Iterator[Finding]:
    """Findings about uses of pictures, in the order of the uses; severities as in the list of contracts."""
    for use in used:
        for one in RULES:
            yield from one.findings(use.source, use, verdicts)


@rule("unsafe-path", "error", "Put the picture beside the text.")
def pictures_stand_inside(use: Use, _verdicts: Mapping[str, str]) -> Iterator[Spot]:
    """A path that leads out of the content folder could bring any file of a machine onto the site."""
    if use.path is None:
        yield Spot(use.line, f"{use.target} leads out of the content folder")


@rule("svg-picture", "warning", "Save it as PNG or WebP.")
def drawings_are_pictures(use: Use, _verdicts: Mapping[str, str]) -> Iterator[Spot]:
    """An SVG drawing can hold scripts, and cannot be encoded anew as other pictures are: its description is shown."""
    if use.path is not None and use.is_svg:
        yield Spot(use.line, f"{use.target} is an SVG drawing, which is not published")


@rule("broken-picture", "error")
def pictures_can_be_read(use: Use, verdicts: Mapping[str, str]) -> Iterator[Spot]:
    """A picture that is there, and is broken, too large, or none at all: the sentence says which, and what to do."""
    if sentence := verdicts.get(use.path or ""):
        yield Spot(use.line, f"{use.target} {sentence}")


@rule("missing-picture", "warning", "Look for a slip of the pen, or for the file that was left out.")
def pictures_are_there(use: Use, verdicts: Mapping[str, str]) -> Iterator[Spot]:
    """A picture that a text names and nobody finds: its description stands in its place."""
    if use.path is not None and not use.is_svg and not use.linked and use.path not in verdicts:
        message = f"there is no picture {use.path}; its description is shown"
        yield Spot(use.line, message if use.path else "a picture has no address; its description is shown")


@rule(
    "picture-without-description",
    "warning",
    "Say between the square brackets, or in image_alt for a cover, what there is to see.",
)
def pictures_are_described(use: Use, _verdicts: Mapping[str, str]) -> Iterator[Spot]:
    """Readers who cannot see a picture hear its description (WCAG 2.2, 1.1.1)."""
    if not use.alt.strip() and not use.linked:
        yield Spot(use.line, f"{use.target} has no description")


RULES = (
    pictures_stand_inside,
    drawings_are_pictures,
    pictures_can_be_read,
    pictures_are_there,
    pictures_are_described,
)
