"""The channels that `docs/sharing.md` shows as examples: what is written there works."""

from __future__ import annotations

import re
import tomllib

from byline.channels import Channel, ChannelsFile
from byline.settings import typed
from running import ROOT

PAGE = (ROOT / "docs/sharing.md").read_text("utf-8")


def examples() -> tuple[Channel, ...]:
    """Every channel in a block of TOML on the page."""
    blocks = re.findall(r"^```toml\n(.*?)^```$", PAGE, re.DOTALL | re.MULTILINE)
    return typed("docs/sharing.md", ChannelsFile, tomllib.loads("".join(blocks))).channels


EXAMPLES = examples()
