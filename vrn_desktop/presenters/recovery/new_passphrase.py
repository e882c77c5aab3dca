"""A passphrase that is being chosen: four drawn words are offered first, one's own gets advice in words."""

import unicodedata
from dataclasses import dataclass, field, replace

TYPE_ONE = "Type a passphrase."
TYPE_AGAIN = "Type the passphrase a second time, just below."
DIFFERENT = "The two are not the same. Type it again."
DIFFERENT_FROM_WORDS = "That is not the same as the four words. Type them once more."


@dataclass(frozen=True, slots=True, kw_only=True)
class NewPassphrase:
    """`own` says that somebody would rather have their own; `again` is the second time it was typed."""

    suggested: str = field(default="", repr=False)
    own: bool = False
    typed: str = field(default="", repr=False)
    again: str = field(default="", repr=False)
    advice: tuple[str, ...] = ()
    problem: str = ""

    @property
    def chosen(self) -> str:
        """The passphrase that will count."""
        return self.typed if self.own else self.suggested


def problem_with(passphrase: NewPassphrase) -> str:
    """What is still missing, in words; empty when it was typed the same way twice."""
    if passphrase.own and not passphrase.typed:
        return TYPE_ONE
    if not passphrase.again:
        return TYPE_AGAIN
    if _same(passphrase.chosen, passphrase.again):
        return ""
    return DIFFERENT if passphrase.own else DIFFERENT_FROM_WORDS


def advised(passphrase: NewPassphrase, advice: tuple[str, ...]) -> NewPassphrase:
    """The same passphrase with advice that stands where a problem would."""
    return replace(passphrase, advice=advice, problem=" ".join(advice))


def _same(one: str, other: str) -> bool:
    return unicodedata.normalize("NFKC", one) == unicodedata.normalize("NFKC", other)
