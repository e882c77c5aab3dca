"""How many services are written at once, so that an answer never waits long behind them."""

WANTED_SECONDS = 0.02
"""Half of the time an answer may wait, so that a slow moment of the disk fits in as well."""
SMALLEST, LARGEST = 5, 400


class ChunkSize:
    """Learns from each chunk how many this laptop writes in the wanted time; begins carefully."""

    def __init__(self) -> None:
        self.now = 20

    def took(self, services: int, seconds: float) -> None:
        """Grow twofold at most; shrink at once."""
        if services <= 0:
            return
        fitting = LARGEST if seconds <= 0 else int(services * WANTED_SECONDS / seconds)
        self.now = max(SMALLEST, min(LARGEST, 2 * self.now, fitting))
