"""What the pages of sites call things."""

from collections.abc import Mapping
from types import MappingProxyType

from vrn_desktop.central.office.answers import IntakeRefusal
from vrn_desktop.central.office.site_standing import SiteKey
from vrn_desktop.exchange.errors import Refusal
from vrn_desktop.exchange.message_chain import ChainEvent

KEY_WORDS: Mapping[SiteKey, tuple[str, str]] = MappingProxyType(
    {
        SiteKey.OFFERED: ("wait", "No key yet"),
        SiteKey.WAITS: ("wait", "Waits for the six words"),
        SiteKey.IN_FORCE: ("good", "Enrolled"),
        SiteKey.ENDED: ("bad", "Key ended"),
    }
)
"""The kind of mark, and its words."""

EVENT_WORDS: Mapping[str, str] = MappingProxyType(
    {
        ChainEvent.SECOND_DRAW: (
            "Other numbers came for a period that was here already. Most likely two computers run"
            " copies of one file. The first numbers stay in use."
        ),
        ChainEvent.FORK: (
            "Two messages name the same one before them. Most likely the file was copied, or an"
            " older copy was restored."
        ),
    }
)

REFUSAL_WORDS: Mapping[str, str] = MappingProxyType(
    {
        Refusal.FORM: "Not in the form of such a file, or cut off",
        Refusal.VERSION: "A version this office does not know",
        Refusal.UNKNOWN_SENDER: "An unknown sender: the key is not enrolled here",
        Refusal.SIGNATURE: "Changed on the way, or signed by somebody else",
        Refusal.OTHER_KEY: "Sealed for keys this office does not hold",
        Refusal.SEAL: "The seal does not open",
        IntakeRefusal.REVOKED: "The site's key was revoked or replaced",
        IntakeRefusal.TOO_LARGE: "Larger than such a file can be",
        IntakeRefusal.TOO_SLOW: "Took too long to arrive",
        IntakeRefusal.TOO_MANY: "Too many at once from one computer",
        IntakeRefusal.UNAVAILABLE: "This office could not keep it just then",
    }
)
"""For any other reason the code itself is shown."""
