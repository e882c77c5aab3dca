"""An invented site, an invented centre, and messages between them."""

from dataclasses import replace
from hashlib import sha256

from tests.exchange_packs import shipped_pack
from tests.fixed_bits import FixedBits
from vrn_desktop.domain.programme_period import Period, ProgrammeYear, Quarter, Week
from vrn_desktop.exchange.message_chain import ChainHead
from vrn_desktop.exchange.message_keys import OpeningKey, SigningKey, fingerprint
from vrn_desktop.exchange.payload import Contribution, PeriodState
from vrn_desktop.exchange.sealed_message import EnrolledDevice, sealed_message
from vrn_desktop.exchange.table_counting import true_counts
from vrn_desktop.exchange.table_drawing import noisy_tables, scales
from vrn_desktop.exchange.table_pack import MessageKind

SITE = "S001"
PERIODS: dict[MessageKind, Period] = {
    MessageKind.P: Week(2026, 47),
    MessageKind.Q: Quarter(2026, 4),
    MessageKind.Y: ProgrammeYear(2026),
}


def key_bytes(name: str) -> bytes:
    """32 private bytes that are the same in every run."""
    return sha256(f"invented key of {name}".encode()).digest()


SITE_KEY = SigningKey.from_private(key_bytes("site 1"))
OTHER_SITE_KEY = SigningKey.from_private(key_bytes("site 2"))
CENTRE_KEY = OpeningKey.from_private(key_bytes("centre"))
CENTRE_SIGNER = SigningKey.from_private(key_bytes("centre's receipts"))
RING = {fingerprint(CENTRE_KEY.public): CENTRE_KEY}

_ENROLLED = {
    fingerprint(SITE_KEY.public): EnrolledDevice(site=SITE, public=SITE_KEY.public),
    fingerprint(OTHER_SITE_KEY.public): EnrolledDevice(site="S002", public=OTHER_SITE_KEY.public),
}


def enrolled(device: str) -> EnrolledDevice | None:
    """The devices that the invented centre knows."""
    return _ENROLLED.get(device)


def contribution(
    kind: MessageKind = MessageKind.Q,
    *,
    period: Period | None = None,
    state: PeriodState = PeriodState.OK,
    head: ChainHead | None = None,
    seed: object = "numbers",
    site: str = SITE,
) -> Contribution:
    """One period's numbers of a site where nobody was."""
    period = PERIODS[kind] if period is None else period
    head = ChainHead() if head is None else head
    pack = shipped_pack()
    counts = true_counts([], pack, kind, period)
    ok = state is PeriodState.OK
    return Contribution(
        id=sha256(f"{seed}/{kind}/{period}/{state}/{head.number}".encode()).hexdigest()[:32],
        site=site,
        spec=pack.spec,
        kind=kind,
        period=period,
        state=state,
        number=head.number + 1,
        previous=head.digest,
        app="0.1.0",
        tables=noisy_tables(counts, pack, kind, FixedBits(seed)) if ok else {},
        scale=scales(pack, kind) if ok else {},
    )


def sealed(said: Contribution, signer: SigningKey = SITE_KEY) -> bytes:
    """The contribution as a message to the invented centre."""
    return sealed_message(said, centre=CENTRE_KEY.public, signer=signer)


def saying(**changes: object) -> Contribution:
    """A quarter's contribution with some fields changed."""
    return replace(contribution(), **changes)  # type: ignore[arg-type]  # wrong kinds are the point
