"""Puts the noise on: once for a period, on every cell, zeros too; only what comes out may leave."""

from collections.abc import Mapping

from vrn_desktop.exchange.table_counting import TrueCounts
from vrn_desktop.exchange.table_pack import MessageKind, TablePack
from vrn_desktop.noise.discrete_laplace import SYSTEM_BITS, RandomBits, discrete_laplace


def noisy_tables(
    counts: TrueCounts, pack: TablePack, kind: MessageKind, bits: RandomBits = SYSTEM_BITS
) -> Mapping[str, tuple[int, ...]]:
    """The tables of one period with fresh noise on every cell; nothing is clamped or rounded.

    Two calls for one period would halve its protection, so the caller keeps the first outcome in
    the same transaction as the ledger and never draws again.

    Raises:
        ValueError: the counts are not exactly the pack's tables of this kind.
    """
    tables = pack.by_kind[kind]
    expected = {table.name: table.cells for table in tables}
    if {name: len(cells) for name, cells in counts.items()} != expected:
        raise ValueError("these are not the tables of this kind of message")
    return {
        table.name: tuple(
            count + discrete_laplace(table.scale, bits) for count in counts[table.name]
        )
        for table in tables
    }


def scales(pack: TablePack, kind: MessageKind) -> Mapping[str, int]:
    """The noise of each table of a kind, as the message states it."""
    return {table.name: table.scale for table in pack.by_kind[kind]}
