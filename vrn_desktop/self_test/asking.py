"""What the walk asks the open file, in its turn behind everything asked for before."""

from collections.abc import Callable
from typing import TypeVar

from ui.session import Session
from ui.shell import Shell
from vrn_desktop.domain.identifiers import ScreeningId
from vrn_desktop.presenters.navigation_presenter import Route
from vrn_desktop.self_test.stage import Stage, StepFailedError

Answer = TypeVar("Answer")


def the_screening(stage: Stage, shell: Shell) -> ScreeningId:
    """The one conversation of the file."""
    rows = ask(stage, shell, session_of(shell).services.screenings.rows)
    return rows[0].id


def session_of(shell: Shell) -> Session:
    """The signed-in session."""
    if shell.session is None:
        raise StepFailedError("nobody is signed in")
    return shell.session


def ask(stage: Stage, shell: Shell, job: Callable[[], Answer]) -> Answer:
    """An answer from the store thread, behind everything asked for before."""
    answers: list[Answer] = []
    refusals: list[Exception] = []
    shell.runner.run(job, then=answers.append, failed=refusals.append)
    stage.wait(lambda: bool(answers or refusals), "the file has answered")
    if refusals:
        raise StepFailedError(type(refusals[0]).__name__)
    return answers[0]


def look_at(stage: Stage, shell: Shell, route: Route, title: str) -> None:
    """Go to a place and take its picture once everything it asked for has come."""
    shell.go(route)
    ask(stage, shell, lambda: None)
    stage.picture(title)
