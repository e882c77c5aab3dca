"""An invented centre in memory that does what a real one does: enrols, opens, judges, signs receipts."""

from dataclasses import dataclass, field
from datetime import date

from tests.exchange_messages import CENTRE_KEY, CENTRE_SIGNER, RING
from tests.exchange_packs import shipped_pack
from vrn_desktop.domain.programme_period import Quarter
from vrn_desktop.exchange.enrolment import (
    Offer,
    read_request,
    read_rotation,
    signed_offer,
    spoken_words,
)
from vrn_desktop.exchange.message_chain import (
    Arrival,
    ChainEvent,
    Outcome,
    arrival_of,
    judged,
)
from vrn_desktop.exchange.message_keys import SigningKey, fingerprint
from vrn_desktop.exchange.payload import Contribution, refuse_other_tables
from vrn_desktop.exchange.receipt import Receipt, ReceiptOutcome, signed_receipt
from vrn_desktop.exchange.sealed_message import (
    EnrolledDevice,
    checked_cover,
    message_digest,
    opened,
)
from vrn_desktop.vault.word_lists import sheet_words

STARTS = Quarter(2026, 4)


@dataclass
class InventedCentre:
    """`day` is its own calendar; `signer` signs offers and receipts."""

    day: date = date(2026, 11, 24)
    signer: SigningKey = CENTRE_SIGNER
    devices: dict[str, EnrolledDevice] = field(default_factory=dict)
    accepted: list[Contribution] = field(default_factory=list)
    receipts: dict[str, bytes] = field(default_factory=dict)
    arrivals: list[Arrival] = field(default_factory=list)
    events: list[ChainEvent] = field(default_factory=list)

    def offer(
        self,
        site: str = "S001",
        *,
        starts: Quarter = STARTS,
        address: str = "https://centre.example",
        box: bytes = CENTRE_KEY.public,
    ) -> bytes:
        """The enrolment file for one site."""
        offer = Offer(site=site, starts=starts, address=address, box=box, signer=self.signer.public)
        return signed_offer(offer, self.signer)

    def words_for(self, request: bytes) -> tuple[str, ...]:
        """What the centre reads out over the telephone."""
        asked = read_request(request)
        return spoken_words(
            device=asked.device,
            centre_signer=self.signer.public,
            site=asked.site,
            words=sheet_words(),
        )

    def approve(self, request: bytes) -> None:
        """The words agreed: the key may speak for its site."""
        asked = read_request(request)
        device = EnrolledDevice(site=asked.site, public=asked.device)
        self.devices[fingerprint(asked.device)] = device

    def rotate(self, raw: bytes) -> None:
        """A new key beside the old one, whose messages may still be on their way."""
        known = {name: device.public for name, device in self.devices.items()}
        rotation = read_rotation(raw, known.get)
        site = self.devices[rotation.old].site
        self.devices[fingerprint(rotation.new)] = EnrolledDevice(site=site, public=rotation.new)

    def take(self, raw: bytes) -> tuple[int, bytes]:
        """The answer to one message: 200 or 409, with a receipt.

        Raises:
            MessageRefusedError: the message is not one of this network.
        """
        digest = message_digest(raw)
        if digest in self.receipts:
            return self._status(digest), self.receipts[digest]
        said = opened(checked_cover(raw, self.devices.get), RING)
        refuse_other_tables(said, shipped_pack())
        arrival = arrival_of(said, digest)
        judgement = judged(arrival, self.arrivals)
        self.events += sorted(judgement.events)
        if judgement.outcome is Outcome.ACCEPTED:
            self.arrivals.append(arrival)
            self.accepted.append(said)
        accepted = judgement.outcome is Outcome.ACCEPTED
        self.receipts[digest] = signed_receipt(
            Receipt(
                message_id=said.id,
                digest=digest,
                outcome=ReceiptOutcome.ACCEPTED if accepted else ReceiptOutcome.CONFLICT,
                day=self.day,
            ),
            self.signer,
        )
        return self._status(digest), self.receipts[digest]

    def _status(self, digest: str) -> int:
        known = {arrival.digest for arrival in self.arrivals}
        return 200 if digest in known else 409
