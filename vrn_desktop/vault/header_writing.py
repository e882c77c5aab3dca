"""How the header is written down: one canonical JSON body that nothing else reads the same."""

from vrn_desktop.vault.header import FORMAT, Header, LeaverEntry, Listed, PersonEntry, WrappedKeys
from vrn_desktop.vault.key_cost import KeyCost
from vrn_desktop.vault.strict_fields import as_text, canonical


def written(header: Header) -> bytes:
    """The body of the header."""
    people = [
        {**_person_values(person), "wrapped": _wrapped_values(person.wrapped)}
        for person in header.people
    ]
    anchor, lines = header.anchor, header.help_lines
    return canonical(
        {
            **_roster_values(header),
            "people": people,
            "format": FORMAT,
            "generation": header.generation,
            "store": header.store_number,
            "salt": as_text(header.store_salt),
            "cost": _cost_values(header.cost),
            "anchor": {
                "seq": anchor.seq,
                "hash": anchor.hash.hex(),
                "counter": anchor.commit_counter,
            },
            "notes": [
                {
                    "generation": note.generation,
                    "who": note.who,
                    "act": note.act.value,
                    "subject": note.subject,
                    "signature": as_text(note.signature),
                }
                for note in header.notes
            ],
            "help": {
                "setting": lines.setting,
                "lead": lines.lead_name,
                "lead_numbers": list(lines.lead_numbers),
                "numbers": [[line.label, line.number] for line in lines.numbers],
            },
            "roster_mac": as_text(header.roster_mac),
        }
    )


def roster(header: Header) -> bytes:
    """Who may open what, as the keepers of the admin key authenticate it."""
    return canonical(_roster_values(header))


def _roster_values(header: Header) -> dict[str, object]:
    return {
        "vault": as_text(header.vault_id),
        "epoch": header.epoch,
        "people": [_person_values(person) for person in header.people],
        "leavers": [_leaver_values(person) for person in header.leavers],
        "sheet": {"box": as_text(header.sheet.box_key), "grant": as_text(header.sheet.grant)},
    }


def _identity_values(person: Listed) -> dict[str, object]:
    return {
        "id": person.id,
        "name": person.name,
        "role": person.role.value,
        "trained": person.trained,
        "sign": as_text(person.sign_key),
        "former": [as_text(key) for key in person.former_sign_keys],
    }


def _person_values(person: PersonEntry) -> dict[str, object]:
    return {
        **_identity_values(person),
        "box": as_text(person.box_key),
        "grant": as_text(person.grant),
    }


def _leaver_values(person: LeaverEntry) -> dict[str, object]:
    return {
        **_identity_values(person),
        "left_on": person.left_on.isoformat(),
        "left_epoch": person.left_epoch,
    }


def _wrapped_values(wrapped: WrappedKeys) -> dict[str, object]:
    return {
        "cost": _cost_values(wrapped.cost),
        "salt": as_text(wrapped.salt),
        "nonce": as_text(wrapped.nonce),
        "sealed": as_text(wrapped.sealed),
        "commitment": as_text(wrapped.commitment),
    }


def _cost_values(cost: KeyCost) -> dict[str, object]:
    return {"kib": cost.memory_kib, "passes": cost.passes, "lanes": cost.lanes}
