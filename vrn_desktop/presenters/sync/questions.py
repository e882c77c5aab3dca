"""What is asked once more before it is done, with what a yes means."""

from vrn_desktop.presenters.sync.sync_state import Asking, Question

WITHDRAW = Asking(
    question=Question.WITHDRAW,
    title="Withdraw the numbers of {period}?",
    text=(
        "Numbers cannot be taken back from those who saw them. The central office will not use them from "
        "when it hears of it. There will be no other numbers for this period, and a withdrawal stays for ever."
    ),
    yes="Withdraw them",
    no="Keep them",
)
NEW_KEY = Asking(
    question=Question.NEW_KEY,
    title="Make a new key for this site?",
    text=(
        "The present key goes on until the central office has the new one, by network or on a stick."
    ),
    yes="Make a new key",
    no="Keep the present key",
)
LEAVE = Asking(
    question=Question.LEAVE,
    title="Leave the network?",
    text=(
        "No numbers are drawn or sent any more, and what waits does not leave. What was sent stays with "
        "the central office. To come back, this site needs a new file and new words."
    ),
    yes="Leave the network",
    no="Stay",
)
WITHDRAWN = "They are withdrawn. The word about it waits to be sent like the numbers before it."
KEY_MADE, KEY_MADE_TEXT = (
    "The new key is made.",
    "Now send it to the central office, or save it and hand it over.",
)
HAS_LEFT = "This site has left the network. Tell the central office as well."
