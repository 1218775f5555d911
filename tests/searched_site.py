"""A small site in two languages that is searched: what must be found, and what must not."""

from __future__ import annotations

import gzip
import json
from pathlib import Path
from typing import Any

from running import Said, article, build, site

SECRETS = ("draftword", "hiddenword", "scheduledword", "expiredword", "hiddenpageword")
AUTHORS = {"omar-haddad": "Omar Haddad", "awa-diallo": "Awa Diallo"}
CATEGORIES = '[engineering]\nname = "Engineering"\nfr.name = "Ingénierie"\n\n[people]\nname = "People"\n'


def content(folder: Path) -> Path:
    """Its content folder."""
    people = {f"authors/{key}.md": f"---\nname: {name}\nagreed: 2026-01-01\n---\n" for key, name in AUTHORS.items()}
    page = "---\ntitle: About us\n---\n\nWho we are, and our aardvark.\n"
    texts = {
        "apples": article(
            "We grew apples & pears, `<img src=x onerror=alert(1)>`, for a lighthouse.",
            title="Growing apples",
            category="engineering",
        ),
        "boats": article(
            "Our boat passed the lighthouse at night.",
            title="Sailing home",
            authors="[omar-haddad, awa-diallo]",
            category="people",
            date="2025-03-01",
        ),
        "pommes": article("Un phare au bout du monde.", title="Le phare", lang="fr", category="engineering"),
        "draft": article("draftword lighthouse", title="Secret plan", status="draft"),
        "hidden": article("hiddenword lighthouse", title="Hidden", status="hidden"),
        "later": article("scheduledword lighthouse", title="Later", date="2099-01-01"),
        "gone": article("expiredword lighthouse", title="Gone", expires="2026-05-20"),
    }
    files: dict[str, Any] = {f"articles/{name}.md": text for name, text in texts.items()}
    hidden = "---\ntitle: Nowhere\nstatus: hidden\n---\n\nhiddenpageword\n"
    files |= {"pages/about.md": page, "pages/x.md": hidden, "categories.toml": CATEGORIES, "site.toml": 'lang = "en"\n'}
    return site(folder, **people, **files)


def searched_site(folder: Path, *more: object, **environment: str) -> Said:
    """Build it with its index into `folder`."""
    return build(content(folder), folder, "--search", *more, **environment)


def fragments(output: Path) -> list[dict[str, Any]]:
    """What the index holds of each page, by address."""
    files = (output / "pagefind" / "fragment").glob("*.pf_fragment")
    found = [json.loads(gzip.decompress(file.read_bytes()).removeprefix(b"pagefind_dcd")) for file in files]
    return sorted(found, key=lambda fragment: str(fragment["url"]))
