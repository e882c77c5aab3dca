"""How many services are written at once, so that an answer never waits long behind them."""

BESIDE_A_TALK = 0.02
"""Seconds: under the 50 ms that an answer may wait, with room for slow moments of the disk."""
UNDISTURBED = 0.25
"""Seconds while nobody talks: fewer commits, and Stop is still heard at once."""
FIRST, SMALLEST, LARGEST = 10, 15, 600
FORGETS = 0.8
"""How much of what was learnt counts at the next piece."""


class ChunkSize:
    """Learns what a piece costs in any case (the disk) and what each service adds.

    `talking` is whether two people talk now, whose answers must not wait. Where the disk alone takes the
    wanted time, pieces stay at `SMALLEST`: smaller ones would only make more of them.
    """

    def __init__(self) -> None:
        self.talking = False
        self._most = FIRST
        self._weight = self._n = self._t = self._nn = self._nt = 0.0

    def took(self, services: int, seconds: float) -> None:
        """Learn from one piece; the next one is twice as large at the most."""
        if services <= 0:
            return
        self._weight = FORGETS * self._weight + 1
        self._n = FORGETS * self._n + services
        self._t = FORGETS * self._t + seconds
        self._nn = FORGETS * self._nn + services * services
        self._nt = FORGETS * self._nt + services * seconds
        self._most = min(LARGEST, 2 * max(services, SMALLEST))

    @property
    def now(self) -> int:
        """How many services the next piece may hold."""
        if not self._weight:
            return FIRST
        return max(SMALLEST, min(self._most, self._fitting()))

    def _fitting(self) -> int:
        """The straight line through the last pieces, at the wanted time."""
        wanted = BESIDE_A_TALK if self.talking else UNDISTURBED
        n, t = self._n / self._weight, self._t / self._weight
        spread = self._nn / self._weight - n * n
        each = (self._nt / self._weight - n * t) / spread if spread >= 1 else t / n
        if each <= 0:
            return int(2 * n)
        return int(n + (wanted - t) / each)
