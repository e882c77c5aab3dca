"""What became of something that was done on the page, and what to do next."""

from vrn_desktop.application.sync_views import KeyPosted, SendingOutcome, StickOutcome
from vrn_desktop.domain.errors import EnrolmentStepError, RefusedByOfficeError, StickTroubleError
from vrn_desktop.presenters.error_text import error_text
from vrn_desktop.presenters.service_sources.sources_state import Outcome, Tone
from vrn_desktop.presenters.wording import count, large_at_first

SHOWN = 3
DELIVERED = "Delivered: the central office has {messages} now."
KEPT = "{messages} with the central office; the receipt comes later."
NOTHING_DUE = "Nothing is due just now."
NOTHING_DUE_TEXT = "Numbers leave at your site’s own time, which is the same whatever happened."
KEY_WAITS = "The central office has our key and has yet to approve it."
KEY_WAITS_TEXT = (
    "The numbers wait until then. Ring them if you have not compared the six words yet."
)
IN_CONFLICT = "The central office holds other numbers."
IN_CONFLICT_TEXT = "See what to do at the top of this page."
REFUSED = "The central office refused it."
REFUSED_TEXT = "It says: {words}. Nothing is lost. Ring the central office."
ON_STICK = "{messages} on the stick."
ON_STICK_TEXT = "Give the stick to the central office. The same messages may go again at any time."
THERE_ALREADY = "Everything that waits is on the stick already."
NOTHING_TO_COPY = "Nothing waits, so nothing was copied."
STICK_TROUBLE = "The stick could not be used."
STICK_TROUBLE_TEXT = "{words}. Nothing is lost. Try again, or use another stick."
RECEIPTS = "{receipts} read from the stick."
NOTHING_NEW = "No new receipt on this stick."
NOTHING_NEW_TEXT = "Choose the folder in which the central office put them."
LEFT_ALONE = "Left alone: {files}."
MORE_FILES = "{files} more"
NOT_TAKEN = "This was not taken."
NOT_TAKEN_TEXT = "{words}. Nothing was changed. Ask the central office for a new file."
KEY_THERE = "The central office has our key."
KEY_THERE_TEXT = "Ring them now and compare the six words."
NEW_KEY_THERE = "The central office has the new key."
NEW_KEY_THERE_TEXT = (
    "It is in force with the next round of sending, by itself. Until then the present key goes on."
)
KEY_NO_ANSWER = "Nothing answered."
KEY_NO_ANSWER_TEXT = "That is usual without a network. Try later, or save the key file to a stick."
NEW_KEY_IN_FORCE = "The new key is in force."
NOT_NOW = "That is not possible now."


def sent(outcome: SendingOutcome) -> Outcome | None:
    """What a round of sending came to; a missing network is told by the grey line alone."""
    if outcome.key_waits or outcome.in_conflict:
        title, text = (
            (KEY_WAITS, KEY_WAITS_TEXT) if outcome.key_waits else (IN_CONFLICT, IN_CONFLICT_TEXT)
        )
        return Outcome(tone=Tone.NOTICE, title=title, text=text)
    if outcome.refused:
        text = REFUSED_TEXT.format(words=large_at_first(outcome.refused))
        return Outcome(tone=Tone.PROBLEM, title=REFUSED, text=text)
    kept = _kept(outcome.kept)
    if outcome.delivered:
        title = DELIVERED.format(messages=count(outcome.delivered, "message"))
        return Outcome(tone=Tone.DONE, title=title, text=kept)
    if kept:
        return Outcome(tone=Tone.DONE, title=kept)
    if outcome.tried_in_vain:
        return None
    return Outcome(tone=Tone.NOTICE, title=NOTHING_DUE, text=NOTHING_DUE_TEXT)


def copied(outcome: StickOutcome) -> Outcome:
    """What a stick took."""
    if outcome.trouble:
        return _stick_trouble(outcome.trouble)
    if outcome.put:
        title = ON_STICK.format(messages=count(outcome.put, "message is", "messages are"))
        return Outcome(tone=Tone.DONE, title=title, text=ON_STICK_TEXT)
    if outcome.there_already:
        return Outcome(tone=Tone.DONE, title=THERE_ALREADY, text=ON_STICK_TEXT)
    return Outcome(tone=Tone.NOTICE, title=NOTHING_TO_COPY)


def taken(outcome: StickOutcome) -> Outcome:
    """What a stick brought."""
    if outcome.trouble:
        return _stick_trouble(outcome.trouble)
    if outcome.in_conflict:
        return Outcome(tone=Tone.NOTICE, title=IN_CONFLICT, text=IN_CONFLICT_TEXT)
    alone = _left_alone(outcome)
    if outcome.delivered:
        title = RECEIPTS.format(receipts=count(outcome.delivered, "receipt"))
        return Outcome(tone=Tone.DONE, title=title, text=alone)
    text = "" if outcome.known_already else NOTHING_NEW_TEXT
    return Outcome(tone=Tone.NOTICE, title=NOTHING_NEW, text=" ".join(filter(None, (text, alone))))


def key_posted(posted: KeyPosted | None) -> Outcome:
    """What the central office said to our key."""
    if posted is None:
        return Outcome(tone=Tone.NOTICE, title=NOTHING_DUE)
    if posted.words:
        text = REFUSED_TEXT.format(words=large_at_first(posted.words))
        return Outcome(tone=Tone.PROBLEM, title=REFUSED, text=text)
    if posted.in_force:
        return Outcome(tone=Tone.DONE, title=NEW_KEY_IN_FORCE)
    if posted.waits:
        title, text = (
            (NEW_KEY_THERE, NEW_KEY_THERE_TEXT) if posted.replaces else (KEY_THERE, KEY_THERE_TEXT)
        )
        return Outcome(tone=Tone.DONE, title=title, text=text)
    return Outcome(tone=Tone.NOTICE, title=KEY_NO_ANSWER, text=KEY_NO_ANSWER_TEXT)


def failed(error: Exception) -> Outcome:
    """Why something could not be done."""
    if isinstance(error, RefusedByOfficeError):
        text = NOT_TAKEN_TEXT.format(words=large_at_first(str(error)))
        return Outcome(tone=Tone.PROBLEM, title=NOT_TAKEN, text=text)
    if isinstance(error, EnrolmentStepError):
        return Outcome(tone=Tone.PROBLEM, title=NOT_NOW, text=f"{large_at_first(str(error))}.")
    if isinstance(error, StickTroubleError):
        return _stick_trouble(str(error))
    told = error_text(error)
    return Outcome(tone=Tone.PROBLEM, title=told.what_happened, text=told.what_to_do)


def _kept(number: int) -> str:
    return KEPT.format(messages=count(number, "message is", "messages are")) if number else ""


def _stick_trouble(words: str) -> Outcome:
    text = STICK_TROUBLE_TEXT.format(words=large_at_first(words))
    return Outcome(tone=Tone.PROBLEM, title=STICK_TROUBLE, text=text)


def _left_alone(outcome: StickOutcome) -> str:
    files = [f"{each.name} ({each.reason})" for each in outcome.left_alone[:SHOWN]]
    more = len(outcome.left_alone) - len(files)
    if more > 0:
        files.append(MORE_FILES.format(files=count(more, "file")))
    return LEFT_ALONE.format(files="; ".join(files)) if files else ""
