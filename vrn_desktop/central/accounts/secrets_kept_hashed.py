"""Secrets that a person or a browser carries, and the hashes of them that are kept."""

from base64 import urlsafe_b64encode
from collections.abc import Callable
from hashlib import sha256

RandomBytes = Callable[[int], bytes]
"""The operating system's random source: so many bytes."""

_TOKEN_BYTES = 32


def new_token(draw: RandomBytes) -> str:
    """256 random bits in letters that fit a cookie and an address."""
    return urlsafe_b64encode(draw(_TOKEN_BYTES)).decode("ascii").rstrip("=")


def kept(secret: str) -> str:
    """What is kept of a secret of many random bits: whoever reads the database cannot use it."""
    return sha256(secret.encode("utf-8")).hexdigest()
