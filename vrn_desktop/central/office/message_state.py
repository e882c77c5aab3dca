"""How far a sealed message has come at the centre, and how far a key that asks to be enrolled."""

from enum import StrEnum


class MessageState(StrEnum):
    """What became of a message whose sender and signature were right."""

    WAITING = "waiting"
    """Kept on the disk; somebody with the keys has yet to open it."""
    ACCEPTED = "accepted"
    CONFLICT = "conflict"
    """Other numbers of its period were there first."""
    REFUSED = "refused"
    """It opened to something that no site says, or not at all."""


class DeviceState(StrEnum):
    """What a site's key may do."""

    WAITING = "waiting"
    """It asked; the six words were not compared yet."""
    APPROVED = "approved"
    REFUSED = "refused"
    """The words differed."""
    REVOKED = "revoked"
    """Nothing signed with it is taken any more."""
    REPLACED = "replaced"
    """A newer key took its place; what it had signed before still comes for a while."""
