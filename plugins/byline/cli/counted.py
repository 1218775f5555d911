"""What was counted, for the commands that show it: visits, and whose links they came by."""

from __future__ import annotations

from collections.abc import Mapping

from ..build import Build
from ..measures.knowing import expiry
from ..measures.reading import read, whose
from ..measures.settings import MeasuresSettings
from ..model import Measures
from ..sharing.settings import SharingSettings
from ..tokens import Meaning, Secrets


def counted(built: Build) -> tuple[Measures, Mapping[str, Meaning]]:
    """Everything that may be shown, and the tokens of those who are measured today, where that was agreed on.

    Nothing while `BYLINE_MEASURES` names no source, whatever was imported.
    """
    if built.setting(MeasuresSettings).source == "none":
        return Measures(), {}
    programme, today = built.programme, built.now.date()
    found = read(built.run.programme, expired=expiry(today, programme.governance.retention_months))
    people = [id for id, one in programme.people.items() if one.measured(today)]
    if not people or not programme.governance.allows("measured"):
        return found, {}
    periods = built.setting(SharingSettings).periods
    return found, whose(found.visits, people, built.setting(Secrets), periods)
