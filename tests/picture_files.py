"""Builders of picture files for tests: drawn by code, never taken from people."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path
from typing import Any

from PIL import Image


def a_picture(path: Path, size: tuple[int, int] = (64, 48), mode: str = "RGB", **how: Any) -> Path:
    """A file with a gradient, so that scaling and turning can be seen; `how` goes to Pillow's `save`."""
    gradient = Image.linear_gradient("L").resize(size)
    path.parent.mkdir(parents=True, exist_ok=True)
    gradient.convert(mode).save(path, **how)
    return path


def as_bytes(image: Image.Image, kind: str, **how: Any) -> bytes:
    out = BytesIO()
    image.save(out, kind, **how)
    return out.getvalue()
