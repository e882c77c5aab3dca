"""The server is killed while sites send, again and again: nothing receipted is lost, nothing counts twice."""

from concurrent.futures import ThreadPoolExecutor
from contextlib import closing, suppress
from http.client import HTTPConnection, HTTPException
from pathlib import Path
from random import Random
from threading import Event

from sqlalchemy import func, select

from tests.central_load import chain_of, invented_sites, weeks
from tests.central_server import found_office, serving
from vrn_desktop.central.store.database import open_database
from vrn_desktop.central.store.message_tables import CHAIN_EVENTS, CONTRIBUTIONS, RECEIPTS
from vrn_desktop.exchange.sealed_message import message_digest

SITES, WEEKS, KILLS = 12, 8, 2
OK = 200


class Network:
    """Sites that send until each message has its receipt, and remember every receipt they got."""

    def __init__(self, sites: int, periods: int) -> None:
        chains = [chain_of(site, weeks(periods)) for site in invented_sites(sites)]
        self.messages = [raw for chain in chains for raw in chain]
        self.receipts: dict[str, set[bytes]] = {message_digest(raw): set() for raw in self.messages}

    def send(self, port: int, share: list[bytes], answered: "Event", after: int) -> None:
        """Send until the line breaks; `answered` is set after so many receipts."""
        line = closing(HTTPConnection("127.0.0.1", port, timeout=30))
        with suppress(OSError, HTTPException), line as connection:
            for number, raw in enumerate(share):
                if number == after:
                    answered.set()
                connection.request("POST", "/v1/messages", body=raw)
                with closing(connection.getresponse()) as answer:
                    body = answer.read()
                if answer.status == OK:
                    self.receipts[message_digest(raw)].add(body)
        answered.set()


def lived_through_kills(
    url: str, folder: Path, *, sites: int, periods: int, kills: int, seed: int
) -> Network:
    """Kill the server so many times while every site sends everything again; then let it finish."""
    found_office(url, folder, invented_sites(sites))
    network, chance = Network(sites, periods), Random(seed)  # noqa: S311  kills that repeat
    for turn in range(kills + 1):
        messages = chance.sample(network.messages, len(network.messages))
        shares = [messages[start::4] for start in range(4)]
        with serving(url, folder) as server, ThreadPoolExecutor(4) as lines:
            answered = [Event() for _ in shares]
            sent = [
                lines.submit(
                    network.send, server.port, share, event, chance.randrange(len(share) // 2)
                )
                for share, event in zip(shares, answered, strict=True)
            ]
            if turn < kills:
                answered[chance.randrange(4)].wait()
                server.kill()
            for each in sent:
                each.result()
    return network


def test_no_receipt_is_lost_and_no_message_counts_twice(database_url: str, tmp_path: Path) -> None:
    network = lived_through_kills(
        database_url, tmp_path, sites=SITES, periods=WEEKS, kills=KILLS, seed=11
    )
    assert {len(receipts) for receipts in network.receipts.values()} == {1}
    engine = open_database(database_url)
    with engine.connect() as connection:
        kept = {row.digest: row.raw for row in connection.execute(select(RECEIPTS))}
        numbers = connection.scalar(select(func.count()).select_from(CONTRIBUTIONS))
        events = connection.scalar(select(func.count()).select_from(CHAIN_EVENTS))
    engine.dispose()
    assert kept == {digest: receipt for digest, (receipt,) in network.receipts.items()}
    assert (numbers, events) == (SITES * WEEKS, 0)
