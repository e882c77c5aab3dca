"""Draws, seals, signs and reads what this site and its centre exchange, by the table pack in force."""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from contextlib import contextmanager
from datetime import datetime
from functools import cached_property

from vrn_desktop.application.ports.counts import SealedPeriod
from vrn_desktop.domain.counted_person import PersonQuarter
from vrn_desktop.domain.counts_in_words import NumberTable, PlannedTable, PromiseInWords
from vrn_desktop.domain.counts_sent import (
    ChainPlace,
    Enrolment,
    EnrolmentStep,
    NumbersState,
    OfficeReceipt,
)
from vrn_desktop.domain.errors import RefusedByOfficeError
from vrn_desktop.domain.identifiers import YoungPersonId
from vrn_desktop.domain.programme_period import Period, Week
from vrn_desktop.exchange.enrolment import (
    Offer,
    read_offer,
    signed_request,
    signed_rotation,
    spoken_words,
)
from vrn_desktop.exchange.errors import (
    MessageRefusedError,
    NotCountableError,
    OverBudgetError,
)
from vrn_desktop.exchange.guarantee import DEFAULT_BUDGET, Budget, Guarantee, refuse_over_budget
from vrn_desktop.exchange.guarantee_words import NOT_COVERED, how_it_is_kept, promises
from vrn_desktop.exchange.message_keys import SigningKey, fingerprint
from vrn_desktop.exchange.numbers_in_words import likely_error, numbers_in_words
from vrn_desktop.exchange.payload import PADDED_BYTES, PeriodState, unpadded
from vrn_desktop.exchange.period_drawing import (
    Sender,
    drawn_period,
    kind_for,
    without_numbers,
)
from vrn_desktop.exchange.receipt import ReceiptOutcome, checked_receipt
from vrn_desktop.exchange.table_pack import TablePack
from vrn_desktop.noise.discrete_laplace import SYSTEM_BITS, RandomBits
from vrn_desktop.sync.count_office_sealing import head_of, sealed_period


