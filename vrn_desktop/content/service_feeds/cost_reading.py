"""What a service costs: prices with their words, and the publisher's sentence on fees."""

from vrn_desktop.content.service_feeds.feed_fields import FeedFields
from vrn_desktop.content.service_feeds.feed_limits import LINE, MOST_WORDS, TEXT
from vrn_desktop.domain.directory.service_record import CostOption


def costs_of(service: FeedFields) -> tuple[CostOption, ...]:
    """The prices, each once; an amount below nothing is noted and only its words are kept."""
    found = (
        _cost(fields) for fields in service.children("cost_options", "cost_option", most=MOST_WORDS)
    )
    return tuple(dict.fromkeys(cost for cost in found if cost != CostOption()))


def fees_of(service: FeedFields) -> str:
    """The sentence on fees."""
    fees = service.line("fees", "fees_description", limit=TEXT)
    if not fees and service.values.get("free") is True:
        return "Free"
    return fees


def _cost(fields: FeedFields) -> CostOption:
    amount = fields.number("amount")
    if amount is not None and amount < 0:
        fields.warn("amount", "a price below nothing was dropped")
        amount = None
    said = (fields.line(name, limit=LINE) for name in ("option", "amount_description", "name"))
    words = ", ".join(dict.fromkeys(part for part in said if part))
    return CostOption(amount=amount, words=words)
