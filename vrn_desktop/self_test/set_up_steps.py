"""The first steps of the walk: set the file up page by page, lock it, unlock it."""

import dataclasses
import re

from PySide6.QtWidgets import QLabel, QWidget

from vrn_desktop.presenters.recovery.sheet_words import ROW_NAMES
from vrn_desktop.self_test.invented_case import CASE
from vrn_desktop.self_test.stage import Stage, StepFailedError

CONTINUE = "firstRun-continue"
SHEET_WORDS = 4


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Passphrases:
    """What the two people of the walk sign in with."""

    supervisor: str = dataclasses.field(repr=False)
    practitioner: str = dataclasses.field(repr=False)


def set_up(stage: Stage) -> Passphrases:
    """Walk through the set-up, page by page."""
    stage.picture("welcome")
    stage.click(CONTINUE)
    stage.picture("text-size-and-colours")
    stage.click(CONTINUE)
    for field, words in (
        ("organisation", CASE.organisation),
        ("setting_name", CASE.setting_name),
        ("place", CASE.place),
        ("phone", CASE.phone),
    ):
        stage.write(f"setting-{field}", words)
    stage.click("setting-kind-youth_outreach")
    stage.click("setting-basis-legitimate_interests")
    stage.picture("organisation-and-setting")
    stage.click(CONTINUE)
    passphrases = Passphrases(
        supervisor=_person(stage, "supervisor", CASE.supervisor),
        practitioner=_person(stage, "practitioner", CASE.practitioner),
    )
    stage.click("administrator-later")
    if stage.is_there("administrator-now"):
        stage.click(CONTINUE)
    stage.write("lead-lead_name", CASE.lead)
    stage.write("lead-lead_number", CASE.lead_number)
    stage.picture("safeguarding-lead")
    stage.click(CONTINUE)
    _recovery_sheet(stage)
    stage.find("check-lines", QWidget)
    stage.picture("check-and-finish")
    stage.click(CONTINUE)
    stage.find("home-greeting", QLabel)
    return passphrases


def unlock(stage: Stage, passphrase: str) -> None:
    """The unlock page: a wrong passphrase first, then the right one."""
    stage.picture("unlock")
    sign_in(stage, CASE.practitioner, "not the right words")
    stage.wait(lambda: stage.is_enabled("unlock-person"), "the wrong passphrase is refused")
    stage.picture("unlock-that-did-not-match")
    stage.write_anew("unlock-passphrase-line", passphrase)
    stage.click("unlock-go")
    stage.find("home-greeting", QLabel)
    stage.picture("home-nothing-due")


def sign_in(stage: Stage, name: str, passphrase: str) -> None:
    """Choose a name, type a passphrase, unlock."""
    stage.pick("unlock-person", name)
    stage.write("unlock-passphrase-line", passphrase)
    stage.click("unlock-go")


def _person(stage: Stage, role: str, name: str) -> str:
    stage.write(f"{role}-name", name)
    stage.click(f"{role}-trained")
    passphrase = stage.find(f"{role}-passphrase-words", QLabel).text()
    stage.write(f"{role}-passphrase-again-words-line", passphrase)
    stage.picture(f"{role}-and-passphrase")
    stage.click(CONTINUE)
    return passphrase


def _recovery_sheet(stage: Stage) -> None:
    card = stage.find("sheet-part-card", QWidget)
    shown = " ".join(label.text() for label in card.findChildren(QLabel))
    rows = [row.split() for row in re.split("|".join(ROW_NAMES), shown)[1:]]
    stage.picture("recovery-sheet")
    stage.click("sheet-part-print")
    stage.click("sheet-part-have")
    field = stage.find("sheet-part-row-field", QWidget)
    asked = re.search(r"\d", field.findChildren(QLabel)[0].text())
    if asked is None or [len(row) for row in rows] != [SHEET_WORDS] * len(ROW_NAMES):
        raise StepFailedError("the recovery sheet does not show its rows")
    stage.write("sheet-part-row", " ".join(rows[int(asked[0]) - 1]))
    stage.picture("recovery-sheet-row-typed-back")
    stage.click("sheet-part-check")
