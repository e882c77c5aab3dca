"""What makes a passphrase good enough, said in words of advice."""

from dataclasses import dataclass

from vrn_desktop.domain.errors import DomainError


@dataclass(frozen=True, slots=True, kw_only=True)
class PassphraseAdvice:
    """Whether a passphrase is accepted, and what would make it harder to guess (security.md 3.2).

    Advice is words, never a colour or a bar; an accepted passphrase carries none.
    """

    accepted: bool
    advice: tuple[str, ...] = ()


class PassphraseTooEasyError(DomainError):
    """This passphrase could be guessed; `advice` says what would help."""

    def __init__(self, advice: tuple[str, ...]) -> None:
        self.advice = advice
        super().__init__("the passphrase could be guessed")
