"""One type per kind of identifier, so that a person's id can never stand where a conversation's id belongs."""

from typing import NewType

YoungPersonId = NewType("YoungPersonId", str)
ScreeningId = NewType("ScreeningId", str)
PractitionerId = NewType("PractitionerId", str)
EscalationId = NewType("EscalationId", str)
SignpostId = NewType("SignpostId", str)
LetterId = NewType("LetterId", str)
FollowUpId = NewType("FollowUpId", str)
ReferralEventId = NewType("ReferralEventId", str)
OwnGoalId = NewType("OwnGoalId", str)
UnmetNeedId = NewType("UnmetNeedId", str)

ItemId = NewType("ItemId", str)
SectionId = NewType("SectionId", str)
StepId = NewType("StepId", str)
RuleId = NewType("RuleId", str)
LifeStageId = NewType("LifeStageId", str)
CategoryId = NewType("CategoryId", str)
ServiceId = NewType("ServiceId", str)
SourceId = NewType("SourceId", str)
AnswerCode = NewType("AnswerCode", str)
LevelName = NewType("LevelName", str)
EscalationName = NewType("EscalationName", str)

NO_SERVICE = ServiceId("")
"""Where a letter or record is about no service of the directory, or about one that was kept by name only."""
