"""Where somebody goes on who has taken a step of signing in."""

from urllib.parse import urlencode

from vrn_desktop.central.accounts.sessions import Step

SIGN_IN, KEY_PAGE, ADD_KEY_PAGE = "/sign-in", "/sign-in/key", "/sign-in/add-key"


def next_page(step: Step, then: str = "/") -> str:
    """The page of the next step; `then` is where they wanted to go."""
    if step is Step.IN:
        return then
    page = KEY_PAGE if step is Step.KEY_WAITS else ADD_KEY_PAGE
    return page if then == "/" else f"{page}?{urlencode({'then': then})}"
