"""What lies inside compiled libraries and names itself nowhere; written by hand, checked with each new pin.

Sources: the build files of each wheel, and what the compiled library says of itself.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class StaticPart:
    """A part compiled into a library: `inside` is the library that brings it."""

    name: str
    version: str
    licence: str
    inside: str


STATIC_PARTS = (
    StaticPart(name="SQLCipher", version="4.19.0", licence="BSD-3-Clause", inside="sqlcipher3"),
    StaticPart(name="SQLite", version="3.53.4", licence="blessing", inside="sqlcipher3"),
    StaticPart(name="OpenSSL", version="3.6.0", licence="Apache-2.0", inside="sqlcipher3"),
    StaticPart(name="OpenSSL", version="4.0.3", licence="Apache-2.0", inside="cryptography"),
    StaticPart(name="HarfBuzz", version="15.0.0", licence="MIT-Modern-Variant", inside="uharfbuzz"),
    StaticPart(name="PDFium", version="159.0.8149.0", licence="BSD-3-Clause", inside="pypdfium2"),
    StaticPart(name="ICU", version="73.2", licence="Unicode-3.0", inside="PySide6_Essentials"),
    StaticPart(name="Qt", version="6.11.3", licence="LGPL-3.0-only", inside="PySide6_Essentials"),
    StaticPart(name="LibYAML", version="0.2.6", licence="MIT", inside="PyYAML"),
)
