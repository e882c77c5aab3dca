"""How long and how much is too much for a feed."""

from dataclasses import dataclass

MEGABYTE = 1_000_000


@dataclass(frozen=True, slots=True, kw_only=True)
class DownloadLimits:
    """Bytes count after unpacking, so that a small bomb counts as what it becomes; times in seconds."""

    connect_seconds: float = 10
    silence_seconds: float = 20
    request_seconds: float = 180
    page_bytes: int = 64 * MEGABYTE
    file_bytes: int = 512 * MEGABYTE
    total_bytes: int = 1_000 * MEGABYTE
    pages: int = 5_000
    services: int = 250_000
    redirects: int = 5
    pauses: tuple[float, ...] = (1, 3, 9)
    """Before the second, third, fourth try of one request."""
    page_size: int = 100
