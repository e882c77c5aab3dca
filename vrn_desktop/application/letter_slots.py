"""Which texts each letter to somebody else has, and exactly the slots each text holds (LT-03)."""

from collections.abc import Mapping

from vrn_desktop.domain.letter import LetterKind

Slots = Mapping[str, frozenset[str]]

_NONE: frozenset[str] = frozenset()
_EVERY_PAGE: Slots = {
    "title": _NONE,
    "draft_mark": _NONE,
    "practice_mark": _NONE,
    "page_label": frozenset({"page", "pages"}),
}
_SERVICES: Slots = {
    "reach_call": frozenset({"contact"}),
    "reach_call_free": frozenset({"contact"}),
    "reach_web": frozenset({"contact"}),
    "reach_other": frozenset({"contact"}),
    "reach_ask": _NONE,
    "checked": frozenset({"day"}),
    "not_checked": _NONE,
    "web_page": frozenset({"address"}),
}
_END: Slots = {
    "crisis_heading": _NONE,
    "danger": frozenset({"contact"}),
    "danger_number": _NONE,
    "questions": frozenset({"contact"}),
    "questions_in_person": _NONE,
    "signed": frozenset({"worker"}),
}

PARENT_CARER_SLOTS: Slots = {
    **_EVERY_PAGE,
    **_SERVICES,
    **_END,
    "greeting": frozenset({"name"}),
    "met_on": frozenset({"child", "day"}),
    "met": frozenset({"child"}),
    "our_work": _NONE,
    "happy": frozenset({"child"}),
    "lots": _NONE,
    "services_heading": _NONE,
    "no_services": _NONE,
    "your_choice": _NONE,
}
"""Letter (b), to a parent or carer."""

SERVICE_REFERRAL_SLOTS: Slots = {
    **_EVERY_PAGE,
    **_END,
    "opening_mark": _NONE,
    "closing_mark": _NONE,
    "greeting": frozenset({"service"}),
    "greeting_unnamed": _NONE,
    "agreed": frozenset({"name", "day"}),
    "not_agreed": frozenset({"name"}),
    "help_heading": _NONE,
    "help": frozenset({"name", "help"}),
    "help_not_agreed": frozenset({"help"}),
    "help_unnamed": frozenset({"name"}),
    "age": frozenset({"name", "age"}),
    "before_words": frozenset({"name"}),
    "access": frozenset({"name", "needs"}),
    "contact_heading": _NONE,
    "by_text": frozenset({"contact"}),
    "by_call": frozenset({"contact"}),
    "by_post": frozenset({"contact"}),
    "through_us": _NONE,
    "use_name": frozenset({"name"}),
    "say_you_are": frozenset({"who"}),
    "best_time": frozenset({"when"}),
    "message_ok": _NONE,
    "no_message": _NONE,
    "no_other_way": _NONE,
    "reply_heading": _NONE,
    "reply": frozenset({"days", "day"}),
    "slip_heading": _NONE,
    "slip_send": frozenset({"contact"}),
    "slip_send_back": _NONE,
    "slip_no_name": _NONE,
    "slip_can": _NONE,
    "slip_cannot": _NONE,
    "slip_waiting": _NONE,
    "slip_started": _NONE,
    "slip_code": _NONE,
    "slip_tear": _NONE,
    "slip_carry": _NONE,
}
"""Letter (c), to a service, and the slip that comes back."""

SCHOOL_SLOTS: Slots = {
    **_EVERY_PAGE,
    **_END,
    "greeting": frozenset({"name"}),
    "agreed": frozenset({"child"}),
    "helps": frozenset({"child"}),
    "support": frozenset({"what"}),
    "place_to_go": _NONE,
    "check_in_adult": _NONE,
    "short_breaks": _NONE,
    "quiet_times": _NONE,
    "safe_lunch": _NONE,
    "seat_choice": _NONE,
    "warn_of_change": _NONE,
    "help_with_work": _NONE,
    "no_reasons": frozenset({"child"}),
    "if_worried": frozenset({"child"}),
}
"""Letter (d), to a named person at school or in another setting."""

WALLET_CARD_SLOTS: Slots = {**_EVERY_PAGE, "danger_number": _NONE, "cut_label": _NONE}
"""Card (e): numbers to carry."""

SLOTS_TO_OTHERS: Mapping[LetterKind, Slots] = {
    LetterKind.PARENT_CARER: PARENT_CARER_SLOTS,
    LetterKind.SERVICE_REFERRAL: SERVICE_REFERRAL_SLOTS,
    LetterKind.SCHOOL: SCHOOL_SLOTS,
    LetterKind.WALLET_CARD: WALLET_CARD_SLOTS,
}

TRADE_WORDS: Mapping[tuple[LetterKind, str], str] = {
    (LetterKind.SCHOOL, "if_worried"): "safeguarding",
}
"""A word of harm that one text may say, because it names the reader's own duty and nothing that happened."""
