"""How much room a text takes where others show it."""

from __future__ import annotations

from rich.cells import cell_len


def width(text: str) -> int:
    """Its width in characters: one of Chinese, Japanese or Korean, or an emoji, takes two; an accent takes none."""
    return len(text) if text.isascii() else cell_len(text)


def cut(text: str, limit: int) -> str:
    """What is shown of it: as many whole words as fit, and an ellipsis."""
    while width(text) > limit - 1:
        shorter = text.rpartition(" ")[0] if " " in text else ""
        text = shorter or text[: len(text) - 1]
    return f"{text.rstrip()}…"
