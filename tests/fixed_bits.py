"""Random bits that repeat: the same seed gives the same bits on every Python and every machine."""

from hashlib import shake_256


class FixedBits:
    """Stands where the operating system's random source stands in a drawing for real."""

    _BLOCK = 4096

    def __init__(self, seed: object) -> None:
        self._seed = repr(seed)
        self._blocks = 0
        self._pool = 0
        self._left = 0

    def __call__(self, count: int) -> int:
        while self._left < count:
            block = shake_256(f"{self._seed}/{self._blocks}".encode()).digest(self._BLOCK)
            self._pool = (self._pool << (8 * self._BLOCK)) | int.from_bytes(block)
            self._left += 8 * self._BLOCK
            self._blocks += 1
        self._left -= count
        drawn = self._pool >> self._left
        self._pool &= (1 << self._left) - 1
        return drawn
