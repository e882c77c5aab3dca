"""An invented network for the centre's tests and benchmarks: sites, keys from a fixed seed, whole chains."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from hashlib import sha256
from random import Random

from sqlalchemy import Engine, insert

from tests.exchange_packs import shipped_pack
from vrn_desktop.central.office.key_pair import KeyPair
from vrn_desktop.central.office.message_state import DeviceState
from vrn_desktop.central.store.site_tables import DEVICES, SITES
from vrn_desktop.domain.programme_period import Period, ProgrammeYear, Quarter, Week
from vrn_desktop.exchange.message_chain import ChainHead
from vrn_desktop.exchange.message_keys import OpeningKey, SigningKey, fingerprint
from vrn_desktop.exchange.payload import Contribution, PeriodState
from vrn_desktop.exchange.sealed_message import sealed_message
from vrn_desktop.exchange.table_pack import MessageKind

AT = datetime(2026, 11, 24, 9, 30, tzinfo=UTC)
STARTS = Quarter(2026, 1)
KIND_OF = {Week: MessageKind.P, Quarter: MessageKind.Q, ProgrammeYear: MessageKind.Y}


def _key(name: str) -> bytes:
    return sha256(f"invented key of load/{name}".encode()).digest()


INVENTED_PAIR = KeyPair(
    number=1,
    begins_at=AT,
    ends_at=None,
    box=OpeningKey.from_private(_key("centre's box")),
    signer=SigningKey.from_private(_key("centre's signer")),
)


@dataclass(frozen=True, slots=True)
class InventedSite:
    """A site by its number, with the key that speaks for it."""

    number: int

    @property
    def name(self) -> str:
        return f"S{self.number:05}"

    @property
    def key(self) -> SigningKey:
        return SigningKey.from_private(_key(self.name))


def invented_sites(count: int) -> tuple[InventedSite, ...]:
    """So many sites, the same ones in every run."""
    return tuple(InventedSite(number) for number in range(1, count + 1))


def enrol_all(engine: Engine, sites: Iterable[InventedSite]) -> None:
    """Enrol sites as if people had compared every word."""
    names = {site.name: site.key.public for site in sites}
    with engine.begin() as connection:
        connection.execute(
            insert(SITES),
            [
                {
                    "site": name,
                    "organisation": "An invented organisation",
                    "address": "",
                    "starts": str(STARTS),
                    "offered_at": AT,
                }
                for name in names
            ],
        )
        connection.execute(
            insert(DEVICES),
            [
                {
                    "fingerprint": fingerprint(public),
                    "public": public,
                    "site": name,
                    "state": DeviceState.APPROVED,
                    "asked_at": AT,
                    "approved_at": AT,
                }
                for name, public in names.items()
            ],
        )


def said(
    site: InventedSite,
    period: Period,
    head: ChainHead,
    *,
    state: PeriodState = PeriodState.OK,
    drawing: int = 1,
) -> Contribution:
    """What a site says of a period; another drawing says other numbers under another id."""
    pack, kind = shipped_pack(), KIND_OF[type(period)]
    chance = Random(f"{site.name}/{period}/{drawing}")  # noqa: S311  invented numbers that repeat
    tables = pack.by_kind[kind] if state is PeriodState.OK else ()
    return Contribution(
        id=f"{chance.getrandbits(128):032x}",
        site=site.name,
        spec=pack.spec,
        kind=kind,
        period=period,
        state=state,
        number=head.number + 1,
        previous=head.digest,
        app="0.1.0",
        tables={
            table.name: tuple(chance.randint(-4, 40) for _ in range(table.cells))
            for table in tables
        },
        scale={table.name: table.scale for table in tables},
    )


def sealed(contribution: Contribution, site: InventedSite, pair: KeyPair = INVENTED_PAIR) -> bytes:
    """The contribution as the site's message to the invented centre."""
    return sealed_message(contribution, centre=pair.box.public, signer=site.key)


def chain_of(site: InventedSite, periods: Sequence[Period]) -> list[bytes]:
    """A site's messages about these periods, each chained to the one before."""
    head, messages = ChainHead(), []
    for period in periods:
        raw = sealed(said(site, period, head), site)
        messages.append(raw)
        head = head.after(raw)
    return messages


def weeks(count: int) -> tuple[Week, ...]:
    """So many weeks from the first quarter of the invented network."""
    found = [STARTS.weeks[0]]
    while len(found) < count:
        found.append(found[-1].next)
    return tuple(found[:count])
