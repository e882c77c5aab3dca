"""Passphrases: drawn from a word list, or one's own if it is hard enough to guess."""

import secrets
import unicodedata
from collections.abc import Callable, Mapping
from types import MappingProxyType

from vrn_desktop.domain.passphrase import PassphraseAdvice, PassphraseTooEasyError
from vrn_desktop.vault.word_lists import phrase_words

PHRASE_WORDS = 4
LEAST_CHARACTERS = 12
LEAST_GUESSES = 10**11
JUDGED_CHARACTERS = 72
"""zxcvbn refuses longer texts (security.md 3.2)."""

USE_MORE_CHARACTERS = "Use at least 12 characters. Four words are easier to remember than signs."
ADD_WORDS = "Add another word or two that have nothing to do with each other."
LEAVE_OUT: Mapping[str, str] = MappingProxyType(
    {
        "known": "Leave out names and places that people here would know.",
        "date": "Leave out dates and years.",
        "repeat": "Leave out repeated letters and words.",
        "sequence": "Leave out rows such as abc or 123.",
        "spatial": "Leave out keys that lie side by side on the keyboard.",
    }
)


def normalised(passphrase: str) -> str:
    """The same passphrase from every keyboard and system (NFKC)."""
    return unicodedata.normalize("NFKC", passphrase)


def suggest_phrase(draw: Callable[[int], int] = secrets.randbelow) -> str:
    """Four words drawn at random; `draw(n)` gives a number below n."""
    words = phrase_words()
    return " ".join(words[draw(len(words))] for _ in range(PHRASE_WORDS))


def judge(passphrase: str, known: tuple[str, ...] = ()) -> PassphraseAdvice:
    """Whether somebody with the copied file would need long enough to guess it."""
    # zxcvbn loads 30,000 words: it must not delay the unlock window, which never judges.
    from zxcvbn import zxcvbn  # noqa: PLC0415

    text = normalised(passphrase)
    parts = [part for name in known for part in (name, *name.split())]
    result = zxcvbn(text[:JUDGED_CHARACTERS], user_inputs=parts)
    advice = [] if len(text) >= LEAST_CHARACTERS else [USE_MORE_CHARACTERS]
    if result["guesses"] < LEAST_GUESSES:
        advice += [
            sentence for kind, sentence in LEAVE_OUT.items() if kind in _kinds(result["sequence"])
        ]
        advice.append(ADD_WORDS)
    return PassphraseAdvice(accepted=not advice, advice=tuple(advice))


def require_hard_to_guess(passphrase: str, known: tuple[str, ...] = ()) -> None:
    """Raise PassphraseTooEasyError unless the passphrase is accepted."""
    judged = judge(passphrase, known)
    if not judged.accepted:
        raise PassphraseTooEasyError(judged.advice)


def _kinds(sequence: list[dict[str, object]]) -> set[object]:
    known = {"known" for match in sequence if match.get("dictionary_name") == "user_inputs"}
    return known | {match["pattern"] for match in sequence}
