"""What ends a command although no code is at fault. The text is for people: what is wrong, and what to do."""

from __future__ import annotations


class Refusal(Exception):
    """A command cannot do its work: exit code 1."""


class WrongUse(Refusal):
    """A command was not understood, or was given what it cannot use: exit code 2."""
