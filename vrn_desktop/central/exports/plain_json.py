"""JSON that people may read and that is the same bytes for the same values."""

import json
from typing import Any


def json_bytes(value: Any) -> bytes:
    """Indented, in the order given, UTF-8, a line end last."""
    return (json.dumps(value, ensure_ascii=False, indent=2) + "\n").encode()
