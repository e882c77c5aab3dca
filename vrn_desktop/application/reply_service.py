"""A reply slip came back: found by its code alone, so that nobody's name has to be typed or said."""

from vrn_desktop.application.ports.loop_repositories import ReferralRow
from vrn_desktop.application.screening_service import Session
from vrn_desktop.domain.identifiers import SignpostId
from vrn_desktop.domain.reply_code import read_reply_code


class ReplyService:
    """Finds which offer a slip belongs to."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def find(self, typed: str) -> tuple[ReferralRow, ...]:
        """The offers that the slip of this code can be about; none where no letter carries it.

        A letter to a service is about that one; any other about every service it named.

        Raises:
            ReplyCodeUnreadableError: it cannot be the code of any slip.
        """
        code = read_reply_code(typed)
        with self._session.store.read() as work:
            letter = work.letters.by_reply_code(code)
            if letter is None:
                return ()
            named = {letter.service_id, *(each.service_id for each in letter.services_named)}
            found: dict[SignpostId, ReferralRow] = {}
            for referral in work.referrals.of_screening(letter.screening_id):
                signpost = referral.signpost
                if signpost.service_id in named:
                    found[signpost.id] = work.referrals.get(signpost.id)
            return tuple(found.values())
