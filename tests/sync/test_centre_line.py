"""The way to the centre by network, with a real server that behaves in every way it should not."""

import json
import socket
import ssl
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from tests.exchange_messages import contribution, sealed
from tests.invented_centre import InventedCentre
from tests.sync.centre_server import (
    CentreServer,
    PostedMessage,
    Rule,
    centre_server,
    invented_proof,
)
from vrn_desktop.application.ports.counts import Answer, KeyAnswer
from vrn_desktop.domain.errors import (
    LeftWithoutAnswerError,
    NoConnectionError,
    RefusedByOfficeError,
)
from vrn_desktop.sync.centre_line import HttpsCentreLine, LineLimits

QUICK = LineLimits(connect_seconds=1, silence_seconds=0.3, whole_seconds=1.0)
PATIENT = LineLimits(connect_seconds=10, silence_seconds=20, whole_seconds=30)
RECEIPT = b"VRNRCP1\n" + b"a receipt as far as the way can tell"
MESSAGE = sealed(contribution())


@pytest.fixture
def server() -> Iterator[CentreServer]:
    with centre_server() as served:
        yield served


@pytest.fixture
def proof(tmp_path: Path) -> Path:
    place = tmp_path / "invented.pem"
    place.write_bytes(invented_proof())
    return place


def line(proof: Path | None = None, limits: LineLimits = PATIENT) -> HttpsCentreLine:
    def context() -> ssl.SSLContext:
        return ssl.create_default_context(cafile=str(proof) if proof else None)

    return HttpsCentreLine(limits, context=context)


def says(refusal: str, reason: str = "") -> bytes:
    return json.dumps({"refusal": refusal, "reason": reason}).encode()


def refused(status: int, headers: dict[str, str] | None = None) -> Rule:
    body = says("unknown_sender", "this key is not enrolled here")
    return lambda posted: posted.answer(body, status, "application/json", headers=headers)


def test_a_message_arrives_byte_for_byte_and_its_receipt_comes_back(
    server: CentreServer,
) -> None:
    server.rule = lambda posted: posted.answer(RECEIPT)
    assert line().post(server.address, MESSAGE) == Answer(receipt=RECEIPT)
    (arrived,) = server.arrived
    assert (arrived.path, arrived.body) == ("/v1/messages", MESSAGE)
    assert arrived.headers["Content-Type"] == "application/octet-stream"
    assert arrived.headers["Cookie"] is None


def test_over_https_the_server_has_to_prove_who_it_is(proof: Path) -> None:
    with centre_server(proof) as server:
        server.rule = lambda posted: posted.answer(RECEIPT)
        assert line(proof).post(server.address, MESSAGE).receipt == RECEIPT
        with pytest.raises(NoConnectionError) as unproven:
            line().post(server.address, MESSAGE)
        assert not isinstance(unproven.value, LeftWithoutAnswerError)
        assert len(server.arrived) == 1, "nothing was said to a server that proved nothing"


def test_plain_http_leads_nowhere_but_to_this_computer() -> None:
    with pytest.raises(NoConnectionError, match="not one that keeps"):
        line().post("http://centre.example", MESSAGE)


def test_a_conflict_brings_its_receipt_too(server: CentreServer) -> None:
    server.rule = lambda posted: posted.answer(RECEIPT, 409)
    assert line().post(server.address, MESSAGE) == Answer(receipt=RECEIPT)


@pytest.mark.parametrize("body", [b"", b'{"state":"kept"}'])
def test_a_message_that_is_kept_is_answered_later(server: CentreServer, body: bytes) -> None:
    server.rule = lambda posted: posted.answer(body, 202, "application/json")
    assert line().post(server.address, MESSAGE) == Answer(receipt=None)


@pytest.mark.parametrize("status", [400, 403, 410, 413])
def test_a_refusal_comes_back_in_the_centres_words(server: CentreServer, status: int) -> None:
    server.rule = refused(status)
    with pytest.raises(RefusedByOfficeError, match=r"^this key is not enrolled here$"):
        line().post(server.address, MESSAGE)


