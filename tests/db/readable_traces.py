"""Looks for a text in raw bytes, in every form it could have been left readable."""

import base64
from pathlib import Path


def forms(text: str) -> dict[str, bytes]:
    """The text in every encoding that is searched for."""
    plain = text.encode()
    found = {
        "utf-8": plain,
        "utf-16-le": text.encode("utf-16-le"),
        "utf-16-be": text.encode("utf-16-be"),
        "hex": plain.hex().encode(),
        "HEX": plain.hex().upper().encode(),
        "reversed": plain[::-1],
    }
    for shift in range(3):
        # Base64 of a part that starts at each of the three alignments, without its uncertain ends.
        middle = base64.b64encode(bytes(shift) + plain)
        found[f"base64+{shift}"] = middle[4:-4]
    return found


def traces_of(text: str, folder: Path) -> list[str]:
    """Each file under the folder that shows the text, in its content or its name, and how."""
    looked_for = forms(text)
    found = []
    for path in sorted(folder.rglob("*")):
        if text.casefold() in path.name.casefold():
            found.append(f"{path.name}: name")
        if path.is_file():
            content = path.read_bytes()
            found += [f"{path.name}: {form}" for form, raw in looked_for.items() if raw in content]
    return found
