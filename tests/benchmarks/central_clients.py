"""Sites that send: real HTTP connections from a process of their own, each answer timed."""

import json
import sys
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from http.client import HTTPConnection
from statistics import quantiles
from time import perf_counter

from tests.central_load import STARTS, chain_of, invented_sites
from vrn_desktop.domain.programme_period import Period
from vrn_desktop.exchange.receipt import ReceiptOutcome

CONNECTIONS = 16
ACCEPTED = 200
_SAYS_ACCEPTED = f'"outcome":"{ReceiptOutcome.ACCEPTED.value}"'.encode()


def messages_of(sites: int, each: int) -> list[bytes]:
    """So many messages of each site, as they would arrive: every site's first, then every site's second."""
    quarters = (STARTS, STARTS.next, STARTS.next.next, STARTS.next.next.next)
    periods: list[Period] = []
    for quarter in quarters:
        periods += [*quarter.weeks, quarter]
    chains = [chain_of(site, periods[:each]) for site in invented_sites(sites)]
    return [chain[place] for place in range(each) for chain in chains]


def sent(port: int, messages: Sequence[bytes]) -> dict[str, float]:
    """Send on 16 connections; rate, 99th percentile in milliseconds, and answers that are no receipt."""
    shares = [messages[start::CONNECTIONS] for start in range(CONNECTIONS)]
    began = perf_counter()
    with ThreadPoolExecutor(CONNECTIONS) as connections:
        results = list(connections.map(lambda share: _on_one_connection(port, share), shares))
    took = perf_counter() - began
    times = [time for share, _ in results for time in share]
    return {
        "rps": round(len(messages) / took, 1),
        "p99_ms": round(quantiles(times, n=100, method="inclusive")[-1], 1),
        "seconds": round(took, 2),
        "bad": sum(bad for _, bad in results),
    }


def _on_one_connection(port: int, messages: Sequence[bytes]) -> tuple[list[float], int]:
    connection = HTTPConnection("127.0.0.1", port, timeout=60)
    times, bad = [], 0
    for raw in messages:
        began = perf_counter()
        connection.request("POST", "/v1/messages", body=raw)
        answer = connection.getresponse()
        body = answer.read()
        times.append((perf_counter() - began) * 1000)
        bad += answer.status != ACCEPTED or _SAYS_ACCEPTED not in body
    connection.close()
    return times, bad


def main(port: str, sites: str, each: str) -> None:
    """Print what sending so many messages of so many sites took."""
    made = messages_of(int(sites), int(each))
    print(json.dumps(sent(int(port), made)))


if __name__ == "__main__":
    main(*sys.argv[1:])
