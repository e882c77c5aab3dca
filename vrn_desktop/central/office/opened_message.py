"""Opening one message with the office's keys, and checking that it holds exactly the tables it should."""

from collections.abc import Mapping
from dataclasses import dataclass

from vrn_desktop.central.office.key_ring import KeyRing
from vrn_desktop.exchange.errors import MessageRefusedError, Refusal
from vrn_desktop.exchange.message_chain import Arrival, arrival_of
from vrn_desktop.exchange.payload import Contribution, refuse_other_tables
from vrn_desktop.exchange.sealed_message import CheckedCover, opened
from vrn_desktop.exchange.table_pack import TablePack


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenedMessage:
    """A message, what it says, and what is remembered of it for judging others."""

    cover: CheckedCover
    said: Contribution
    arrival: Arrival


def opened_message(
    cover: CheckedCover, ring: KeyRing, packs: Mapping[str, TablePack]
) -> OpenedMessage:
    """The message under a checked cover.

    Raises:
        MessageRefusedError: it does not open, or holds other tables than this office takes.
        KeysLockedError: the keys are locked.
    """
    ring.knows(cover.centre_key)  # looks again where another process has made new keys
    said = opened(cover, ring.opened().boxes)
    pack = packs.get(said.spec)
    if pack is None:
        raise MessageRefusedError(Refusal.CONTENT, "its tables are of another specification")
    refuse_other_tables(said, pack)
    return OpenedMessage(cover=cover, said=said, arrival=arrival_of(said, cover.digest))
