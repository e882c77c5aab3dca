"""The words of the set-up pages."""

from vrn_desktop.domain.practitioner import Role
from vrn_desktop.presenters.first_run.first_run_state import FirstRunPage

TITLES = {
    FirstRunPage.WELCOME: "Welcome",
    FirstRunPage.LOOK: "Text size and colours",
    FirstRunPage.WORKPLACE: "Organisation and setting",
    FirstRunPage.SUPERVISOR: "First supervisor",
    FirstRunPage.PRACTITIONER: "First practitioner",
    FirstRunPage.ADMINISTRATOR: "Administrator, if any",
    FirstRunPage.LEAD: "Safeguarding lead",
    FirstRunPage.SHEET: "Recovery sheet",
    FirstRunPage.CHECK: "Check and finish",
}
DONE, NOW, NOT_YET, LATER = "Done", "You are here", "Not started yet", "Later"
ROLES = {
    Role.SUPERVISOR: "Supervisor",
    Role.PRACTITIONER: "Practitioner",
    Role.ADMINISTRATOR: "Administrator",
}
WHAT_A_ROLE_DOES = {
    Role.SUPERVISOR: (
        "A supervisor holds conversations, agrees to colleagues’ decisions, and says who may sign in."
    ),
    Role.PRACTITIONER: (
        "A practitioner holds conversations. Please hand the laptop over: they choose their own "
        "passphrase, and nobody else should see it."
    ),
    Role.ADMINISTRATOR: (
        "An administrator, often someone from IT, looks after sign-ins. They can never read what "
        "young people have told you. Many teams do without one."
    ),
}
COMES_LATER = {
    Role.PRACTITIONER: "They are not here now. Add them later",
    Role.ADMINISTRATOR: "We don’t need one now",
}
SETTING_UP = "Setting up, about a second…"
MAKING_SHEET = "Making the keys and the sheet…"
LOOKING = "Looking at the passphrase…"
SHEET_IS_NEW = (
    "Names or passphrases have changed, so this is a new sheet. Tear up the one from before."
)
GUESSED_NOW = "This passphrase could be guessed with what was typed since. Choose another."
GIVE_NAME = "Type the name."
SAME_NAME = "Two people have the same name. Add something that tells them apart."
