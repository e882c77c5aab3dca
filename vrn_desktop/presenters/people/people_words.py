"""The words of the page of people."""

from vrn_desktop.domain.errors import NotAllowedError, StorageError
from vrn_desktop.domain.practitioner import Practitioner, Role
from vrn_desktop.presenters.error_text import told
from vrn_desktop.presenters.wording import full_date

ROLES = {
    Role.PRACTITIONER: "Practitioner",
    Role.SUPERVISOR: "Supervisor",
    Role.ADMINISTRATOR: "Administrator",
}
ROLE_HINTS = {
    Role.PRACTITIONER: "Holds conversations.",
    Role.SUPERVISOR: "Holds conversations, agrees to decisions, says who may sign in.",
    Role.ADMINISTRATOR: "Looks after sign-ins and cannot read records.",
}
WORKING = "One moment…"
GIVE_NAME = "Type the name."
SHORTER = "Use a shorter name, up to 100 characters."
SAME_NAME = "Somebody here has this name already. Add something that tells them apart."
TYPE_CURRENT = "Type your passphrase as it is now."
CURRENT_DIFFERS = "That is not your passphrase as it is now. Check Caps Lock and try again."
ADDED = "{name} can sign in now."
CHANGED = "Changed."
RESET = "{name} has a new passphrase. What they signed before can still be checked."
REMOVED = (
    "{name} can no longer sign in here. Collect any stick they have: backups made until today still open "
    "with their passphrase."
)
OWN_CHANGED = "Your passphrase is changed. Use the new one from now on."
SHEET_MADE = "The new recovery sheet counts from now on. Tear up the one from before."
NOT_YOURSELF = "You can’t note yourself as having left. Ask another supervisor to do it."
LAST_SUPERVISOR = (
    "{name} is the only supervisor here. Add another supervisor first, so that somebody can still "
    "agree to decisions and let people in."
)
ROLE_REFUSES = {
    Role.PRACTITIONER: "Practitioners can’t do this. Ask a supervisor.",
    Role.SUPERVISOR: "This could not be done for this person. Ask another supervisor.",
    Role.ADMINISTRATOR: (
        "Administrators can add and help other administrators only. A supervisor lets people in who "
        "read records."
    ),
}


def standing(person: Practitioner) -> str:
    """Trained or not, or since when somebody has left."""
    if person.left_on is not None:
        return f"Left on {full_date(person.left_on)}"
    if person.role is Role.ADMINISTRATOR:
        return "Does not read records"
    return "Trained" if person.trained else "Not yet trained"


def refusal(error: Exception, role: Role) -> str:
    """Why something was not done, for the role that asked."""
    if isinstance(error, NotAllowedError):
        return ROLE_REFUSES[role]
    if isinstance(error, StorageError):
        return f"{told(error)} Nothing was changed."
    return told(error)
