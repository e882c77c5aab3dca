"""Which addresses are asked, and what is said about the others."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vrn_desktop.domain.directory.service_reading import FeedUnreadableError
from vrn_desktop.sync.feed_address import feed_address, next_stop


@pytest.mark.parametrize(
    ("typed", "asked"),
    [
        (" council.example/openreferral/v3/ ", "https://council.example/openreferral/v3"),
        ("https://council.example/v3/services", "https://council.example/v3"),
        ("https://council.example:8443/v3?key=1", "https://council.example:8443/v3?key=1"),
        ("https://council.example/all.json", "https://council.example/all.json"),
        ("http://127.0.0.1:9000/v3", "http://127.0.0.1:9000/v3"),
        ("http://localhost/v3", "http://localhost/v3"),
        ("http://[::1]:80/v3", "http://[::1]:80/v3"),
        ("https://council.example/v3#top", "https://council.example/v3"),
    ],
)
def test_what_is_typed_becomes_an_address_that_can_be_asked(typed: str, asked: str) -> None:
    assert feed_address(typed).address == asked


@pytest.mark.parametrize(
    ("typed", "why"),
    [
        ("", "names no place"),
        ("council", "names no place"),
        ("http://council.example/v3", "https://"),
        ("ftp://council.example/v3", "https://"),
        ("file:///etc/passwd", "names no place"),
        ("https://ash:word@council.example/v3", "name or password"),
        ("https://council.example/a b", "not an address"),
        ("https://council.example:99999/", "not an address"),
        ("https://[council/", "not an address"),
        ("https://council.example/\u202ev3", "not an address"),
        ("https://council.example/" + "a" * 3_000, "too long"),
    ],
)
def test_an_address_that_may_not_be_asked_is_refused_with_the_reason(typed: str, why: str) -> None:
    with pytest.raises(FeedUnreadableError) as refused:
        feed_address(typed)
    assert why in refused.value.reason


@given(st.text(max_size=60))
def test_any_text_is_an_address_or_is_refused(typed: str) -> None:
    try:
        address = feed_address(typed).address
    except FeedUnreadableError:
        return
    assert address.startswith(("https://", "http://127.", "http://localhost", "http://[::1]"))


def test_pages_and_services_lie_under_the_address() -> None:
    address = feed_address("https://council.example/v3?area=E06")
    assert address.page(2, 50) == "https://council.example/v3/services?area=E06&page=2&per_page=50"
    assert address.detail("a/b c") == "https://council.example/v3/services/a%2Fb%20c?area=E06"


def test_a_redirect_stays_on_its_server() -> None:
    asked = "https://council.example/v3/services?page=1"
    assert next_stop(asked, "/v4/services") == "https://council.example/v4/services"
    for elsewhere in ("https://other.example/v3", "http://council.example/v3", "//other.example/"):
        with pytest.raises(FeedUnreadableError) as refused:
            next_stop(asked, elsewhere)
        assert refused.value.where == "council.example"
        assert "another server" in refused.value.reason