@pytest.mark.parametrize(
    ("asked_for", "pause"),
    [
        ("120", timedelta(minutes=2)),
        ("99999999999", timedelta(hours=6)),
        ("Wed, 25 Nov 2026 10:00:00 GMT", None),
        ("-5", None),
        ("\u00b2", None),
    ],
)
@pytest.mark.parametrize("status", [429, 503])
def test_a_busy_centre_is_no_refusal_and_names_its_pause(
    server: CentreServer, status: int, asked_for: str, pause: timedelta | None
) -> None:
    server.rule = refused(status, {"Retry-After": asked_for})
    with pytest.raises(LeftWithoutAnswerError) as later:
        line().post(server.address, MESSAGE)
    assert later.value.again_after == pause


def _nonsense(posted: PostedMessage) -> None:
    posted.handler.wfile.write(b"\x16\x03\x01nonsense")


PORTAL = b"<html>Please accept the terms of this network</html>"
BAD_ANSWERS: dict[str, Rule] = {
    "a page to sign in": lambda posted: posted.answer(PORTAL, 200, "text/html"),
    "a page that claims to be bytes": lambda posted: posted.answer(PORTAL),
    "a receipt that claims to be a page": lambda posted: posted.answer(RECEIPT, 200, "text/html"),
    "nothing at all": lambda posted: posted.answer(b""),
    "another place": lambda posted: posted.answer(
        b"", 302, headers={"Location": "https://portal.example/v1/messages"}
    ),
    "another place for good": lambda posted: posted.answer(
        b"", 308, headers={"Location": "/elsewhere/v1/messages"}
    ),
    "an accepted page": lambda posted: posted.answer(PORTAL, 202, "text/html"),
    "a refused page": lambda posted: posted.answer(PORTAL, 403, "text/html"),
    "a proxy that wants a password": lambda posted: posted.answer(PORTAL, 407, "text/html"),
    "a broken gateway": lambda posted: posted.answer(PORTAL, 502, "text/html"),
    "a fault of the centre": lambda posted: posted.answer(b"{}", 500, "application/json"),
    "a refusal without a word": lambda posted: posted.answer(b"[]", 403, "application/json"),
    "a refusal that is cut off": lambda posted: posted.answer(
        b'{"refusal":"for', 403, "application/json"
    ),
    "json deeper than anybody reads": lambda posted: posted.answer(
        b"[" * 4000, 403, "application/json"
    ),
    "a receipt that breaks off": lambda posted: posted.answer(RECEIPT, claims=len(RECEIPT) + 9),
    "an answer that is far too long": lambda posted: posted.answer(RECEIPT + b"x" * 1_000_000),
    "an answer that claims to be endless": lambda posted: posted.answer(
        RECEIPT + b"x" * 5_000, claims=10**15
    ),
    "something that is no answer": _nonsense,
    "the end of the line": lambda posted: posted.handler.connection.shutdown(socket.SHUT_RDWR),
}


@pytest.mark.parametrize("rule", BAD_ANSWERS.values(), ids=BAD_ANSWERS.keys())
def test_what_no_centre_says_is_no_connection_and_the_message_may_have_left(
    server: CentreServer, rule: Rule
) -> None:
    def once(posted: PostedMessage) -> None:
        rule(posted)
        posted.handler.close_connection = True

    server.rule = once
    with pytest.raises(LeftWithoutAnswerError):
        line().post(server.address, MESSAGE)
    assert [posted.path for posted in server.arrived] == ["/v1/messages"], "sent once, nowhere else"


def test_silence_has_an_end(server: CentreServer) -> None:
    def silent(_posted: PostedMessage) -> None:
        server.over.wait(20)

    server.rule = silent
    with pytest.raises(LeftWithoutAnswerError):
        line(limits=QUICK).post(server.address, MESSAGE)


