"""A letter that asks a service to answer brings the day on which somebody looks whether it has."""

from collections.abc import Callable
from datetime import datetime, timedelta

from vrn_desktop.application.ports.store import UnitOfWork
from vrn_desktop.domain.follow_up import FollowUp, FollowUpKind
from vrn_desktop.domain.identifiers import FollowUpId
from vrn_desktop.domain.letter import LetterKind
from vrn_desktop.domain.letter_channel import LetterChannel
from vrn_desktop.domain.letter_record import LetterRecord

LOOK_AFTER = timedelta(days=14)
"""After the letter is on its way: the usual time it gives, whichever day it names."""

_ON_ITS_WAY = frozenset({LetterChannel.HAND, LetterChannel.POST, LetterChannel.DELIVERED})


def expect_reply(
    work: UnitOfWork,
    letter: LetterRecord,
    channel: LetterChannel,
    *,
    now: datetime,
    new_id: Callable[[], str],
) -> None:
    """Put it on the list, once for each offer, inside the change that keeps the giving."""
    if letter.kind is not LetterKind.SERVICE_REFERRAL or channel not in _ON_ITS_WAY:
        return
    waiting = {
        each.signpost_id
        for each in work.follow_ups.of_person(letter.young_person_id)
        if each.kind is FollowUpKind.REPLY_DUE and each.done_at is None
    }
    for referral in work.referrals.of_screening(letter.screening_id):
        signpost = referral.signpost
        if signpost.service_id != letter.service_id or signpost.id in waiting:
            continue
        work.follow_ups.add(
            FollowUp(
                id=FollowUpId(new_id()),
                young_person_id=letter.young_person_id,
                screening_id=letter.screening_id,
                practitioner_id=letter.made_by,
                kind=FollowUpKind.REPLY_DUE,
                due_on=now.date() + LOOK_AFTER,
                signpost_id=signpost.id,
            )
        )
