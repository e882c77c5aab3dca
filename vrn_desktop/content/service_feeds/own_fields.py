"""What the standard has no field for, as this program writes it itself (`vrn_...`)."""

from dataclasses import dataclass
from datetime import date

from vrn_desktop.content.service_feeds.day_and_clock import day_of
from vrn_desktop.content.service_feeds.feed_fields import FeedFields
from vrn_desktop.content.service_feeds.feed_limits import DESCRIPTION, LINE, MOST_WORDS, TEXT
from vrn_desktop.content.service_feeds.text_cleaning import CleanText
from vrn_desktop.domain.identifiers import CategoryId
from vrn_desktop.domain.local_service import CheckState


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnFields:
    """Fields of our own exports; None where a feed does not have them."""

    categories: tuple[CategoryId, ...] | None
    self_referral: bool | None
    note: str
    caution: str
    bill: str
    national: bool | None
    checked: CheckState
    last_checked: date | None
    next_check: date | None


_NONE = OwnFields(
    categories=None,
    self_referral=None,
    note="",
    caution="",
    bill="",
    national=None,
    checked=CheckState.SEEN,
    last_checked=None,
    next_check=None,
)


def own_fields_of(service: FeedFields) -> OwnFields:
    """The fields of our own exports that a record has."""
    if not any(name.startswith("vrn_") for name in service.values):
        return _NONE
    return OwnFields(
        categories=_categories(service),
        self_referral=service.flag("vrn_self_referral"),
        note=service.text("vrn_note", limit=TEXT).plain,
        caution=service.text("vrn_caution", limit=TEXT).plain,
        bill=service.line("vrn_bill", limit=LINE),
        national=service.flag("vrn_national"),
        checked=_checked(service),
        last_checked=day_of(service, "vrn_last_checked"),
        next_check=day_of(service, "vrn_next_check"),
    )


def described(service: FeedFields) -> CleanText:
    """The description; our own exports write the plain text and the marked one apart."""
    found = service.text("description", limit=DESCRIPTION)
    if not service.values.get("vrn_description_html"):
        return found
    marked = service.text("vrn_description_html", limit=DESCRIPTION)
    return CleanText(found.plain, marked.markup)


def _categories(service: FeedFields) -> tuple[CategoryId, ...] | None:
    if service.values.get("vrn_categories") is None:
        return None
    named = service.children("vrn_categories", most=MOST_WORDS)
    return tuple(CategoryId(entry.line("name")) for entry in named)


def _checked(service: FeedFields) -> CheckState:
    said = service.line("vrn_checked")
    if said in set(CheckState):
        return CheckState(said)
    if said:
        service.warn("vrn_checked", "this is neither seen nor gk")
    return CheckState.SEEN
