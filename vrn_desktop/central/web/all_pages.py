"""Every module of pages; each names its own in `ROUTES`, all of them behind a guard.

A page is a plain function of a request behind `guards.require(...)`; it answers with
`frame.render(request, "name.html", ...)`. Its template extends `base.html` and fills the blocks
`heading` and `content`.
"""

from starlette.routing import Route

from vrn_desktop.central.web import (
    dashboard_pages,
    exports_pages,
    first_start_pages,
    invitation_pages,
    keys_pages,
    log_pages,
    own_pages,
    people_pages,
    provider_pages,
    publishing_pages,
    quality_pages,
    report_pages,
    share_page,
    sign_in_pages,
    sites_pages,
    start_page,
    stick_pages,
)

ALL_ROUTES: tuple[Route, ...] = (
    *start_page.ROUTES,
    *dashboard_pages.ROUTES,
    *share_page.ROUTES,
    *quality_pages.ROUTES,
    *report_pages.ROUTES,
    *first_start_pages.ROUTES,
    *sign_in_pages.ROUTES,
    *provider_pages.ROUTES,
    *invitation_pages.ROUTES,
    *own_pages.ROUTES,
    *publishing_pages.ROUTES,
    *stick_pages.ROUTES,
    *sites_pages.ROUTES,
    *keys_pages.ROUTES,
    *people_pages.ROUTES,
    *log_pages.ROUTES,
    *exports_pages.ROUTES,
)
