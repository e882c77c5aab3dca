"""What a laptop gets over HTTP: receipts, patience, or a reason; and never more than one message of anything."""

import json
from collections.abc import Generator, Iterator, Sequence
from contextlib import contextmanager

import pytest
from sqlalchemy import Engine
from starlette.applications import Starlette
from starlette.testclient import TestClient

from tests.central.office.invented_office import (
    OTHER_SITE,
    SITE,
    WHO,
    InventedOffice,
    read_receipt,
)
from tests.central_load import chain_of, said, sealed, weeks
from vrn_desktop.central.office.answers import Answer, Receipted
from vrn_desktop.central.office.group_commit import UNAVAILABLE, GroupCommit
from vrn_desktop.central.web.intake_routes import IntakeDesk, intake_routes
from vrn_desktop.domain.programme_period import Quarter
from vrn_desktop.exchange.enrolment import read_offer, signed_request, signed_rotation
from vrn_desktop.exchange.message_chain import ChainHead
from vrn_desktop.exchange.message_keys import SigningKey
from vrn_desktop.exchange.receipt import ReceiptOutcome
from vrn_desktop.exchange.sealed_message import MESSAGE_BYTES

WEEK = weeks(1)[0]


@contextmanager
def served(office: InventedOffice) -> Generator[TestClient, None, None]:
    with GroupCommit(office.reception.take_in) as messages:
        desk = IntakeDesk(messages=messages, keys=office.keys, engine=office.engine)
        with TestClient(Starlette(routes=intake_routes(desk))) as client:
            yield client


@pytest.fixture
def office(engine: Engine) -> InventedOffice:
    office = InventedOffice(engine)
    office.enrol()
    return office


@pytest.fixture
def client(office: InventedOffice) -> Iterator[TestClient]:
    with served(office) as client:
        yield client


def test_accepted_duplicate_conflict_and_kept(client: TestClient, office: InventedOffice) -> None:
    first = sealed(said(SITE, WEEK, ChainHead()), SITE)
    second = sealed(said(SITE, WEEK, ChainHead(), drawing=2), SITE)
    answers = [client.post("/v1/messages", content=raw) for raw in (first, first, second, second)]
    assert [answer.status_code for answer in answers] == [200, 200, 409, 409]
    assert answers[0].content == answers[1].content
    assert answers[2].content == answers[3].content
    assert read_receipt(answers[2].content).outcome is ReceiptOutcome.CONFLICT
    assert answers[0].headers["content-type"] == "application/octet-stream"
    office.ring.lock()
    kept = client.post(
        "/v1/messages", content=sealed(said(OTHER_SITE, WEEK, ChainHead()), OTHER_SITE)
    )
    assert (kept.status_code, kept.json()) == (202, {"message": "kept"})


@pytest.mark.parametrize(
    ("change", "status", "refusal"),
    [
        (lambda raw: raw[:-1] + bytes([raw[-1] ^ 1]), 403, "signature"),
        (lambda raw: raw[:-1], 400, "form"),
        (lambda raw: b"VRNAGG2" + raw[7:], 400, "version"),
        (lambda raw: raw + b" ", 413, "too_large"),
        (lambda _: b"", 400, "form"),
    ],
)
def test_what_is_not_taken_is_told_why(
    client: TestClient, change: object, status: int, refusal: str
) -> None:
    raw = change(sealed(said(SITE, WEEK, ChainHead()), SITE))  # type: ignore[operator]  # a lambda
    answer = client.post("/v1/messages", content=raw)
    assert (answer.status_code, answer.json()["refusal"]) == (status, refusal)


def test_a_revoked_sites_messages_are_gone_for_good(
    client: TestClient, office: InventedOffice
) -> None:
    office.enrolment.revoke(SITE.name, who=WHO)
    answer = client.post("/v1/messages", content=chain_of(SITE, [WEEK])[0])
    assert (answer.status_code, answer.json()["refusal"]) == (410, "revoked")


def test_a_body_without_a_length_ends_at_one_messages_size(client: TestClient) -> None:
    def parts() -> Iterator[bytes]:
        yield from (b"x" * MESSAGE_BYTES for _ in range(3))

    answer = client.post("/v1/messages", content=parts())
    assert (answer.status_code, answer.json()["refusal"]) == (413, "too_large")


def test_a_database_that_fails_says_later_and_decides_nothing(
    client: TestClient, office: InventedOffice
) -> None:
    raw = sealed(said(SITE, WEEK, ChainHead()), SITE)
    with office.engine.begin() as connection:
        connection.exec_driver_sql("ALTER TABLE receipts RENAME TO receipts_away")
    answer = client.post("/v1/messages", content=raw)
    assert (answer.status_code, answer.json()["refusal"]) == (503, "unavailable")
    assert answer.headers["retry-after"] == "60"
    with office.engine.begin() as connection:
        connection.exec_driver_sql("ALTER TABLE receipts_away RENAME TO receipts")
    assert client.post("/v1/messages", content=raw).status_code == 200


def test_a_fault_nobody_foresaw_costs_one_answer_and_not_the_intake(
    office: InventedOffice,
) -> None:
    bad, good = chain_of(SITE, weeks(2))

    def take_in(messages: Sequence[bytes]) -> Sequence[Answer]:
        if bad in messages:
            raise KeyError("nobody foresaw this")
        return office.reception.take_in(messages)

    with GroupCommit(take_in) as messages:
        waiting = [messages.submit(raw) for raw in (bad, good)]
        answers = [each.result(timeout=30) for each in waiting]
    assert answers[0] == UNAVAILABLE
    assert isinstance(answers[1], Receipted)


def test_a_key_waits_until_people_heard_the_words_then_it_is_in_force(
    client: TestClient, office: InventedOffice
) -> None:
    offer = office.enrolment.offer(
        "S077", organisation="An invented school", starts=Quarter(2026, 4), address="", who=WHO
    )
    request = signed_request(read_offer(offer), SigningKey.new())
    answers = [client.post("/v1/keys", content=request) for _ in range(2)]
    (waiting,) = office.enrolment.waiting()
    office.enrolment.approve(waiting.fingerprint, who=WHO)
    answers.append(client.post("/v1/keys", content=request))
    assert [(a.status_code, a.json()) for a in answers] == [
        (202, {"key": "waits"}),
        (202, {"key": "waits"}),
        (200, {"key": "in_force"}),
    ]


def test_a_rotation_signed_by_both_keys_is_in_force_at_once(client: TestClient) -> None:
    new = SigningKey.new()
    answers = [client.post("/v1/keys", content=signed_rotation(SITE.key, new)) for _ in range(2)]
    assert [answer.status_code for answer in answers] == [200, 200]
    stranger = client.post("/v1/keys", content=signed_rotation(SigningKey.new(), new))
    assert (stranger.status_code, stranger.json()["refusal"]) == (403, "unknown_sender")


def test_health_tells_whether_the_database_answers(
    client: TestClient, office: InventedOffice
) -> None:
    assert client.get("/v1/health").json() == {"health": "ok"}
    with office.engine.begin() as connection:
        connection.exec_driver_sql("ALTER TABLE schema_version RENAME TO away")
    assert client.get("/v1/health").status_code == 503


def test_no_refusal_names_a_site(client: TestClient) -> None:
    other = sealed(said(OTHER_SITE, WEEK, ChainHead()), SITE)
    told = json.dumps(client.post("/v1/messages", content=other).json())
    assert SITE.name not in told
    assert OTHER_SITE.name not in told
