"""The task list of the set-up: what is done, where one is, and what may be opened."""

from vrn_desktop.presenters.first_run import first_run_words as words
from vrn_desktop.presenters.first_run.first_run_state import (
    PAGES,
    ROLE_OF_PAGE,
    FirstRunPage,
    FirstRunState,
    TaskLine,
)


def may_open(state: FirstRunState, page: FirstRunPage) -> bool:
    """Whether everything before `page` is done, so that it may be opened."""
    return all(earlier in state.done for earlier in PAGES[: PAGES.index(page)])


def task_lines(state: FirstRunState) -> tuple[TaskLine, ...]:
    """One line for each page."""
    return tuple(
        TaskLine(
            page=page,
            title=words.TITLES[page],
            status=_status(state, page),
            done=page in state.done,
            open=may_open(state, page),
            current=page is state.page,
        )
        for page in PAGES
    )


def _status(state: FirstRunState, page: FirstRunPage) -> str:
    if page is state.page:
        return words.NOW
    if page not in state.done:
        return words.NOT_YET
    role = ROLE_OF_PAGE.get(page)
    return words.LATER if role is not None and state.people[role].later else words.DONE
