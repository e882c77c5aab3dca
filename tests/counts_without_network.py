"""The use cases of counts that leave, in a place without any network: nothing is enrolled, nothing leaves."""

from collections.abc import Callable
from datetime import datetime
from itertools import count

from tests.exchange_packs import shipped_pack
from vrn_desktop.application.counting_service import CountingService
from vrn_desktop.application.ports.counts import Answer, CentreLine, KeyAnswer
from vrn_desktop.application.screening_service import Session
from vrn_desktop.application.sync_parts import SyncParts
from vrn_desktop.application.sync_service import SyncService
from vrn_desktop.domain.errors import NoConnectionError
from vrn_desktop.sync.count_office import SealingCountOffice
from vrn_desktop.sync.count_stick import FolderStick
from vrn_desktop.vault.word_lists import sheet_words


class NoCentreInReach:
    """A `CentreLine` that leads nowhere."""

    def post(self, address: str, raw: bytes) -> Answer:
        raise NoConnectionError("no network here")

    def post_key(self, address: str, raw: bytes) -> KeyAnswer:
        raise NoConnectionError("no network here")


def counts_without_network(
    session: Session,
    clock: Callable[[], datetime],
    *,
    line: CentreLine | None = None,
    chance: Callable[[], int] = lambda: 2**64 - 1,
    first_id: int = 1,
) -> SyncService:
    """Over any session, with identifiers that count; a test may give a line that leads somewhere."""
    ids = count(first_id)
    office = SealingCountOffice(
        pack=shipped_pack, words=sheet_words, app="0.1.0", new_id=lambda: f"{next(ids):032x}"
    )
    return SyncService(
        SyncParts(
            session=session,
            closing=CountingService(session, office, clock),
            office=office,
            line=line or NoCentreInReach(),
            stick=FolderStick(),
            clock=clock,
            chance=chance,
        )
    )
