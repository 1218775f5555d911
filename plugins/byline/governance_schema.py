"""What a company may write in `programme/governance.toml`: every key, its type and its help."""

from __future__ import annotations

from typing import Annotated

from pydantic import WithJsonSchema

from .field_formats import Day
from .field_types import Line, Lines, one_of, whole_number
from .held import ANSWERING, NOBODY, because
from .schema import Fields

BASES = ("consent", "legitimate-interest", "contract", "legal-obligation", "public-task")
Basis = Annotated[str, one_of(*BASES), WithJsonSchema({"type": "string", "enum": [*BASES]})]


class BasisFields(Fields):
    """The legal basis of each purpose (GDPR art. 6). A purpose without one is off."""

    held = because({NOBODY: "measured statistics ranking rewards"})

    measured: Basis = ""
    """Counting visits that come by the links of people who chose it."""
    statistics: Basis = ""
    """Showing to colleagues the numbers of people who chose it, and computing what needs their acts."""
    ranking: Basis = ""
    """Rankings among people who chose it."""
    rewards: Basis = ""
    """A register of rewards."""


class GovernanceFields(Fields):
    """What the company agreed on before anything about a person is counted. What is absent is not agreed on."""

    held = because(
        {
            ANSWERING: "owner data_protection_officer key_holder recipients",
            NOBODY: "controller consulted assessed processors transfers retention_months smallest_group basis",
        }
    )

    controller: Line = ""
    """The company that answers for the data, with its address; without it, the site's organisation."""
    owner: Line = ""
    """Who runs the programme, and how to reach them."""
    data_protection_officer: Line = ""
    """How to reach the data protection officer, where there is one."""
    consulted: Day | None = None
    """The day on which the employees' representatives were consulted; where there are none, on which all were told."""
    assessed: Day | None = None
    """The day on which it was decided whether an impact assessment is needed, and, if it is, on which it was done."""
    key_holder: Line = ""
    """Who holds the secret key from which links of measured people are made; best not whoever reads the figures."""
    recipients: Lines = ()
    """Who reads figures about persons: roles, one by one."""
    processors: Lines = ()
    """Companies that handle the data for you: the git host, the web host."""
    transfers: Line = ""
    """Where data goes outside the European Economic Area, and by which guarantee; empty: nowhere."""
    retention_months: Annotated[int | None, whole_number(1, 25)] = None
    """How many months rows about a person are kept: at most 25; 13 is what the French authority names."""
    smallest_group: Annotated[int, whole_number(3, 1_000)] = 5
    """Results about fewer people than this are not shown."""
    basis: BasisFields = BasisFields()
    """The legal basis of each purpose."""
