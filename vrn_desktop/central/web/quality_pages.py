"""The data-quality page: who reported, what is late or missing, what to look into, what is left open."""

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from vrn_desktop.central.accounts.roles import Role
from vrn_desktop.central.estimates.odd_sites import Oddity, OddSite, odd_sites
from vrn_desktop.central.report.data_quality import (
    events_by_site,
    messages_that_came,
    order_of_sites,
    refused_messages,
)
from vrn_desktop.central.report.figure_view import figure_views
from vrn_desktop.central.report.quality_figures import completeness, sites_by_week
from vrn_desktop.central.site_numbers import SiteNumbersSource
from vrn_desktop.central.web.central_office import office_of
from vrn_desktop.central.web.frame import render
from vrn_desktop.central.web.guards import require
from vrn_desktop.central.web.numbers_in_view import numbers_in_view
from vrn_desktop.central.web.visit import person_of
from vrn_desktop.domain.programme_period import Week
from vrn_desktop.exchange.table_pack import MessageKind

WEEKS_SHOWN = 26
_SITES_FOR = (Role.INTAKE, Role.STATISTICIAN, Role.AUDITOR)
ODDITY_WORDS = {
    Oddity.FAR_FROM_ITS_USUAL: "far from what it usually sends",
    Oddity.FAR_ABOVE_OTHERS: "far above the other sites",
    Oddity.BELOW_WHAT_NOISE_EXPLAINS: "lower than noise explains",
}


@require()
def quality_page(request: Request) -> Response:
    """Counts of sites for everybody; which site it is only for those who look after sites or numbers."""
    office, person = office_of(request), person_of(request)
    view = numbers_in_view(request)
    with office.engine.connect() as connection:
        sites = order_of_sites(messages_that_came(connection), events_by_site(connection))
        refused = refused_messages(connection)
    weeks = _weeks(office.site_numbers)
    open_answers = completeness(view.numbers, view.choice.quarter) if view.choice else None
    figures = [sites_by_week(weeks)] if weeks else []
    figures += [open_answers] if open_answers else []
    named = person.holds(*_SITES_FOR)
    return render(
        request,
        "quality.html",
        view=view,
        figures=figure_views(figures),
        sites=sites,
        stands_out=[each for each in sites if each.stands_out],
        named=named,
        refused=refused,
        odd=_odd(office.site_numbers) if person.holds(Role.STATISTICIAN) else None,
        oddity_words=ODDITY_WORDS,
    )


def _weeks(source: SiteNumbersSource) -> list[tuple[Week, int, int]]:
    weeks = [week for week in source.periods(MessageKind.P) if isinstance(week, Week)]
    return [
        (week, len(source.numbers(week)), source.sites_expected(week))
        for week in weeks[-WEEKS_SHOWN:]
    ]


def _odd(source: SiteNumbersSource) -> tuple[OddSite, ...]:
    return (*odd_sites(source, MessageKind.P, "P"), *odd_sites(source, MessageKind.Q, "J"))


ROUTES = (Route("/quality", quality_page),)
