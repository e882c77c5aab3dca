"""An office in which releases were published, without anybody having to draft and decide."""

from collections.abc import Iterable
from datetime import UTC, datetime

from sqlalchemy import Engine, insert

from vrn_desktop.central.published_table import Release
from vrn_desktop.central.publishing.release_text import release_as_text
from vrn_desktop.central.store.people_tables import PEOPLE
from vrn_desktop.central.store.release_tables import RELEASES

_ADDED = datetime(2026, 11, 24, 9, 0, tzinfo=UTC)
_DRAFTER, _PUBLISHER = "d" * 32, "e" * 32


def publish_as_they_are(engine: Engine, releases: Iterable[Release]) -> None:
    """Put releases where published ones lie."""
    with engine.begin() as connection:
        for person, name in ((_DRAFTER, "Sample Statistician"), (_PUBLISHER, "Sample Publisher")):
            connection.execute(
                insert(PEOPLE).values(
                    id=person,
                    name=name,
                    email=f"{person[:4]}@office.invalid",
                    roles="",
                    added_at=_ADDED,
                )
            )
        for release in releases:
            connection.execute(
                insert(RELEASES).values(
                    id=release.id,
                    period=str(release.period),
                    edition=release.edition,
                    text=release_as_text(release),
                    drafted_by=_DRAFTER,
                    published_by=_PUBLISHER,
                    published_at=release.published_at,
                )
            )
