"""What states, reasons and ladders are called on every page of the loop; neutral, no answer better than another."""

from vrn_desktop.domain.follow_up import FollowUpKind
from vrn_desktop.domain.handover import Caller
from vrn_desktop.domain.helping import Helping, StillGoing, WantedNext
from vrn_desktop.domain.outdated_contact import WhatChanged
from vrn_desktop.domain.referral import HowWeKnow, ReferralState
from vrn_desktop.domain.unmet_need import GapReason

PROMISES = {
    FollowUpKind.AFTERCARE: "See how they are",
    FollowUpKind.CHECK_IN: "Check in",
    FollowUpKind.IS_IT_HELPING: "Ask if it is helping",
    FollowUpKind.HANDOVER: "First call",
    FollowUpKind.REPLY_DUE: "Look for a reply",
}
"""What a promise is called in every list (TI-41)."""

STANDS = {
    ReferralState.OFFERED: "Offered, no answer yet",
    ReferralState.ACCEPTED: "They said yes",
    ReferralState.DECLINED: "They said no, which is fine",
    ReferralState.CONTACTED: "They are in contact",
    ReferralState.FIRST_APPOINTMENT: "They have been there",
    ReferralState.STILL_ENGAGED: "They still go there",
    ReferralState.ENDED: "It has ended",
    ReferralState.COULD_NOT_REACH: "No contact could be made",
}

NEWS = {
    ReferralState.ACCEPTED: "They say yes (again)",
    ReferralState.DECLINED: "They say no now",
    ReferralState.CONTACTED: "They are in contact",
    ReferralState.FIRST_APPOINTMENT: "They have been there",
    ReferralState.STILL_ENGAGED: "They still go there",
    ReferralState.ENDED: "It has ended",
    ReferralState.COULD_NOT_REACH: "No contact could be made",
}
"""What can be recorded, in the order in which it is offered."""

HOW_WE_KNOW = {
    HowWeKnow.YOUNG_PERSON: "They told me",
    HowWeKnow.REPLY_SLIP: "A reply slip",
    HowWeKnow.PHONE_CALL: "A phone call",
    HowWeKnow.SEEN: "I saw it myself",
    HowWeKnow.CHOSEN_TOGETHER: "Chosen together",
}
ASKED_FOR = tuple(how for how in HowWeKnow if how is not HowWeKnow.CHOSEN_TOGETHER)

CALLERS = {
    Caller.TOGETHER: "We call together",
    Caller.WORKER: "I call",
    Caller.YOUNG_PERSON: "They call",
    Caller.SERVICE: "The service calls",
}

STILL_GOING = {
    StillGoing.YES: "Yes",
    StillGoing.NOT_YET: "Not yet",
    StillGoing.STOPPED: "Not any more",
    StillGoing.RATHER_NOT_SAY: "Rather not say",
}
HELPING = {
    Helping.A_LOT: "Yes, a lot",
    Helping.A_BIT: "A bit",
    Helping.NOT_YET: "Not yet",
    Helping.WORSE: "It made things harder",
    Helping.RATHER_NOT_SAY: "Rather not say",
}
WANTED_NEXT = {
    WantedNext.GO_ON: "Go on like this",
    WantedNext.SOMETHING_ELSE: "Look for something else",
    WantedNext.A_BREAK: "Have a break",
    WantedNext.NOTHING_MORE: "Nothing more for now",
}

GAP_REASONS = {
    GapReason.NO_SERVICE: "There is no such service",
    GapReason.FULL: "It is full",
    GapReason.REFUSED: "It said no",
    GapReason.TOO_FAR: "It is too far away",
    GapReason.AGE_GAP: "Not for this age",
    GapReason.WAIT_TOO_LONG: "The wait is too long",
    GapReason.LANGUAGE_OR_ACCESS: "Language or access",
}

CHANGED = {
    WhatChanged.GONE: "It is no longer in the directory",
    WhatChanged.CLOSED: "It has closed",
    WhatChanged.RESTING: "It is closed for a time",
    WhatChanged.OTHER_NUMBER: "It has another number now",
}
