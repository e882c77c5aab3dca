"""Why a letter stays shut and what would open it, in plain words; no answer is ever named.

Everything that speaks of worry about home is said in one way, so that nobody can tell from it which answer or
flag it was. These words are for the worker and never stand in the young person's view.
"""

from vrn_desktop.domain.letter import LetterKind
from vrn_desktop.domain.letter_gates import (
    CardGate,
    KeptGate,
    ParentGate,
    Reason,
    SchoolGate,
    ServiceGate,
)

LEAD_FIRST = "This letter stays shut for now. Speak to your safeguarding lead before anyone at home is contacted."
ASK_AGAIN = "It may be somebody they said never to talk to. Ask the safe-contact questions again."
LOOK_AT_COMPETENCE = "Look at whether they can decide this for themselves."

WORDS: dict[Reason, str] = {
    ParentGate.NO_SAFE_ADULT: (
        "They have not named an adult at home it is OK to talk to. Ask the safe-contact questions."
    ),
    ParentGate.NEVER_CONTACT: ASK_AGAIN,
    ParentGate.FAMILY_BLOCKED: LEAD_FIRST,
    ParentGate.WORRY_NOT_RULED_OUT: "Say that nothing worries you about this adult at home.",
    ParentGate.COMPETENCE_NOT_LOOKED_AT: LOOK_AT_COMPETENCE,
    ParentGate.NOT_AGREED: "Ask if they are happy with this letter. It needs their yes.",
    ParentGate.POST_NOT_SAFE: "They have not said that it is safe to write there. Give it in another way.",
    ServiceGate.NO_SERVICE: "Choose a service together first.",
    ServiceGate.NO_CONSENT: "Ask if they agree to this service being told. Their yes is for this one only.",
    ServiceGate.CONSENT_TAKEN_BACK: "They took back their yes to this service. Ask again, or leave it.",
    ServiceGate.COMPETENCE_NOT_LOOKED_AT: LOOK_AT_COMPETENCE,
    ServiceGate.NOT_COMPETENT: (
        "You noted that they cannot decide this alone yet. Ask a parent or carer, unless that is not safe."
    ),
    ServiceGate.REASON_NOT_WRITTEN: "Write down the lawful reason in one sentence.",
    SchoolGate.NO_NAMED_PERSON: (
        "They have not said yes to school, or to whom there. Ask the safe-contact questions."
    ),
    SchoolGate.NEVER_CONTACT: ASK_AGAIN,
    SchoolGate.USE_SAFEGUARDING_ROUTE: (
        "Tell the safeguarding lead instead, and note what was done. "
        "A letter about support can follow."
    ),
    SchoolGate.NOT_SAID_SUPPORT_ONLY: (
        "Say that this letter is about support only. "
        "For a worry about safety, tell the safeguarding lead instead."
    ),
    SchoolGate.NOT_AGREED: "Ask if they are happy with this letter. It needs their yes.",
    CardGate.NAMES_NOT_SAID_SAFE: "Ask first if names on the card are safe for them.",
    CardGate.PROJECT_NOT_SAID_SAFE: "Ask first if our name on the card is safe for them.",
    KeptGate.SAFE_CONTACT_CHANGED: (
        "What is safe has changed since it was made. Look at it together and make a new one."
    ),
    KeptGate.SERVICE_CHANGED: (
        "A service in it has closed or changed since it was made. Make a new one."
    ),
    KeptGate.CHECK_TOO_OLD: (
        "The number of a service in it has to be checked again. Check it, then make a new one."
    ),
}

ASKED_ON_THE_PAGE: frozenset[Reason] = frozenset(
    {
        ParentGate.WORRY_NOT_RULED_OUT,
        ParentGate.COMPETENCE_NOT_LOOKED_AT,
        ParentGate.NOT_AGREED,
        SchoolGate.NOT_SAID_SUPPORT_ONLY,
        SchoolGate.NOT_AGREED,
    }
)
"""What the page of the letter itself asks; these do not hold back the way to it."""

TITLES = {
    LetterKind.YOUNG_PERSON: "The young person",
    LetterKind.PARENT_CARER: "A parent or carer",
    LetterKind.SERVICE_REFERRAL: "A service",
    LetterKind.SCHOOL: "School or another setting",
    LetterKind.WALLET_CARD: "A card for the pocket",
}
ABOUT = {
    LetterKind.YOUNG_PERSON: "Thanks, their own words, the services they chose, and what happens next.",
    LetterKind.PARENT_CARER: "We met, and some help the family may like. Nothing they did not agree to.",
    LetterKind.SERVICE_REFERRAL: "Asks one service for help, with their yes to this service.",
    LetterKind.SCHOOL: "The support they agreed to. It gives no reasons.",
    LetterKind.WALLET_CARD: "Only numbers, so that it gives nothing away.",
}
PAGE_TITLES = {
    LetterKind.YOUNG_PERSON: "A letter to take home",
    LetterKind.PARENT_CARER: "A letter to a parent or carer",
    LetterKind.SERVICE_REFERRAL: "A letter to a service",
    LetterKind.SCHOOL: "A letter to school",
    LetterKind.WALLET_CARD: "A card for the pocket",
}


def why_shut(reasons: tuple[Reason, ...]) -> tuple[str, ...]:
    """Every reason once, in plain words, each with what would open the letter.

    Where the safeguarding lead comes first, nothing else is said: there is nothing to put right by asking.
    """
    if ParentGate.FAMILY_BLOCKED in reasons:
        return (LEAD_FIRST,)
    return tuple(dict.fromkeys(WORDS[reason] for reason in reasons))