@pytest.mark.parametrize("begins", [b"HTTP/1.1 200 OK\r\nX-Long: ", b"HTTP/1.1 200 OK\r\n\r\nV"])
def test_an_answer_that_drips_for_ever_is_cut_off(server: CentreServer, begins: bytes) -> None:
    def drip(posted: PostedMessage) -> None:
        posted.handler.wfile.write(begins)
        while not server.over.wait(0.05):
            posted.handler.wfile.write(b"x")

    server.rule = drip
    with pytest.raises(LeftWithoutAnswerError):
        line(limits=QUICK).post(server.address, MESSAGE)
    assert not server.over.is_set(), "it was this side that ended it"


def test_where_nobody_listens_nothing_has_left() -> None:
    with centre_server() as gone:
        address = gone.address
    with pytest.raises(NoConnectionError) as offline:
        line().post(address, MESSAGE)
    assert not isinstance(offline.value, LeftWithoutAnswerError)


@pytest.mark.parametrize(
    "address",
    [
        "https://no-such-place.invalid",
        "https://" + "a" * 80 + ".example",
        "https://[::1",
        "https://x:0",
    ],
)
def test_an_address_that_leads_nowhere_is_no_connection(address: str) -> None:
    with pytest.raises(NoConnectionError):
        line().post(address, MESSAGE)


def test_a_proxy_that_is_not_there_is_no_connection(monkeypatch: pytest.MonkeyPatch) -> None:
    with centre_server() as gone:
        monkeypatch.setenv("https_proxy", gone.address)
    with pytest.raises(NoConnectionError):
        line().post("https://centre.example", MESSAGE)


def test_a_proxy_that_answers_itself_is_no_connection(
    monkeypatch: pytest.MonkeyPatch, server: CentreServer
) -> None:
    monkeypatch.setenv("https_proxy", server.address)
    with pytest.raises(NoConnectionError):
        line().post("https://centre.example", MESSAGE)
    assert server.arrived == []


def test_the_words_of_a_refusal_are_short_and_plain(server: CentreServer) -> None:
    body = says("form", "a\nb\x1b[31m" + "c" * 1000)
    server.rule = lambda posted: posted.answer(body, 400, "application/json")
    with pytest.raises(RefusedByOfficeError) as refusal:
        line().post(server.address, MESSAGE)
    words = str(refusal.value)
    assert words.startswith("ab[31mccc")
    assert len(words) <= 300
    assert words.isprintable()


@pytest.mark.parametrize(("status", "answer"), [(200, KeyAnswer.IN_FORCE), (202, KeyAnswer.WAITS)])
def test_a_key_is_in_force_or_waits_for_a_yes(
    server: CentreServer, status: int, answer: KeyAnswer
) -> None:
    key = InventedCentre().offer()
    said = json.dumps({"key": answer.value}).encode()
    server.rule = lambda posted: posted.answer(said, status, "application/json")
    assert line().post_key(server.address, key) is answer
    assert [(posted.path, posted.body) for posted in server.arrived] == [("/v1/keys", key)]


@pytest.mark.parametrize(
    ("body", "kind"),
    [
        (PORTAL, "text/html"),
        (b"", "application/json"),
        (b"{}", "application/json"),
        (b'{"key":"waits"}', "application/json"),
        (b'{"key":"in_force"}', "text/html"),
    ],
)
def test_only_the_centres_own_word_puts_a_key_in_force(
    server: CentreServer, body: bytes, kind: str
) -> None:
    server.rule = lambda posted: posted.answer(body, 200, kind)
    with pytest.raises(NoConnectionError):
        line().post_key(server.address, b"VRNROT1\n")


def test_a_key_that_is_refused_says_why(server: CentreServer) -> None:
    server.rule = refused(403)
    with pytest.raises(RefusedByOfficeError, match="not enrolled"):
        line().post_key(server.address, b"VRNKEY1\n")
