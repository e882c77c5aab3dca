"""Every changed bit, every cut and every mutation of a header is refused before any key is derived."""

import hashlib
import json
from dataclasses import replace

import pytest

from tests.founded_vault import Founded
from tests.invented_team import HELP_LINES, PRACTITIONER
from tests.seeded import seeded
from vrn_desktop.domain.errors import FileDamagedError, FileTooNewError
from vrn_desktop.domain.identifiers import PractitionerId
from vrn_desktop.vault.header import WrappedKeys
from vrn_desktop.vault.header_changes import founded as founded_header
from vrn_desktop.vault.header_changes import grant_info
from vrn_desktop.vault.header_envelope import SealedHeader, opened
from vrn_desktop.vault.header_seal import seal
from vrn_desktop.vault.key_cost import FLOOR
from vrn_desktop.vault.strict_fields import canonical
from vrn_desktop.vault.vault_keys import grant, new_vault_keys


@pytest.fixture(scope="session")
def data(original: Founded) -> bytes:
    return (original.folder / "header-a").read_bytes()


def refused(data: bytes) -> bool:
    try:
        opened(data)
    except (FileDamagedError, FileTooNewError):
        return True
    return False


def framed(body: bytes, mac: bytes = bytes(32)) -> bytes:
    """What somebody without keys can write: a right checksum over a body of their own."""
    marked = body + b"\nmac " + mac.hex().encode() + b"\n"
    return marked + b"sha256 " + hashlib.sha256(marked).hexdigest().encode() + b"\n"


def test_a_whole_header_is_read_back_as_it_was_written(data: bytes) -> None:
    assert opened(data).data == data


def test_one_flipped_bit_in_every_byte_is_refused(data: bytes) -> None:
    draw = seeded(6)
    accepted = []
    for at in range(len(data)):
        for bit in {draw.randrange(8), draw.randrange(8)}:
            flipped = bytearray(data)
            flipped[at] ^= 1 << bit
            if not refused(bytes(flipped)):
                accepted.append((at, bit))
    assert accepted == []


def test_every_bit_of_mac_and_checksum_is_refused(data: bytes) -> None:
    for at in range(len(data) - 150, len(data)):
        for bit in range(8):
            flipped = bytearray(data)
            flipped[at] ^= 1 << bit
            assert refused(bytes(flipped)), (at, bit)


def test_every_truncation_and_every_addition_is_refused(data: bytes) -> None:
    assert [length for length in range(len(data)) if not refused(data[:length])] == []
    assert all(refused(data + more) for more in (b"\n", b" ", b"\0", data))


def test_mutated_headers_with_a_right_checksum_are_refused_without_surprises(data: bytes) -> None:
    """The checksum is made anew, so the mutations reach the strict reading of the body."""
    body = opened(data).body
    draw = seeded(20)
    for _ in range(2000):
        mutated = bytearray(body)
        for _change in range(draw.randrange(1, 4)):
            at = draw.randrange(len(mutated))
            kind = draw.randrange(4)
            if kind == 0:
                mutated[at] = draw.randrange(256)
            elif kind == 1:
                del mutated[at : at + draw.randrange(1, 40)]
            elif kind == 2:
                mutated[at:at] = draw.choice((b" ", b'"', b"{", b"}", b"0", b"null", b"\\u00e9"))
            else:
                mutated[at:at] = mutated[at : at + draw.randrange(1, 40)]
        read_again = framed(bytes(mutated))
        if not refused(read_again):
            assert opened(read_again).body == mutated


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"[]",
        b"null",
        b"{}",
        b'{"format":1}',
        b'{"format":true}',
        b'{"format":0}',
        b"[" * 100_000,
        b'{"format":1e400}',
        b'{"format":"1"}',
        b"\xff\xfe",
        b'{"a":' * 5_000,
    ],
)
def test_strange_bodies_are_damage(body: bytes) -> None:
    with pytest.raises(FileDamagedError):
        opened(framed(body))


def changed(data: bytes, **fields: object) -> bytes:
    values = json.loads(opened(data).body)
    values.update(fields)
    return framed(canonical(values))


