"""Time and new identifiers are asked for, never taken: only bootstrap makes them."""

from collections.abc import Callable
from datetime import datetime
from typing import TypeAlias

Clock: TypeAlias = Callable[[], datetime]
"""Now, as an aware time in UTC."""

NewId: TypeAlias = Callable[[], str]
"""A new random identifier."""