class SealingCountOffice:
    """A `CountOffice`; holds the pack and the words, no key and no file.

    Args:
        pack: reads the tables in force, once, when they are first needed.
        words: 2,048 words that are easy to tell apart over the telephone.
        app: the program's version, as messages state it.
        new_id: a fresh random identifier of 32 hex digits for each message.
        budget: the most privacy loss that the organisation allows.
        bits: the operating system's random source, except in tests.
    """

    def __init__(
        self,
        *,
        pack: Callable[[], TablePack],
        words: Callable[[], tuple[str, ...]],
        app: str,
        new_id: Callable[[], str],
        budget: Budget = DEFAULT_BUDGET,
        bits: RandomBits = SYSTEM_BITS,
    ) -> None:
        self._read_pack = pack
        self._words = words
        self._app = app
        self._new_id = new_id
        self._budget = budget
        self._bits = bits

    @cached_property
    def _pack(self) -> TablePack:
        return self._read_pack()

    def promise(self) -> PromiseInWords:
        """What may be promised; see `CountOffice.promise`."""
        return PromiseInWords(
            sentences=tuple(promise.sentence for promise in promises(self._guarantee())),
            how_it_is_kept=(how_it_is_kept(self._pack),),
            not_covered=NOT_COVERED,
        )

    def draw(
        self,
        period: Period,
        rows: Iterable[PersonQuarter],
        counted_before: Mapping[YoungPersonId, Collection[Week]],
        *,
        enrolment: Enrolment,
        device_private: bytes,
        place: ChainPlace,
        at: datetime,
    ) -> SealedPeriod:
        """Draw a closed period; see `CountOffice.draw`.

        Raises:
            RefusedByOfficeError: the pack is over the budget, or a record holds a code that its
                lists do not know; nothing is drawn.
        """
        self._guarantee()
        with _in_our_words("these records cannot be counted"):
            drawn = drawn_period(
                period,
                rows,
                counted_before,
                pack=self._pack,
                sender=self._sender(enrolment, place),
                message_id=self._new_id(),
                bits=self._bits,
            )
        return sealed_period(
            drawn.contribution,
            newly_counted=drawn.newly_counted,
            enrolment=enrolment,
            device_private=device_private,
            at=at,
        )

    def word(
        self,
        period: Period,
        state: NumbersState,
        *,
        enrolment: Enrolment,
        device_private: bytes,
        place: ChainPlace,
        at: datetime,
    ) -> SealedPeriod:
        """A message without numbers; see `CountOffice.word`."""
        said = without_numbers(
            period,
            PeriodState(state.value),
            pack=self._pack,
            sender=self._sender(enrolment, place),
            message_id=self._new_id(),
        )
        return sealed_period(
            said, newly_counted={}, enrolment=enrolment, device_private=device_private, at=at
        )

    def tables(self, content: bytes) -> tuple[NumberTable, ...]:
        """Every number in words; see `CountOffice.tables`.

        Raises:
            RefusedByOfficeError: the content was written by another table pack.
        """
        with _in_our_words("these numbers cannot be put in words"):
            contribution = unpadded(content.ljust(PADDED_BYTES))
        if contribution.spec != self._pack.spec:
            raise RefusedByOfficeError(
                f"these numbers follow {contribution.spec}, whose headings this program no longer has"
            )
        return numbers_in_words(contribution, self._pack)

    def planned(self, period: Period) -> tuple[PlannedTable, ...]:
        """Tables and headings without numbers; see `CountOffice.planned`."""
        return tuple(
            PlannedTable(
                name=table.name,
                title=table.title,
                likely_error=likely_error(table.scale),
                headings=tuple(
                    tuple(entry.label for entry in entries) for entries in table.headings()
                ),
            )
            for table in self._pack.by_kind[kind_for(period)]
        )

    def new_device_private(self) -> bytes:
        """A fresh key for this site."""
        return SigningKey.new().private

    def device_public(self, device_private: bytes) -> bytes:
        """The half of a key that everybody may see."""
        return SigningKey.from_private(device_private).public

    def read_offer(self, raw: bytes, device_private: bytes, today: datetime) -> Enrolment:
        """The enrolment that a file offers; see `CountOffice.read_offer`."""
        with _in_our_words("this is no sound enrolment file"):
            offer = read_offer(raw)
        if offer.starts < self._pack.starts:
            raise RefusedByOfficeError(
                f"this enrolment file starts with {offer.starts}, before the tables begin with "
                f"{self._pack.starts}; ask the centre for another one"
            )
        return Enrolment(
            site=offer.site,
            starts=offer.starts,
            address=offer.address,
            box=offer.box,
            centre_signer=offer.signer,
            device_public=self.device_public(device_private),
            step=EnrolmentStep.WORDS_WAIT,
            trusted_day=today.date(),
        )

    def request(self, enrolment: Enrolment, device_private: bytes) -> bytes:
        """The file with this site's key; see `CountOffice.request`."""
        signer = SigningKey.from_private(device_private)
        return signed_request(_offer_of(enrolment), signer)

    def spoken_words(self, enrolment: Enrolment) -> tuple[str, ...]:
        """The six words; see `CountOffice.spoken_words`."""
        return spoken_words(
            device=enrolment.device_public,
            centre_signer=enrolment.centre_signer,
            site=enrolment.site,
            words=self._words(),
        )

    def rotation(self, device_private: bytes, new_private: bytes) -> bytes:
        """The signed word about a new key; see `CountOffice.rotation`."""
        return signed_rotation(
            SigningKey.from_private(device_private), SigningKey.from_private(new_private)
        )

    def read_receipt(self, raw: bytes, enrolment: Enrolment) -> OfficeReceipt:
        """The receipt, if it is this centre's; see `CountOffice.read_receipt`."""
        centre = enrolment.centre_signer
        with _in_our_words("this is no receipt of our centre"):
            receipt = checked_receipt(raw, {fingerprint(centre): centre}.get)
        return OfficeReceipt(
            message_id=receipt.message_id,
            digest=receipt.digest,
            accepted=receipt.outcome is ReceiptOutcome.ACCEPTED,
            day=receipt.day,
        )

    def _guarantee(self) -> Guarantee:
        with _in_our_words("the tables ask for too much"):
            return refuse_over_budget([self._pack], self._budget)

    def _sender(self, enrolment: Enrolment, place: ChainPlace) -> Sender:
        return Sender(site=enrolment.site, head=head_of(place), app=self._app)


def _offer_of(enrolment: Enrolment) -> Offer:
    return Offer(
        site=enrolment.site,
        starts=enrolment.starts,
        address=enrolment.address,
        box=enrolment.box,
        signer=enrolment.centre_signer,
    )


@contextmanager
def _in_our_words(what: str) -> Iterator[None]:
    try:
        yield
    except (MessageRefusedError, NotCountableError, OverBudgetError) as error:
        raise RefusedByOfficeError(f"{what}: {error}") from error
