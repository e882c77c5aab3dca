"""A record of a feed, whichever dialect it speaks, made into a service of the directory."""

import re
from collections.abc import Iterator, Mapping
from typing import Any

from vrn_desktop.content.service_feeds.age_reading import ages_of
from vrn_desktop.content.service_feeds.category_words import CategoryWords
from vrn_desktop.content.service_feeds.cost_reading import costs_of, fees_of
from vrn_desktop.content.service_feeds.day_and_clock import day_of
from vrn_desktop.content.service_feeds.feed_fields import FeedFields, snake_names
from vrn_desktop.content.service_feeds.feed_limits import NAME, TEXT
from vrn_desktop.content.service_feeds.own_fields import described, own_fields_of
from vrn_desktop.content.service_feeds.phone_reading import IN_PROSE, phones_of
from vrn_desktop.content.service_feeds.place_reading import (
    holders_of_places,
    is_masked,
    places_of,
    secret_lines_of,
)
from vrn_desktop.content.service_feeds.raw_record import raw_of
from vrn_desktop.content.service_feeds.row_notes import RowNotes
from vrn_desktop.content.service_feeds.schedule_reading import schedules_of
from vrn_desktop.content.service_feeds.web_address import email_of, page_of
from vrn_desktop.content.service_feeds.word_lists import areas_of, languages_of, terms_of
from vrn_desktop.domain.directory.service_reading import (
    FeedUnreadableError,
    ReadService,
    RefusedRow,
)
from vrn_desktop.domain.directory.service_record import (
    ServiceRecord,
    ServiceStatus,
    service_id,
)
from vrn_desktop.domain.directory.whereabouts import (
    POSTCODE,
    speaks_of_refuge,
    without_whereabouts,
)
from vrn_desktop.domain.identifiers import SourceId

_ID_CHARACTERS = 200
_CAMEL = re.compile(r"[a-z][A-Z]")


class ServiceMapping:
    """Knows the source that records belong to, the words of the kinds of help, and the ids met so far."""

    def __init__(self, source: SourceId, words: CategoryWords) -> None:
        self._source = source
        self._words = words
        self._met: dict[str, str] = {}

    def read(self, record: object, row: str) -> ReadService | RefusedRow:
        """The service of one record; only a record without id or name is refused.

        Raises:
            FeedUnreadableError: the record is nested so deep that it cannot be kept.
        """
        try:
            return self._read(record, row)
        except RecursionError as error:
            raise FeedUnreadableError(row, "it is nested too deep") from error

    def _read(self, record: object, row: str) -> ReadService | RefusedRow:
        notes = RowNotes(row)
        if not isinstance(record, Mapping):
            notes.warn("", "this is not the record of a service")
            return RefusedRow(warnings=notes.warnings)
        fields = FeedFields(_in_snakes(record), notes)
        identifier, name = _identifier(fields), fields.line("name", limit=NAME)
        if not identifier or not name:
            for field, found in (("id", identifier), ("name", name)):
                if not found:
                    notes.warn(field, "nothing stands here; a service needs it")
            return RefusedRow(warnings=notes.warnings)
        earlier = self._met.get(identifier.casefold())
        if earlier is not None:
            notes.warn("id", f"this id stood already at {earlier}; this later row counts")
        self._met[identifier.casefold()] = row
        made = self._without_secrets(fields, self._record(fields, identifier, name))
        return ReadService(record=made, raw=raw_of(record, fields), warnings=notes.warnings)

    def _without_secrets(self, fields: FeedFields, made: ServiceRecord) -> ServiceRecord:
        """The service without the whereabouts of its masked places in any of its texts."""
        hidden = _is_hidden(fields, made.name, made.description, made.terms)
        if not hidden and not any(place.masked for place in made.places):
            return made
        known = f"{made.name} {made.organisation}".casefold()
        secret = {
            line
            for _, location in holders_of_places(fields)
            if hidden or is_masked(location)
            for line in secret_lines_of(location)
            if line.casefold() not in known or any(map(str.isdigit, line))
        }
        return without_whereabouts(made, secret)

    def _record(self, fields: FeedFields, identifier: str, name: str) -> ServiceRecord:
        linked = holders_of_places(fields)
        locations = [location for _, location in linked]
        nearby = [holder for pair in linked for holder in dict.fromkeys(pair)]
        terms = terms_of(fields)
        description = described(fields)
        places = places_of(locations, hidden=_is_hidden(fields, name, description.plain, terms))
        phones = phones_of(fields, *nearby)
        _point_out_prose(
            fields,
            description.plain,
            has_phone=bool(phones),
            has_postcode=any(place.postcode or place.masked for place in places),
        )
        first_age, last_age = ages_of(fields)
        found = self._words.of(name=name, terms=terms, description=description.plain)
        own = own_fields_of(fields)
        organisation = fields.child("organization", "organisation")
        areas = areas_of(fields)
        return ServiceRecord(
            id=service_id(self._source, identifier),
            source=self._source,
            external_id=identifier,
            name=name,
            organisation=_organisation(fields, organisation),
            description=description.plain,
            description_html=description.markup,
            status=_status(fields),
            url=page_of(fields, "url", "website") or page_of(organisation, "website", "url"),
            email=_email(fields, organisation),
            phones=phones,
            first_age=first_age,
            last_age=last_age,
            fees=fees_of(fields),
            costs=costs_of(fields),
            schedules=schedules_of(fields, *nearby),
            places=places,
            areas=areas.names,
            languages=languages_of(fields),
            terms=terms,
            categories=found
            if own.categories is None
            else self._words.with_sensitive(own.categories, found),
            self_referral=_self_referral(fields)
            if own.self_referral is None
            else own.self_referral,
            wait=fields.line("wait_time"),
            alert=fields.line("alert", limit=TEXT),
            note=own.note or fields.text("application_process", limit=TEXT).plain,
            caution=own.caution,
            bill=own.bill,
            national=areas.national if own.national is None else own.national,
            checked=own.checked,
            assured_on=day_of(fields, "assured_date"),
            modified_on=day_of(fields, "last_modified"),
            last_checked=own.last_checked,
            next_check=own.next_check,
        )


