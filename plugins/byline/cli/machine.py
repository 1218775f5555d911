"""The command about this machine."""

from __future__ import annotations

import argparse

from ..workplace import Workplace
from .telling import out


def examine(_given: argparse.Namespace, place: Workplace) -> int:
    """Print what `doctor` finds; 1 when something must be mended."""
    from .. import doctor
    from ..cards.forewarning import unwritable

    settings = place.settings()
    found = doctor.diagnose(place.root, settings, unwritable=unwritable(place.content, settings))
    for one in found:
        out.print(f"{'ok  ' if one.ok else 'mend' if one.must else 'note'}  {one.name}: {one.sentence}")
        if not one.ok:
            out.print(f"      {one.fix}")
    return int(any(one.must and not one.ok for one in found))
