"""The accepted numbers as estimates and reports read them (`site_numbers.SiteNumbersSource`)."""

from sqlalchemy import ColumnElement, Engine, and_, exists, func, select

from vrn_desktop.central.site_numbers import SiteNumbers
from vrn_desktop.central.store.message_tables import CONTRIBUTIONS
from vrn_desktop.central.store.site_tables import DEVICES, SITES
from vrn_desktop.domain.programme_period import (
    Period,
    ProgrammeYear,
    Quarter,
    Week,
    period_from_text,
)
from vrn_desktop.exchange.payload import PeriodState
from vrn_desktop.exchange.table_pack import MessageKind

_KIND_OF = {Week: MessageKind.P, Quarter: MessageKind.Q, ProgrammeYear: MessageKind.Y}
_WITHDRAWN = CONTRIBUTIONS.alias("withdrawn")


def _in_use() -> ColumnElement[bool]:
    """The numbers came, and nobody withdrew them (as `message_chain.numbers_count`)."""
    same = (_WITHDRAWN.c[name] == CONTRIBUTIONS.c[name] for name in ("site", "kind", "period"))
    withdrawn = select(_WITHDRAWN.c.digest).where(
        and_(*same), _WITHDRAWN.c.state == PeriodState.WITHDRAWN.value
    )
    return and_(CONTRIBUTIONS.c.state == PeriodState.OK.value, ~exists(withdrawn))


class StoredSiteNumbers:
    """Reads from the office's database; opens a connection for each question and keeps none."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    def periods(self, kind: MessageKind) -> tuple[Period, ...]:
        """Every period of which at least one site's numbers are in use, the oldest first."""
        asked = (
            select(CONTRIBUTIONS.c.period)
            .where(CONTRIBUTIONS.c.kind == kind.value, _in_use())
            .distinct()
            .order_by(CONTRIBUTIONS.c.period)
        )
        with self._engine.connect() as connection:
            return tuple(period_from_text(text) for text in connection.scalars(asked))

    def numbers(self, period: Period) -> tuple[SiteNumbers, ...]:
        """One for each site that reported, in the order of sites."""
        kind = _KIND_OF[type(period)]
        asked = (
            select(CONTRIBUTIONS)
            .where(
                CONTRIBUTIONS.c.kind == kind.value,
                CONTRIBUTIONS.c.period == str(period),
                _in_use(),
            )
            .order_by(CONTRIBUTIONS.c.site)
        )
        with self._engine.connect() as connection:
            return tuple(
                SiteNumbers(
                    site=row.site,
                    kind=kind,
                    period=period,
                    spec=row.spec,
                    tables={name: tuple(cells) for name, cells in row.tables.items()},
                    scale=dict(row.scale),
                )
                for row in connection.execute(asked)
            )

    def sites_expected(self, period: Period) -> int:
        """How many sites were enrolled at its end, when its numbers are drawn."""
        drawn_in = str(_last_quarter(period))
        enrolled = select(DEVICES.c.site).where(DEVICES.c.approved_at.is_not(None))
        asked = (
            select(func.count())
            .select_from(SITES)
            .where(
                SITES.c.starts <= drawn_in,
                SITES.c.ends.is_(None) | (SITES.c.ends >= drawn_in),
                SITES.c.site.in_(enrolled),
            )
        )
        with self._engine.connect() as connection:
            return connection.scalar(asked) or 0


def _last_quarter(period: Period) -> Quarter:
    if isinstance(period, Week):
        return period.quarter
    return period if isinstance(period, Quarter) else period.quarters[-1]