def _in_snakes(record: Mapping[str, Any]) -> Mapping[str, Any]:
    """A record with the standard's names; the family hubs write `minimumAge`."""
    if all(map(str.islower, record)) or not any(_is_camel(key) for key in record):
        return record
    snakes: Mapping[str, Any] = snake_names(record)
    return snakes


def _is_camel(key: str) -> bool:
    return _CAMEL.search(key) is not None and not key.startswith("pc_")


def _identifier(fields: FeedFields) -> str:
    """The publisher's id as it stands. Any text or number is one: real feeds keep to no version of UUID."""
    own = fields.values.get("vrn_id")
    return fields.line("vrn_id" if own else "id", limit=_ID_CHARACTERS)


def _status(fields: FeedFields) -> ServiceStatus:
    status = fields.line("status").casefold()
    if status in set(ServiceStatus):
        return ServiceStatus(status)
    fields.warn("status", "this is none of the standard's words: taken as active")
    return ServiceStatus.ACTIVE


def _organisation(fields: FeedFields, organisation: FeedFields) -> str:
    if organisation.flag("vrn_not_stated"):
        return ""
    name = organisation.line("name", limit=NAME) or fields.line("organization_name", limit=NAME)
    if not name and "vrn_checked" not in fields.values:
        fields.warn("organization", "no organisation is named")
    return name


def _email(fields: FeedFields, organisation: FeedFields) -> str:
    """The service's address, else a contact's, else the organisation's; never the assurer's."""
    return next((email for email in _emails(fields, organisation) if email), "")


def _emails(fields: FeedFields, organisation: FeedFields) -> Iterator[str]:
    yield email_of(fields, "email")
    for contact in fields.children("contacts", "contact", most=20):
        yield email_of(contact, "email")
    yield email_of(organisation, "email")


def _is_hidden(fields: FeedFields, name: str, description: str, terms: tuple[str, ...]) -> bool:
    """Whether all places of a service are kept secret."""
    asked = fields.flag("mask_exact_address") is True
    return asked or speaks_of_refuge(name, description, *terms)


def _self_referral(fields: FeedFields) -> bool | None:
    needs = fields.flag("needs_referral")
    if needs is not None:
        return not needs
    access = fields.line("attending_access").casefold()
    return {"referral": False, "drop-in": True, "drop in": True}.get(access)


def _point_out_prose(fields: FeedFields, text: str, *, has_phone: bool, has_postcode: bool) -> None:
    if not has_phone and IN_PROSE.search(text):
        fields.warn("description", "a telephone number stands only in the text")
    if not has_postcode and POSTCODE.search(text):
        fields.warn("description", "a postcode stands only in the text")
    if not text and fields.values.get("description"):
        fields.warn("description", "it holds markup but no words")
