"""What findings mean, in the languages that explain them beside English: `explanations.<lang>.toml`, a table by name.

Findings say in English what they found, because they name what a file holds. What a finding of that name is about, and
what to do, is said in the reader's language as well.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from pathlib import Path

HERE = Path(__file__).parent


@dataclass(frozen=True)
class Explanation:
    """What findings of a name are about, and what to do.

    `about_of` is a digest of what is said in English, `hint_of` the English hint; empty where each finding has its own.
    """

    about: str
    hint: str = ""
    about_of: str = ""
    hint_of: str = ""

    @property
    def short(self) -> str:
        """Its first sentence."""
        return self.about.split(". ")[0].removesuffix(".") + "."


@cache
def explanations(lang: str) -> Mapping[str, Explanation]:
    """By the names of findings; empty for English, which needs none, and for languages that nobody wrote yet."""
    file = HERE / f"explanations.{lang.split('-')[0]}.toml"
    if not file.is_file():
        return {}
    return {name: Explanation(**table) for name, table in tomllib.loads(file.read_text("utf-8")).items()}


def digest_of(about: str) -> str:
    """What tells whether the English changed since somebody said it in another language: eight hexadecimal digits."""
    return sha256(" ".join(about.split()).encode()).hexdigest()[:8]
