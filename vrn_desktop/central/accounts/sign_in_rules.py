"""What an office asks of everybody who signs in."""

from dataclasses import dataclass, field

from vrn_desktop.central.accounts.passphrases import GuessCost


@dataclass(frozen=True, slots=True, kw_only=True)
class SignInRules:
    """Held the same for everybody; people who come through the organisation's provider follow its rules."""

    cost: GuessCost = field(default_factory=GuessCost)
    keys_required: bool = True
    """Whether a passphrase alone lets nobody in."""
