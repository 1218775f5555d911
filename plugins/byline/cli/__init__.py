"""The `byline` command: it reads what was asked, runs Pelican with our plugins, and says what came of it.

Exit codes: 0 fine (warnings and advice too), 1 an error in a text or a build that failed, 2 wrong use.
"""

from __future__ import annotations

import argparse
from collections.abc import Callable, Sequence
from importlib import import_module

from ..at_once import complete
from ..commit import interrupted, locked, recover
from ..refusals import WrongUse
from ..workplace import Workplace, workplace_of
from .arguments import parser
from .telling import err, explain, out, refused

Command = Callable[[argparse.Namespace, Workplace], int]

# Each command is a function of a module that loads what it alone needs, so that `check` answers at once.
COMMANDS = {
    "build": "site.build",
    "serve": "site.serve",
    "check": "texts.check",
    "new": "texts.new",
    "preview": "site.preview",
    "card": "site.card",
    "evidence": "people.evidence",
    "report": "measuring.report",
    "import": "measuring.import_visits",
    "purge": "measuring.purge",
    "dossier": "measuring.dossier",
    "links": "people.links",
    "hub": "people.hand_over",
    "withdraw": "people.withdraw",
    "export": "people.export",
    "doctor": "machine.examine",
}


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; returns its exit code."""
    given = parser().parse_args(arguments)
    out.quiet = given.quiet
    place: Workplace | None = None
    try:
        place = workplace_of(given)
        _complete(place)
        return _profiled(_command(given.command), given, place)
    except WrongUse as error:
        err.print(refused(error, place), style="red")
        return 2
    except KeyboardInterrupt:
        return 130
    except Exception as error:
        explain(error, workplace_of(given))
        return 1


def _command(name: str) -> Command:
    module, function = COMMANDS[name].split(".")
    command: Command = getattr(import_module(f".{module}", __package__), function)
    return command


def _profiled(command: Command, given: argparse.Namespace, place: Workplace) -> int:
    """Run a command; with `--profile` say in which of our functions, and those that they call, the time went."""
    if not getattr(given, "profile", False):
        return command(given, place)
    import cProfile
    import pstats
    import sys

    profile = cProfile.Profile()
    code = profile.runcall(command, given, place)
    pstats.Stats(profile, stream=sys.stderr).sort_stats("cumulative").print_stats(40)
    return code


def _complete(place: Workplace) -> None:
    """Whatever is asked, a commit that was interrupted is completed first, and so is a person's leaving."""
    complete(place.root)
    if interrupted(place.roots):
        with locked(place.roots):
            recover(place.roots)
