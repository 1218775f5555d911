"""Fonts: which of them draws which character, and how wide and tall a text is."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import groupby
from pathlib import Path

from PIL import ImageFont, features

from .bidi import levels
from .faces import Extent, Face, Run, coverage, weight_of
from .scripts import SHAPED, clusters, is_emoji, region, script, visible

ASCII = frozenset(range(32, 127))
ANY_WEIGHT = 400
DISPLAY = 700  # the weight from which on letters are set in the font of the brand, if it has one
MEASURED_AT = 256  # pixels: advances grow with the size to within 0.02 %, so a text is measured once
EMOJI_AT = 109  # the one size of the pictures in a font of them
EMOJI_WIDTH = 1.2  # of the size of the letters beside it
EMOJI_RISE, EMOJI_DROP = 0.9, 0.2  # from the foot of the letters, so that it is centered on capitals


class Fonts:
    """Opens fonts when they are needed, each once. The theme's come first, then those nearest in weight.

    `display` is the brand's own font, for heavy letters. `shaping`: letters can be joined, stacked and written from
    right to left; what needs it counts as missing without.
    """

    def __init__(
        self,
        theme: Sequence[Path],
        system: Sequence[Path] = (),
        display: Path | None = None,
        shaping: bool | None = None,
    ) -> None:
        self.shaping = bool(features.check("raqm")) if shaping is None else shaping
        self.display = display
        self._ranks = [(rank, file) for rank, files in enumerate((theme, system)) for file in files]
        self._chains: dict[tuple[int, str], tuple[Path, ...]] = {}
        self._characters: dict[Path, frozenset[int]] = {}
        self._opened: dict[tuple[Face, int], ImageFont.FreeTypeFont] = {}
        self._chosen: dict[tuple[str, int], Path | None] = {}
        self._extents: dict[tuple[str, Face, str], Extent] = {}
        self._widths: dict[tuple[str, int, str], float] = {}
        self._steps: dict[tuple[Face, str], dict[str, float]] = {}
        self._ascii: dict[int, Face | None] = {}

    def missing(self, text: str) -> tuple[str, ...]:
        """The characters that cannot be drawn, sorted, each once."""
        if text.isascii() and self._font("a", ANY_WEIGHT):
            return ()
        unknown = [cluster for cluster in clusters(text) if self._font(cluster, ANY_WEIGHT) is None]
        return tuple(sorted({character for cluster in unknown for character in self._lacking(cluster)}))

    def runs(self, text: str, weight: int, lang: str, from_right: bool = False) -> tuple[Run, ...]:
        """The text in parts, in the order in which it is read, each with the first font that has all of its characters.

        What no font has is left out.
        """
        if text.isascii() and not from_right and (plain := self._plain(weight)):
            return (Run(text, plain),) if text else ()
        parts: list[tuple[Path, int, str]] = []
        found = clusters(text)
        for cluster, level in zip(found, levels(found, from_right), strict=True):
            before = parts[-1][0] if parts and not Face(parts[-1][0]).is_pictures else None
            font = before if before and not "".join(visible(cluster)).strip() else self._font(cluster, weight)
            if font:
                parts.append((font, level, cluster))
        number = region(text, lang)
        return tuple(
            Run("".join(part[2] for part in group), Face(font, number if font.suffix == ".ttc" else 0), level)
            for (font, level, _), group in groupby(parts, _joined)
        )

    def width(self, text: str, weight: int, lang: str) -> float:
        """How wide a text is, as a multiple of the size of its letters."""
        key = (text, weight, lang)
        if key not in self._widths:
            self._widths[key] = sum(self.advance(run, lang) for run in self.runs(text, weight, lang))
        return self._widths[key]

    def advance(self, run: Run, lang: str) -> float:
        """How far a run moves the pen, as a multiple of the size of its letters."""
        if run.is_simple:
            return sum(self.steps(run, lang))
        if run.face.is_pictures:
            return self.opened(run.face, EMOJI_AT).getlength(run.text) / self._emoji() * EMOJI_WIDTH
        font = self.opened(run.face, MEASURED_AT)
        return font.getlength(run.text, direction=self.direction(run), language=self.language(lang)) / MEASURED_AT

    def steps(self, run: Run, lang: str) -> list[float]:
        """How far each letter of a simple run moves the pen, as the next one follows it."""
        text, known = run.text, self._steps.setdefault((run.face, lang), {})
        found = []
        for pair in map(str.__add__, text, (*text[1:], "")):
            if pair not in known:
                known[pair] = self._step(run.face, pair, lang)
            found.append(known[pair])
        return found

    def _step(self, face: Face, pair: str, lang: str) -> float:
        font, said = self.opened(face, MEASURED_AT), self.language(lang)
        following = font.getlength(pair[1:], language=said) if pair[1:] else 0.0
        return float(font.getlength(pair, language=said) - following) / MEASURED_AT

    def direction(self, run: Run) -> str | None:
        """What Pillow is told of a run's direction: nothing where it finds out by itself."""
        return ("ltr", "rtl")[run.level % 2] if self.shaping else None

    def language(self, lang: str) -> str | None:
        """What Pillow is told of a text's language."""
        return lang if self.shaping else None

    def extent(self, text: str, weight: int, lang: str) -> Extent:
        """How far above and below the foot of its letters a text reaches, at the least as far as Latin letters do."""
        found = Extent()
        for run in self.runs(text, weight, lang):
            parts = set(run.text) if run.is_simple else (run.text,)
            for part in parts:
                found = found.around(self._extent(part, run, lang))
        return found

    def opened(self, face: Face, size: int) -> ImageFont.FreeTypeFont:
        """A face at a size in pixels, ready to draw."""
        if (face, size) not in self._opened:
            self._opened[face, size] = ImageFont.truetype(str(face.path), size, index=face.number)
        return self._opened[face, size]

    def _plain(self, weight: int) -> Face | None:
        """The face that draws all that a typewriter writes: the first that is asked, if it has all of that."""
        if weight not in self._ascii:
            font = next(iter(self._chain(weight, "")), None)
            self._ascii[weight] = Face(font) if font and self._has(font) >= ASCII else None
        return self._ascii[weight]

    def _emoji(self) -> float:
        """How wide one picture is, in pixels."""
        face = next(Face(file) for _, file in self._ranks if Face(file).is_pictures)
        return float(self.opened(face, EMOJI_AT).getlength("\N{GRINNING FACE}"))

    def _extent(self, part: str, run: Run, lang: str) -> Extent:
        key = (part, run.face, lang)
        if key not in self._extents:
            self._extents[key] = self._measured(part, run, lang)
        return self._extents[key]

    def _measured(self, part: str, run: Run, lang: str) -> Extent:
        if run.face.is_pictures:
            return Extent(EMOJI_RISE, EMOJI_DROP)
        font, said = self.opened(run.face, MEASURED_AT), self.language(lang)
        direction = None if run.is_simple else self.direction(run)
        _, top, _, bottom = font.getbbox(part, anchor="ls", direction=direction, language=said)
        return Extent(-top / MEASURED_AT, bottom / MEASURED_AT)

    def _font(self, cluster: str, weight: int) -> Path | None:
        """The first font that has every visible character of what people see as one."""
        if (cluster, weight) not in self._chosen:
            self._chosen[cluster, weight] = self._choose(cluster, weight)
        return self._chosen[cluster, weight]

    def _choose(self, cluster: str, weight: int) -> Path | None:
        if not self.shaping and SHAPED.search(cluster):
            return None
        wanted = {ord(character) for character in visible(cluster)}
        chain = self._chain(weight, script(cluster[0]))
        if is_emoji(cluster):
            chain = tuple(sorted(chain, key=lambda file: not Face(file).is_pictures))
        return next((font for font in chain if wanted <= self._has(font)), None)

    def _lacking(self, cluster: str) -> list[str]:
        """The characters of a cluster that no font has; its marks when only their combination is lacking."""
        lone = [character for character in visible(cluster) if self._font(character, ANY_WEIGHT) is None]
        return lone or list(visible(cluster))[1:] or [cluster[0]]

    def _chain(self, weight: int, named: str) -> tuple[Path, ...]:
        """Fonts in the order in which they are asked: of the machine's, the one named after the script first."""
        if (weight, named) not in self._chains:
            rank: Callable[[tuple[int, Path]], tuple[object, ...]] = lambda pair: (  # noqa: E731
                pair[0],
                pair[0] == 0 and not self._has(pair[1]) >= ASCII,  # the text's own font, before those of other scripts
                not (pair[0] and named and pair[1].name.startswith(f"NotoSans{named}")),
                Face(pair[1]).is_pictures,
                abs(weight_of(pair[1]) - weight),
            )
            first = [self.display] if self.display and weight >= DISPLAY else []
            self._chains[weight, named] = (*first, *(file for _, file in sorted(self._ranks, key=rank)))
        return self._chains[weight, named]

    def _has(self, font: Path) -> frozenset[int]:
        if font not in self._characters:
            self._characters[font] = coverage(font)
        return self._characters[font]


def _joined(part: tuple[Path, int, str]) -> tuple[Path, int, str]:
    """What neighbors that are drawn together have in common; each emoji is a picture of its own."""
    font, level, cluster = part
    return font, level, cluster if Face(font).is_pictures else ""
