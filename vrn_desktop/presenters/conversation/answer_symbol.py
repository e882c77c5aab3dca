"""A symbol beside each answer for easy reading; it follows the words and judges nothing (TI-38, TI-17)."""

from vrn_desktop.presenters.conversation.conversation_state import OptionView

YES, NO, IN_BETWEEN, NOT_SAY, NOT_SURE = (
    "check",
    "x",
    "scale",
    "hand",
    "circle-question-mark",
)
_NOT_SURE_CODE = "dont_know"


def symbol_of(option: OptionView) -> str:
    """The icon's name: a tick for words that begin with yes, a cross for no, scales for in between."""
    if option.is_silence:
        return NOT_SURE if option.code == _NOT_SURE_CODE else NOT_SAY
    first = option.text.split()[0].strip(".,").casefold() if option.text.split() else ""
    if first == "yes":
        return YES
    return NO if first in {"no", "not"} else IN_BETWEEN
