"""The brand's colors in both schemes, as custom properties of CSS, so that whatever stands in them can be read."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from .colors import READABLE, contrast, lab, mixed, readable, toned
from .model import Brand


@dataclass(frozen=True)
class Scheme:
    """The colors of one scheme, `#rrggbb`: those that a person chose, and those that follow."""

    accent: str
    ink: str
    paper: str

    @property
    def shade(self) -> str:
        """What boxes stand on: paper with a breath of the accent."""
        return mixed(self.paper, self.accent, 0.06)

    @property
    def line(self) -> str:
        """Rules and borders that only decorate."""
        return mixed(self.paper, self.ink, 0.16)

    @property
    def soft(self) -> str:
        """The ink of what matters less, readable all the same."""
        return readable(mixed(self.ink, self.paper, 0.3), self.shade)


def schemes(brand: Brand) -> tuple[Scheme, Scheme]:
    """The light scheme and the dark one; what the brand does not say of the dark one follows from the light."""
    light = Scheme(brand.accent.lower(), brand.ink.lower(), brand.paper.lower())
    dark = Scheme(
        brand.accent_dark.lower() or toned(light.accent, max(0.8, lab(light.accent)[0])),
        brand.ink_dark.lower() or toned(light.ink, 0.93, 0.012),
        brand.paper_dark.lower() or toned(light.ink, 0.2, 0.02),
    )
    safe = legible(dark)
    return light, replace(dark, accent=brand.accent_dark.lower() or safe.accent, ink=brand.ink_dark.lower() or safe.ink)


def legible(scheme: Scheme) -> Scheme:
    """The scheme with the nearest accent and ink that can be read on paper and on shade, where there are any."""
    for _ in range(9):  # the shade follows the accent, so that it takes a few steps
        scheme = replace(scheme, accent=readable(scheme.accent, scheme.shade))
    return replace(scheme, ink=readable(scheme.ink, scheme.shade))


def brand_css(brand: Brand, font: str = "") -> bytes:
    """The brand as a style sheet; `font` is its file beside this one, if it has one."""
    light, dark = schemes(brand)
    names = ("accent", "ink", "paper", "shade", "line", "soft")
    lines = [f"  --{name}: light-dark({getattr(light, name)}, {getattr(dark, name)});" for name in names]
    if font:
        lines.append('  --display: "Brand", var(--serif);')
    css = ":root {\n" + "\n".join(lines) + "\n}\n"
    face = f'@font-face {{ font-family: "Brand"; src: url("{font}") format("woff2"); font-weight: 100 900; '
    return (css + (face + "font-display: swap; }\n" if font else "")).encode()


def hard_to_read(brand: Brand) -> Iterator[str]:
    """A sentence for each color in which people with weak eyes could not read, with the nearest in which they can."""
    for suffix, scheme in zip(("", "_dark"), schemes(brand), strict=True):
        safe = legible(scheme)
        for name, color, nearest in (("accent", scheme.accent, safe.accent), ("ink", scheme.ink, safe.ink)):
            if color != nearest:
                yield (
                    f"brand.toml: {name}{suffix} {color} on {scheme.shade} has a contrast of "
                    f"{contrast(color, scheme.shade):.2f}, and readers need {READABLE}. Take {nearest}, the nearest."
                )
