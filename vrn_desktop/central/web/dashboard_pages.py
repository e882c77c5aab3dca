"""The dashboard: four pages, one for each step of the public-health approach to preventing violence."""

from collections.abc import Callable

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from vrn_desktop.central.report.figure import Step
from vrn_desktop.central.report.figure_view import figure_views
from vrn_desktop.central.report.help_step import help_step
from vrn_desktop.central.report.numbers_by_period import NumbersByPeriod
from vrn_desktop.central.report.problem_step import problem_step
from vrn_desktop.central.report.progress_step import progress_step
from vrn_desktop.central.web.frame import render
from vrn_desktop.central.web.guards import require
from vrn_desktop.central.web.numbers_in_view import numbers_in_view
from vrn_desktop.domain.programme_period import Quarter


@require()
def problem_page(request: Request) -> Response:
    """Step 1: what is the problem and what are its causes?"""
    return _step_page(request, problem_step, 1)


@require()
def help_page(request: Request) -> Response:
    """Step 2: what works, for whom?"""
    return _step_page(request, help_step, 2)


@require()
def progress_page(request: Request) -> Response:
    """Step 3: is it working?"""
    return _step_page(request, progress_step, 3)


def _step_page(
    request: Request, make: Callable[[NumbersByPeriod, Quarter], Step], number: int
) -> Response:
    view = numbers_in_view(request)
    step = make(view.numbers, view.choice.quarter) if view.choice else None
    return render(
        request,
        "dashboard_step.html",
        number=number,
        view=view,
        step=step,
        figures=figure_views(step.figures) if step else (),
    )


ROUTES = (
    Route("/problem", problem_page),
    Route("/what-works", help_page),
    Route("/is-it-working", progress_page),
)
