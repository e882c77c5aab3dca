"""One conversation as a value, with whatever a test wants different."""

from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

from vrn_desktop.domain.identifiers import (
    LifeStageId,
    PractitionerId,
    ScreeningId,
    YoungPersonId,
)
from vrn_desktop.domain.life_stage import Respondent
from vrn_desktop.domain.screening import Form, Screening
from vrn_desktop.domain.setting import SettingKind

_BEGUN = Screening(
    id=ScreeningId("talk"),
    young_person_id=YoungPersonId("kay"),
    practitioner_id=PractitionerId("sam"),
    form=Form.FULL,
    age=15,
    life_stage=LifeStageId("LA"),
    respondent=Respondent.YOUNG_PERSON,
    setting_kind=SettingKind.SCHOOL,
    instrument_id="llr-talk-safe",
    instrument_version="1",
    content_hash="",
    started_at=datetime(2026, 11, 24, 9, 0, tzinfo=UTC),
    worker_trained=True,
)


def invented_screening(**different: Any) -> Screening:
    """A conversation that has just begun."""
    return replace(_BEGUN, **different)
