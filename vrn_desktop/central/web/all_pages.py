"""Every module of pages; each names its own in `ROUTES`, all of them behind a guard.

A page is a plain function of a request behind `guards.require(...)`; it answers with
`frame.render(request, "name.html", ...)`. Its template extends `base.html` and fills the blocks
`heading` and `content`.
"""

from starlette.routing import Route

from vrn_desktop.central.web import start_page

ALL_ROUTES: tuple[Route, ...] = (*start_page.ROUTES,)
