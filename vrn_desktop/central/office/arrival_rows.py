"""The accepted messages as rows: looked up by what `message_chain.concerns` names, and written."""

from collections.abc import Collection, Sequence
from itertools import chain

from sqlalchemy import Connection, bindparam, insert, select, tuple_, union

from vrn_desktop.central.office.opened_message import OpenedMessage
from vrn_desktop.central.store.message_tables import CONTRIBUTIONS
from vrn_desktop.domain.programme_period import period_from_text
from vrn_desktop.exchange.message_chain import Arrival, PeriodKey
from vrn_desktop.exchange.payload import PeriodState
from vrn_desktop.exchange.table_pack import MessageKind

_OF = CONTRIBUTIONS.c
_REMEMBERED = select(
    _OF.digest, _OF.site, _OF.kind, _OF.period, _OF.state, _OF.number, _OF.previous
)
_CONCERNED = union(
    *(
        _REMEMBERED.where(tuple_(_OF.site, column).in_(bindparam(name, expanding=True)))
        for name, column in (
            ("numbers", _OF.number),
            ("previous", _OF.previous),
        )
    ),
    _REMEMBERED.where(
        tuple_(_OF.kind, _OF.period, _OF.site).in_(bindparam("periods", expanding=True))
    ),
)
"""One look-up for a whole batch, each part by an index of its own."""


def concerned(connection: Connection, arrivals: Collection[Arrival]) -> list[Arrival]:
    """Every accepted message that matters for judging one of these."""
    if not arrivals:
        return []
    near = chain.from_iterable(
        ((each.key.site, each.number + step) for step in (-1, 0, 1)) for each in arrivals
    )
    rows = connection.execute(
        _CONCERNED,
        {
            "numbers": sorted(set(near)),
            "previous": sorted({(each.key.site, each.previous) for each in arrivals}),
            "periods": sorted(
                {(each.key.kind.value, str(each.key.period), each.key.site) for each in arrivals}
            ),
        },
    )
    return [
        Arrival(
            key=PeriodKey(
                site=row.site, kind=MessageKind(row.kind), period=period_from_text(row.period)
            ),
            state=PeriodState(row.state),
            number=row.number,
            previous=row.previous,
            digest=row.digest,
        )
        for row in rows
    ]


def keep_contributions(connection: Connection, accepted: Sequence[OpenedMessage]) -> None:
    """Write what accepted messages say."""
    if not accepted:
        return
    connection.execute(
        insert(CONTRIBUTIONS),
        [
            {
                "digest": message.cover.digest,
                "site": message.said.site,
                "kind": message.said.kind.value,
                "period": str(message.said.period),
                "state": message.said.state.value,
                "number": message.said.number,
                "previous": message.said.previous,
                "spec": message.said.spec,
                "tables": dict(message.said.tables),
                "scale": dict(message.said.scale),
            }
            for message in accepted
        ],
    )
