"""How the header is read back: strictly, or not at all."""

import json
from datetime import date

from vrn_desktop.application.ports.vault import AuditAnchor, HeaderNote, HelpLines, HelpNumber
from vrn_desktop.domain.audit_entry import Act
from vrn_desktop.domain.identifiers import PractitionerId
from vrn_desktop.domain.practitioner import Role
from vrn_desktop.vault.header import (
    FORMAT,
    KEY_BYTES,
    MOST_NOTES,
    NONCE_BYTES,
    SALT_BYTES,
    SIGNATURE_BYTES,
    VAULT_ID_BYTES,
    Header,
    LeaverEntry,
    PersonEntry,
    SheetEntry,
    WrappedKeys,
)
from vrn_desktop.vault.header_writing import written
from vrn_desktop.vault.held_keys import SHEET, grant_bytes
from vrn_desktop.vault.key_cost import KeyCost
from vrn_desktop.vault.strict_fields import Fields, HeaderFormError, from_text

WRAPPED_BYTES = 2 * KEY_BYTES + 16
"""Two private keys and the tag of AES-256-GCM."""

IDENTITY = ("id", "name", "role", "trained", "sign", "former")


def read(body: bytes) -> Header:
    """The header a body says. HeaderFormError unless it is written in the one canonical way."""
    try:
        header = _header(json.loads(body))
        rewritten = written(header)
    except (ValueError, RecursionError) as error:
        raise HeaderFormError("the body cannot be read") from error
    if rewritten != body:
        raise HeaderFormError("the body is not canonical")
    return header


def format_of(body: bytes) -> int:
    """Which format a body names, also one of a newer program; HeaderFormError without any."""
    try:
        value = json.loads(body)
    except (ValueError, RecursionError) as error:
        raise HeaderFormError("the body cannot be read") from error
    named = value.get("format") if isinstance(value, dict) else None
    if type(named) is not int:
        raise HeaderFormError("the body names no format")
    return named


def _header(value: object) -> Header:
    fields = Fields(
        value,
        *("format", "vault", "generation", "epoch", "store", "salt", "cost", "people", "leavers"),
        *("sheet", "anchor", "notes", "help", "roster_mac"),
    )
    if fields.number("format") != FORMAT:
        raise HeaderFormError("another format")
    sheet = fields.inner("sheet", "box", "grant")
    header = Header(
        vault_id=fields.raw("vault", VAULT_ID_BYTES),
        generation=fields.number("generation", 1),
        epoch=fields.number("epoch", 1),
        store_number=fields.number("store", 1),
        store_salt=fields.raw("salt", SALT_BYTES),
        cost=_cost(fields.inner("cost", "kib", "passes", "lanes")),
        people=fields.each("people", _person),
        leavers=fields.each("leavers", _leaver),
        sheet=SheetEntry(
            box_key=sheet.raw("box", KEY_BYTES),
            grant=sheet.raw("grant", grant_bytes(SHEET)),
        ),
        anchor=_anchor(fields.inner("anchor", "seq", "hash", "counter")),
        notes=fields.each("notes", _note, most=MOST_NOTES),
        help_lines=_help_lines(fields.inner("help", "setting", "lead", "lead_numbers", "numbers")),
        roster_mac=fields.raw("roster_mac", KEY_BYTES),
    )
    if len({person.id for person in header.everybody}) != len(header.everybody):
        raise HeaderFormError("somebody is listed twice")
    return header


def _person(value: object) -> PersonEntry:
    fields = Fields(value, *IDENTITY, "box", "grant", "wrapped")
    wrapped = fields.inner("wrapped", "cost", "salt", "nonce", "sealed", "commitment")
    role = Role(fields.text("role"))
    return PersonEntry(
        id=PractitionerId(fields.text("id")),
        name=fields.text("name"),
        role=role,
        trained=fields.flag("trained"),
        sign_key=fields.raw("sign", KEY_BYTES),
        former_sign_keys=fields.each("former", _key),
        box_key=fields.raw("box", KEY_BYTES),
        grant=fields.raw("grant", grant_bytes(role)),
        wrapped=WrappedKeys(
            cost=_cost(wrapped.inner("cost", "kib", "passes", "lanes")),
            salt=wrapped.raw("salt", SALT_BYTES),
            nonce=wrapped.raw("nonce", NONCE_BYTES),
            sealed=wrapped.raw("sealed", WRAPPED_BYTES),
            commitment=wrapped.raw("commitment", KEY_BYTES),
        ),
    )


def _leaver(value: object) -> LeaverEntry:
    fields = Fields(value, *IDENTITY, "left_on", "left_epoch")
    return LeaverEntry(
        id=PractitionerId(fields.text("id")),
        name=fields.text("name"),
        role=Role(fields.text("role")),
        trained=fields.flag("trained"),
        sign_key=fields.raw("sign", KEY_BYTES),
        former_sign_keys=fields.each("former", _key),
        left_on=date.fromisoformat(fields.text("left_on")),
        left_epoch=fields.number("left_epoch", 1),
    )


def _key(value: object) -> bytes:
    return from_text(value, KEY_BYTES)


def _cost(fields: Fields) -> KeyCost:
    return KeyCost(
        memory_kib=fields.number("kib"),
        passes=fields.number("passes"),
        lanes=fields.number("lanes"),
    )


def _anchor(fields: Fields) -> AuditAnchor:
    return AuditAnchor(
        seq=fields.number("seq"),
        hash=bytes.fromhex(fields.text("hash")),
        commit_counter=fields.number("counter"),
    )


def _note(value: object) -> HeaderNote:
    fields = Fields(value, "generation", "who", "act", "subject", "signature")
    return HeaderNote(
        generation=fields.number("generation", 1),
        who=PractitionerId(fields.text("who")),
        act=Act(fields.text("act")),
        subject=fields.text("subject"),
        signature=fields.raw("signature", SIGNATURE_BYTES),
    )


def _help_lines(fields: Fields) -> HelpLines:
    return HelpLines(
        setting=fields.text("setting"),
        lead_name=fields.text("lead"),
        lead_numbers=fields.each("lead_numbers", _short_text, most=10),
        numbers=fields.each("numbers", _help_number, most=20),
    )


def _short_text(value: object) -> str:
    return Fields({"text": value}, "text").text("text")


def _help_number(value: object) -> HelpNumber:
    if not isinstance(value, list) or len(value) != 2:  # noqa: PLR2004 - a label and its number
        raise HeaderFormError("a label and a number expected")
    return HelpNumber(label=_short_text(value[0]), number=_short_text(value[1]))
