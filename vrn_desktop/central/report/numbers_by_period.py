"""Network tables found by name and period: published ones, or those of a period not published yet."""

from collections.abc import Iterable

from vrn_desktop.central.published_table import NetworkTable
from vrn_desktop.domain.programme_period import Period, ProgrammeYear, Quarter, Week, quarter_at


class NumbersByPeriod:
    """The tables that a page or a report is made from; of one name and period the last given counts."""

    def __init__(self, tables: Iterable[NetworkTable]) -> None:
        self._tables = {(table.name, table.period): table for table in tables}

    def table(self, name: str, period: Period) -> NetworkTable | None:
        """The table of a name and period."""
        return self._tables.get((name, period))

    def quarters(self) -> tuple[Quarter, ...]:
        """The quarters with tables, the oldest first."""
        return tuple(sorted({p for _, p in self._tables if isinstance(p, Quarter)}))

    def weeks_up_to(self, quarter: Quarter, quarters: int) -> tuple[Week, ...]:
        """The weeks of so many quarters, the last of them this one; those without a table too."""
        first = quarter.place - quarters + 1
        known = {p.quarter.place for _, p in self._tables if isinstance(p, Week)}
        places = [place for place in range(first, quarter.place + 1) if place in known]
        return tuple(week for place in places for week in quarter_at(place).weeks)

    def quarters_up_to(self, quarter: Quarter, most: int) -> tuple[Quarter, ...]:
        """The last quarters with tables up to this one."""
        return tuple(each for each in self.quarters() if each <= quarter)[-most:]

    def latest_year(self, name: str, quarter: Quarter) -> NetworkTable | None:
        """The yearly table of the quarter's year, or of the latest year before it that has one."""
        years = sorted(
            p
            for known, p in self._tables
            if known == name and isinstance(p, ProgrammeYear) and p.year <= quarter.year
        )
        return self._tables[name, years[-1]] if years else None


def quarter_before(quarter: Quarter) -> Quarter:
    """The quarter before."""
    return quarter_at(quarter.place - 1)
