"""Step 4: share and scale. Releases with their reports and files, learning notes, how numbers are made."""

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from vrn_desktop.central.accounts.roles import Role
from vrn_desktop.central.report.method_words import CANNOT_SAY, method_parts
from vrn_desktop.central.report.period_words import period_words
from vrn_desktop.central.shipped_tables import table_packs
from vrn_desktop.central.store.learning_notes import LONGEST, LearningNote, add_note, newest_notes
from vrn_desktop.central.store.office_log import write_down
from vrn_desktop.central.web.answers import Mend, go_to
from vrn_desktop.central.web.central_office import office_of
from vrn_desktop.central.web.frame import render
from vrn_desktop.central.web.guards import require, text_in
from vrn_desktop.central.web.numbers_in_view import numbers_in_view
from vrn_desktop.central.web.visit import person_of
from vrn_desktop.domain.programme_period import Quarter

_WRITERS = (Role.STATISTICIAN, Role.PUBLISHER)


@require()
def share_page(request: Request) -> Response:
    """What was published, and what the network learned."""
    return _page(request)


@require(*_WRITERS)
def write_note(request: Request) -> Response:
    """Keep a learning note."""
    changed = text_in(request, "changed", LONGEST)
    if not changed:
        return _page(request, Mend(field="changed", words="Say in a sentence what changed."))
    office, person = office_of(request), person_of(request)
    with office.engine.begin() as connection:
        add_note(
            connection,
            LearningNote(
                at=office.clock(),
                who=person.name,
                changed=changed,
                taken_up=text_in(request, "taken_up", LONGEST),
                shared=text_in(request, "shared", LONGEST),
            ),
        )
        write_down(connection, at=office.clock(), who=person.name, act="wrote a learning note")
    return go_to("/share")


def _page(request: Request, mend: Mend | None = None) -> Response:
    view = numbers_in_view(request)
    releases = sorted(view.releases, key=lambda each: each.published_at, reverse=True)
    with office_of(request).engine.connect() as connection:
        notes = newest_notes(connection)
    newest_pack = max(table_packs().values(), key=lambda pack: pack.starts)
    return render(
        request,
        "dashboard_share.html",
        status=422 if mend else 200,
        releases=[
            (release, period_words(release.period), isinstance(release.period, Quarter))
            for release in releases
        ],
        notes=notes,
        may_write=person_of(request).holds(*_WRITERS),
        mend=mend,
        method=method_parts(newest_pack),
        cannot_say=CANNOT_SAY,
    )


ROUTES = (
    Route("/share", share_page),
    Route("/share/notes", write_note, methods=["POST"]),
)
