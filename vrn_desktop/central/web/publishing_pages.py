"""Releases: what was published, what waits for another person, and how a draft is made."""

from dataclasses import dataclass

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from vrn_desktop.central.accounts.roles import Role
from vrn_desktop.central.estimates.tables_over_sites import network_tables
from vrn_desktop.central.publishing import decisions
from vrn_desktop.central.publishing.drafts import (
    LEAST_SITES,
    DraftState,
    draft,
    make_draft,
    next_edition,
    returned_drafts,
    waiting_drafts,
)
from vrn_desktop.central.publishing.releases import all_releases, release
from vrn_desktop.central.publishing.two_people import Author, PublishingRuleError
from vrn_desktop.central.shipped_tables import table_packs
from vrn_desktop.central.web.answers import Mend, go_to
from vrn_desktop.central.web.central_office import CentralOffice, office_of
from vrn_desktop.central.web.frame import render
from vrn_desktop.central.web.guards import require, text_in
from vrn_desktop.central.web.visit import person_of
from vrn_desktop.domain.programme_period import NoSuchPeriodError, Period, period_from_text
from vrn_desktop.exchange.table_pack import MessageKind

_LATEST_WEEKS = 13
_LATEST_OTHERS = 8


@dataclass(frozen=True, slots=True, kw_only=True)
class PeriodToDraft:
    """A period of which numbers are here."""

    period: Period
    sites_reporting: int
    sites_expected: int
    edition: int
    """The edition that a draft would be."""

    @property
    def is_enough(self) -> bool:
        """Whether enough sites have reported."""
        return self.sites_reporting >= LEAST_SITES


@require()
def releases_page(request: Request) -> Response:
    """Everything that was published, and what waits."""
    return _page(request, None)


@require()
def release_page(request: Request) -> Response:
    """One release with every table, as it was published."""
    office = office_of(request)
    with office.engine.connect() as connection:
        found = release(connection, request.path_params["release_id"])
        listed = all_releases(connection)
    if found is None:
        raise HTTPException(status_code=404)
    is_newest = any(each.id == found.id and each.is_newest for each in listed)
    return render(request, "release.html", release=found, is_newest=is_newest)


@require(Role.STATISTICIAN)
def draft_release(request: Request) -> Response:
    """Make a draft of a period's tables as they stand now."""
    office = office_of(request)
    try:
        period = period_from_text(text_in(request, "period", 10))
    except NoSuchPeriodError:
        return _page(request, Mend(field="draft", words="Choose a period from the list."))
    tables = network_tables(office.site_numbers, period, table_packs())
    try:
        with office.engine.begin() as connection:
            make_draft(
                connection,
                period=period,
                tables=tables,
                note=text_in(request, "note", 2000),
                by=_author(request),
                now=office.clock(),
                new_id=office.draw(16).hex(),
            )
    except PublishingRuleError as error:
        return _page(request, Mend(field="draft", words=str(error)))
    return go_to("/releases", said="draft")


@require(Role.STATISTICIAN, Role.PUBLISHER)
def draft_page(request: Request) -> Response:
    """What will be shown and what will be hidden, and the decision on it."""
    return _draft(request, "")


@require(Role.PUBLISHER)
def publish(request: Request) -> Response:
    """Publish somebody else's draft."""
    office, draft_id = office_of(request), request.path_params["draft_id"]
    try:
        with office.engine.begin() as connection:
            decisions.publish(connection, draft_id, by=_author(request), now=office.clock())
    except PublishingRuleError as error:
        return _draft(request, str(error))
    return go_to("/releases", said="published")


@require(Role.PUBLISHER)
def send_back(request: Request) -> Response:
    """Send somebody else's draft back with a reason."""
    office, draft_id = office_of(request), request.path_params["draft_id"]
    try:
        with office.engine.begin() as connection:
            decisions.send_back(
                connection,
                draft_id,
                reason=text_in(request, "reason", 2000),
                by=_author(request),
                now=office.clock(),
            )
    except PublishingRuleError as error:
        return _draft(request, str(error))
    return go_to("/releases", said="sent-back")


@require(Role.STATISTICIAN)
def take_back(request: Request) -> Response:
    """Take one's own draft back."""
    office, draft_id = office_of(request), request.path_params["draft_id"]
    try:
        with office.engine.begin() as connection:
            decisions.take_back(connection, draft_id, by=_author(request), now=office.clock())
    except PublishingRuleError as error:
        return _draft(request, str(error))
    return go_to("/releases", said="taken-back")


def _author(request: Request) -> Author:
    person = person_of(request)
    return Author(
        id=person.id,
        name=person.name,
        may_draft=person.holds(Role.STATISTICIAN),
        may_publish=person.holds(Role.PUBLISHER),
    )


def _periods(office: CentralOffice) -> list[PeriodToDraft]:
    source = office.site_numbers
    chosen = [
        *source.periods(MessageKind.Q)[-_LATEST_OTHERS:],
        *source.periods(MessageKind.Y)[-_LATEST_OTHERS:],
        *source.periods(MessageKind.P)[-_LATEST_WEEKS:],
    ]
    with office.engine.connect() as connection:
        editions = {str(period): next_edition(connection, period) for period in chosen}
    return [
        PeriodToDraft(
            period=period,
            sites_reporting=len(source.numbers(period)),
            sites_expected=source.sites_expected(period),
            edition=editions[str(period)],
        )
        for period in reversed(chosen)
    ]


def _page(request: Request, mend: Mend | None) -> Response:
    office, person = office_of(request), person_of(request)
    takes_part = person.holds(Role.STATISTICIAN, Role.PUBLISHER)
    may_draft = person.holds(Role.STATISTICIAN)
    with office.engine.connect() as connection:
        published = all_releases(connection)
        waiting = waiting_drafts(connection) if takes_part else ()
        returned = returned_drafts(connection) if takes_part else ()
    return render(
        request,
        "releases.html",
        status=200 if mend is None else 422,
        mend=mend,
        published=published,
        waiting=waiting,
        returned=returned,
        periods=_periods(office) if may_draft else (),
        may_draft=may_draft,
        least_sites=LEAST_SITES,
    )


def _draft(request: Request, trouble: str) -> Response:
    person = person_of(request)
    with office_of(request).engine.connect() as connection:
        found = draft(connection, request.path_params["draft_id"])
    if found is None:
        raise HTTPException(status_code=404)
    waits = found.state is DraftState.WAITING
    return render(
        request,
        "draft.html",
        status=422 if trouble else 200,
        draft=found,
        trouble=trouble,
        waits=waits,
        is_own=found.drafter_id == person.id,
        may_decide=waits and person.holds(Role.PUBLISHER) and found.drafter_id != person.id,
        hidden=sum(cell.shown is None for table in found.tables for cell in table.cells),
        cells=sum(len(table.cells) for table in found.tables),
    )


ROUTES = (
    Route("/releases", releases_page),
    Route("/releases/draft", draft_release, methods=["POST"]),
    Route("/releases/of/{release_id}", release_page),
    Route("/releases/drafts/{draft_id}", draft_page),
    Route("/releases/drafts/{draft_id}/publish", publish, methods=["POST"]),
    Route("/releases/drafts/{draft_id}/send-back", send_back, methods=["POST"]),
    Route("/releases/drafts/{draft_id}/take-back", take_back, methods=["POST"]),
)
