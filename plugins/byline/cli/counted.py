"""What was counted, for the commands that show it: visits, and whose links they came by."""

from __future__ import annotations

from collections.abc import Mapping

from ..build import Build
from ..measures import MeasuresSettings, expiry, read, whose
from ..model import Measures
from ..sharing.settings import SharingSettings
from ..tokens import Meaning, Secrets


def counted(built: Build) -> tuple[Measures, Mapping[str, Meaning]]:
    """Everything that was measured, and the tokens of those who are measured today, where that was agreed on."""
    if built.setting(MeasuresSettings).source == "none":
        return Measures(), {}  # whatever is kept: the site does not say yet that its numbers come from there
    programme, today = built.programme, built.now.date()
    measures = read(built.run.programme, expired=expiry(today, programme.governance.retention_months))
    chosen = [id for id, one in programme.people.items() if one.measured(today)]
    people = chosen if programme.governance.allows("measured") else []
    periods = built.setting(SharingSettings).periods
    return measures, whose(measures.visits, people, built.setting(Secrets), periods) if people else {}
