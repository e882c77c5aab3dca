"""The published quarterly reports, as one page to keep and as PDF."""

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from vrn_desktop.central.publishing.releases import all_releases, release
from vrn_desktop.central.report.quarterly_report import Report, quarterly_report
from vrn_desktop.central.report.report_html import report_as_html
from vrn_desktop.central.report.report_pdf import report_as_pdf
from vrn_desktop.central.shipped_tables import table_packs
from vrn_desktop.central.web.central_office import office_of
from vrn_desktop.central.web.guards import require
from vrn_desktop.domain.programme_period import Quarter


@require()
def report_page(request: Request) -> Response:
    """The report of a release as a page that needs nothing else; it is kept as a file."""
    report, name = _report(request)
    kept = {"content-disposition": f'attachment; filename="{name}.html"'}
    return Response(report_as_html(report), media_type="text/html", headers=kept)


@require()
def report_pdf(request: Request) -> Response:
    """The report of a release as PDF; kept as a file, for our pages' policy lets no viewer run in them."""
    report, name = _report(request)
    kept = {"content-disposition": f'attachment; filename="{name}.pdf"'}
    return Response(report_as_pdf(report), media_type="application/pdf", headers=kept)


def _report(request: Request) -> tuple[Report, str]:
    with office_of(request).engine.connect() as connection:
        asked = release(connection, request.path_params["release"])
        if asked is None or not isinstance(asked.period, Quarter) or not asked.tables:
            raise HTTPException(status_code=404)
        found = (release(connection, each.id) for each in all_releases(connection))
        releases = tuple(each for each in found if each is not None)
    pack = table_packs()[asked.tables[0].spec]
    name = f"vrn-report-{asked.period}-edition-{asked.edition}"
    return quarterly_report(asked, releases, pack), name


ROUTES = (
    Route("/reports/{release}.html", report_page),
    Route("/reports/{release}.pdf", report_pdf),
)
