"""Where the keys lead that work on every page."""

from ui.shortcuts import ShellAction
from vrn_desktop.application.settings import TEXT_PERCENTS
from vrn_desktop.presenters.navigation_presenter import Place

PLACES = {
    ShellAction.GO_HOME: Place.HOME,
    ShellAction.GO_YOUNG_PEOPLE: Place.YOUNG_PEOPLE,
    ShellAction.GO_CONVERSATIONS: Place.CONVERSATIONS,
    ShellAction.GO_SERVICES: Place.SERVICES,
    ShellAction.GO_SYNC: Place.SYNC,
    ShellAction.NEW_CONVERSATION: Place.NEW_CONVERSATION,
    ShellAction.SAFETY_STEPS: Place.SAFETY_STEPS,
    ShellAction.SETTINGS: Place.SETTINGS,
    ShellAction.HELP: Place.HELP,
    ShellAction.LIST_SHORTCUTS: Place.HELP,
}
WITHOUT_SIGNING_IN = frozenset({Place.SAFETY_STEPS, Place.HELP, Place.SETTINGS})
KEPT_FROM_A_TALK = frozenset(PLACES.values())
"""Places that no key opens in the middle of a conversation: pausing comes first."""


def text_percent_after(action: ShellAction, now: int) -> int:
    """The text size after a key: one step up or down, or the usual size."""
    if action is ShellAction.LARGER_TEXT:
        return min((p for p in TEXT_PERCENTS if p > now), default=TEXT_PERCENTS[-1])
    if action is ShellAction.SMALLER_TEXT:
        return max((p for p in TEXT_PERCENTS if p < now), default=TEXT_PERCENTS[0])
    return TEXT_PERCENTS[0] if action is ShellAction.USUAL_TEXT else now
