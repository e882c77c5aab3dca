"""What another person decides on a draft: published, or sent back; or its maker takes it back."""

from datetime import datetime

from sqlalchemy import Connection, insert, update

from vrn_desktop.central.published_table import Release
from vrn_desktop.central.publishing.drafts import Draft, DraftState, draft
from vrn_desktop.central.publishing.release_text import release_as_text
from vrn_desktop.central.publishing.two_people import Author, PublishingRuleError, plain_text
from vrn_desktop.central.store.office_log import write_down
from vrn_desktop.central.store.release_tables import DRAFTS, RELEASES

_DECIDED = "This draft no longer waits: somebody has decided on it. Open the list of releases."


def publish(connection: Connection, draft_id: str, *, by: Author, now: datetime) -> Release:
    """Publish a draft exactly as it was shown.

    Raises:
        PublishingRuleError: another role, their own draft, or it no longer waits.
    """
    found = _waiting(connection, draft_id)
    by.refuse_unless_other_publisher(found.drafter_id)
    _decide(connection, found, DraftState.PUBLISHED, by=by, now=now)
    release = Release(
        id=found.id,
        period=found.period,
        edition=found.edition,
        tables=found.tables,
        drafted_by=found.drafted_by,
        published_by=by.name,
        published_at=now,
        note=found.note,
    )
    connection.execute(
        insert(RELEASES).values(
            id=release.id,
            period=str(release.period),
            edition=release.edition,
            text=release_as_text(release),
            drafted_by=found.drafter_id,
            published_by=by.id,
            published_at=now,
        )
    )
    return release


def send_back(
    connection: Connection, draft_id: str, *, reason: str, by: Author, now: datetime
) -> None:
    """Send a draft back to whoever made it.

    Raises:
        PublishingRuleError: another role, their own draft, no reason, or it no longer waits.
    """
    found = _waiting(connection, draft_id)
    by.refuse_unless_other_publisher(found.drafter_id)
    if not (reason := plain_text(reason)):
        raise PublishingRuleError("Write the reason, so that the next draft can be better.")
    _decide(connection, found, DraftState.SENT_BACK, by=by, now=now, reason=reason)


def take_back(connection: Connection, draft_id: str, *, by: Author, now: datetime) -> None:
    """Take back a draft of one's own.

    Raises:
        PublishingRuleError: somebody else's, or it no longer waits.
    """
    found = _waiting(connection, draft_id)
    if by.id != found.drafter_id:
        raise PublishingRuleError("Only whoever made a draft takes it back.")
    _decide(connection, found, DraftState.TAKEN_BACK, by=by, now=now)


def _waiting(connection: Connection, draft_id: str) -> Draft:
    found = draft(connection, draft_id)
    if found is None or found.state is not DraftState.WAITING:
        raise PublishingRuleError(_DECIDED)
    return found


def _decide(
    connection: Connection,
    found: Draft,
    state: DraftState,
    *,
    by: Author,
    now: datetime,
    reason: str = "",
) -> None:
    """Only the first of two people who decide at the same moment does."""
    decided = connection.execute(
        update(DRAFTS)
        .where(DRAFTS.c.id == found.id, DRAFTS.c.state == DraftState.WAITING)
        .values(state=state, decided_by=by.id, decided_at=now, reason=reason)
        .returning(DRAFTS.c.id)
    ).all()
    if not decided:
        raise PublishingRuleError(_DECIDED)
    write_down(
        connection,
        at=now,
        who=by.name,
        act=f"draft {state.value.replace('_', ' ')}",
        about=f"{found.period}, edition {found.edition}",
    )
