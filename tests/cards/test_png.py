"""A PNG in parts is a PNG like any other."""

from __future__ import annotations

import zlib
from io import BytesIO

from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from byline.cards.png import EDGE, Span, part, png, spans

PALETTE = [(number, 255 - number, 7) for number in range(16)]
CUTS = st.lists(st.tuples(st.integers(0, 29), st.integers(1, 8), st.booleans()), max_size=4)


def edged(image: Image.Image) -> Image.Image:
    """A picture beside the column in which filters are written."""
    ready = Image.new("L", (image.width + EDGE, image.height))
    ready.paste(image, (EDGE, 0))
    return ready


@settings(max_examples=60, deadline=None)
@given(st.binary(min_size=40 * 30, max_size=40 * 30), CUTS)
def test_every_pixel_comes_back_however_the_rows_were_cut(data: bytes, cuts: list[tuple[int, int, bool]]) -> None:
    image = Image.frombytes("L", (40, 30), bytes(byte % 16 for byte in data))
    ready = edged(image)
    changed = [Span(top, min(30, top + rows), pictured=pictured) for top, rows, pictured in cuts]

    made = png(image.size, PALETTE, [part(ready, s.top, s.bottom, s.pictured) for s in spans(changed, 30)])

    with Image.open(BytesIO(made)) as opened:
        opened.load()
        assert (opened.mode, opened.size) == ("P", (40, 30))
        assert opened.tobytes() == image.tobytes()


def test_checksums_of_parts_add_up_to_that_of_the_whole() -> None:
    image = edged(Image.effect_noise((300, 200), 50))
    made = png((300, 200), PALETTE, [part(image, 0, 77), part(image, 77, 200, pictured=True)])
    stream = made[made.index(b"IDAT") + 4 : made.index(b"IEND") - 8]

    assert len(zlib.decompress(stream)) == 301 * 200  # it raises for a wrong checksum


def test_spans_cover_every_row_once() -> None:
    found = list(spans([Span(5, 9), Span(2, 6, pictured=True), Span(9, 12), Span(20, 22)], 30))

    assert [(span.top, span.bottom, span.changed, span.pictured) for span in found] == [
        (0, 2, False, False),
        (2, 12, True, True),
        (12, 20, False, False),
        (20, 22, True, False),
        (22, 30, False, False),
    ]