@pytest.mark.parametrize(
    "cost",
    [
        {"kib": 8, "passes": 1, "lanes": 1},
        {"kib": 65535, "passes": 3, "lanes": 4},
        {"kib": 65536, "passes": 2, "lanes": 4},
        {"kib": 65536, "passes": 17, "lanes": 4},
        {"kib": 2**21 + 1, "passes": 3, "lanes": 4},
        {"kib": 65536, "passes": 3, "lanes": 0},
        {"kib": 65536.0, "passes": 3, "lanes": 4},
        {"kib": True, "passes": 3, "lanes": 4},
    ],
)
def test_a_key_cost_out_of_bounds_is_refused_before_anything_is_derived(
    data: bytes, cost: dict[str, object]
) -> None:
    assert refused(changed(data, cost=cost))


def test_other_ways_to_write_the_same_are_refused(data: bytes) -> None:
    values = json.loads(opened(data).body)
    spaced = json.dumps(values, sort_keys=True).encode()
    unsorted = json.dumps(dict(reversed(values.items())), separators=(",", ":")).encode()
    doubled = canonical(values)[:-1] + b',"vault":""}'
    spare_bits = changed(data, salt="A" * 21 + "B==")
    for other in (framed(spaced), framed(unsorted), framed(doubled), spare_bits):
        assert refused(other)
    for mac in ("AB" * 32, "ab " * 32, "ab" * 31, "ab" * 33, "zz" * 32):
        marked = canonical(values) + b"\nmac " + mac.encode() + b"\n"
        checksum = hashlib.sha256(marked).hexdigest().encode()
        assert refused(marked + b"sha256 " + checksum + b"\n")
    assert not refused(changed(data))


@pytest.mark.parametrize("salt", ["A" * 20, "A" * 24, "", "A" * 21 + "!==", None, 16])
def test_keys_and_salts_have_their_length(data: bytes, salt: object) -> None:
    assert refused(changed(data, salt=salt))


def test_somebody_listed_twice_is_refused(data: bytes) -> None:
    people = json.loads(opened(data).body)["people"]
    assert refused(changed(data, people=[*people, people[0]]))


def test_a_newer_format_is_told_apart_from_damage(data: bytes) -> None:
    newer = framed(canonical({"format": 2, "something": "new"}))
    with pytest.raises(FileTooNewError):
        opened(newer)
    with pytest.raises(FileDamagedError):
        opened(newer.replace(b'"format":2', b'"format":3'))


def test_a_header_that_could_not_be_read_back_is_never_written() -> None:
    keys = new_vault_keys()
    header = founded_header(keys, bytes(16), HELP_LINES, FLOOR)
    with pytest.raises(FileDamagedError):
        seal(replace(header, help_lines=replace(HELP_LINES, setting="x" * 1000)), keys)


def test_a_header_of_ten_people_is_smaller_than_ten_kilobytes(original: Founded) -> None:
    body = opened((original.folder / "header-a").read_bytes()).header
    person = next(entry for entry in body.people if entry.id == PRACTITIONER.id)
    keys = new_vault_keys()
    header = founded_header(keys, bytes(16), HELP_LINES, FLOOR)
    for number in range(10):
        named = replace(person, id=PractitionerId(f"{number:036d}"))
        sealed = grant(keys, person.box_key, grant_info(header, named))
        header = replace(header, people=(*header.people, replace(named, grant=sealed)))
    sealed_header = seal(header, keys)
    assert isinstance(sealed_header, SealedHeader)
    assert isinstance(header.people[0].wrapped, WrappedKeys)
    assert 5_000 < len(sealed_header.data) < 10_000


def test_the_header_says_nothing_readable_but_the_team_and_its_help_lines(data: bytes) -> None:
    values = json.loads(opened(data).body)
    assert set(values) == {
        *("format", "vault", "generation", "epoch", "store", "salt", "cost", "people"),
        *("leavers", "sheet", "anchor", "notes", "help", "roster_mac"),
    }
