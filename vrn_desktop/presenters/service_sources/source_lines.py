"""Sources in words."""

from collections.abc import Sequence
from datetime import date

from vrn_desktop.application.directory_sources_service import SourceRow
from vrn_desktop.domain.directory.service_record import SourceKind
from vrn_desktop.presenters.service_sources.sources_state import SourceLine
from vrn_desktop.presenters.wording import count, how_long_ago, local_date

STARTER_NAME, LOCAL_NAME = "The list that came with the program", "Our own entries"
NO_NAME = "A feed without a name"
STARTER_WORDS = "Comes with each version of the program"
LOCAL_WORDS = "Written by you and your colleagues"
NO_LICENCE = "No licence noted"
TAKE_OUT = (
    "Its {services} will no longer be found. Letters and referrals keep the names and numbers they used. "
    "Your own entries and the other sources stay as they are."
)


def source_lines(rows: Sequence[SourceRow], today: date) -> tuple[SourceLine, ...]:
    """One line a source, in the order given."""
    return tuple(_line(row, today) for row in rows)


def taking_out_words(line: SourceLine, rows: Sequence[SourceRow]) -> str:
    """What goes and what stays when a source is taken out."""
    services = next((row.services for row in rows if row.source.id == line.source.id), 0)
    return TAKE_OUT.format(services=count(services, "service"))


def _line(row: SourceRow, today: date) -> SourceLine:
    source, services = row.source, count(row.services, "service")
    if source.kind is SourceKind.STARTER:
        return SourceLine(source=source, name=STARTER_NAME, detail=f"{services}. {STARTER_WORDS}.")
    if source.kind is SourceKind.LOCAL:
        return SourceLine(source=source, name=LOCAL_NAME, detail=f"{services}. {LOCAL_WORDS}.")
    taken = source.taken_over_at
    parts = [
        services,
        f"brought in {how_long_ago(local_date(taken), today)}" if taken is not None else "",
        source.licence or NO_LICENCE,
        source.address or "from a file",
    ]
    return SourceLine(
        source=source,
        name=source.name or NO_NAME,
        detail=". ".join(part[:1].upper() + part[1:] for part in parts[:3] if part)
        + f".\n{parts[3][:1].upper() + parts[3][1:] if not source.address else parts[3]}",
        is_feed=True,
        has_address=bool(source.address),
    )
