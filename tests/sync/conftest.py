"""A server for each test."""

from collections.abc import Iterator

import pytest

from tests.sync.feed_server import FeedServer, feed_server


@pytest.fixture
def server() -> Iterator[FeedServer]:
    with feed_server() as served:
        yield served
