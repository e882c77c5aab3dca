"""An invented security key plugged into the test's Chromium."""

from playwright.sync_api import Page


def plug_in(page: Page) -> None:
    """A USB key that is always touched at once; it answers this page until the page is closed."""
    devtools = page.context.new_cdp_session(page)
    devtools.send("WebAuthn.enable")
    devtools.send(
        "WebAuthn.addVirtualAuthenticator",
        {
            "options": {
                "protocol": "ctap2",
                "transport": "usb",
                "hasUserVerification": False,
                "automaticPresenceSimulation": True,
            }
        },
    )
