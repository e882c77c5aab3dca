"""A whole session through the real window with a canary for everything personal; says what it saw as JSON.

Run in a process of its own, with a home and a temporary folder of its own; it locks the file at the end.
"""

import json
import os
import sys
from dataclasses import replace

from vrn_desktop.vault.process_hardening import harden

harden(os.environ)

from PySide6.QtCore import QTimer  # noqa: E402 - after hardening, as in the program
from PySide6.QtGui import QAccessible, QAccessibleInterface, QGuiApplication  # noqa: E402
from PySide6.QtWidgets import QApplication, QWidget  # noqa: E402

from db.numbered_files import NumberedFiles  # noqa: E402
from tests.end_to_end.canaries import CANARIES  # noqa: E402
from tests.ui.stray_windows import StrayWindows  # noqa: E402
from ui.application import make_application, open_shell  # noqa: E402
from ui.private_clipboard import private_clipboard  # noqa: E402
from ui.shell import Shell  # noqa: E402
from vrn_desktop.application.file_service import FileService  # noqa: E402
from vrn_desktop.application.other_letters import OtherLetterChoices  # noqa: E402
from vrn_desktop.application.program import Program  # noqa: E402
from vrn_desktop.bootstrap.program_start import begin_program  # noqa: E402
from vrn_desktop.bootstrap.time_and_identifiers import now  # noqa: E402
from vrn_desktop.domain.letter import LetterKind  # noqa: E402
from vrn_desktop.presenters.letters_to_print_words import sent_words  # noqa: E402
from vrn_desktop.presenters.navigation_presenter import Place, Route  # noqa: E402
from vrn_desktop.self_test import after_steps, set_up_steps, talk_steps  # noqa: E402
from vrn_desktop.self_test.asking import ask, session_of, the_screening  # noqa: E402
from vrn_desktop.self_test.invented_case import CASE  # noqa: E402
from vrn_desktop.self_test.paper_in_memory import PaperInMemory  # noqa: E402
from vrn_desktop.self_test.stage import Stage, StepFailedError  # noqa: E402
from vrn_desktop.vault.key_cost import FLOOR  # noqa: E402
from vrn_desktop.vault.vault_file import VaultFile  # noqa: E402

CONTINUE = "footer-continue"
SERVICE = "Shelter"


class Looking(Stage):
    """A stage that takes no pictures: any picture on the disk would be a finding."""

    def picture(self, title: str) -> object:  # type: ignore[override]  # nothing is saved
        self.settle()
        return None


class CanarySession:
    """One program, opened twice: set up and locked, then a whole day of work and locked again."""

    def __init__(self) -> None:
        self.application = make_application()
        self.stray = StrayWindows(self.application)
        self.paper = PaperInMemory()
        self.seen: dict[str, object] = {"covered": []}
        self._program = self._begun()
        self._locked = False
        self._open()

    def _begun(self) -> Program:
        """The program as the window begins it, with a key that is cheap to derive."""
        program = begin_program(None)
        assert program.trouble is None
        vault = VaultFile(program.folder, cost=FLOOR)
        files = FileService(vault, lambda: NumberedFiles(program.folder, vault, now), now)
        return replace(program, file=files, start_afresh=self._note_lock)

    def _note_lock(self) -> None:
        self._locked = True

    def _open(self) -> None:
        self.shell: Shell = open_shell(
            self.application, self._program, choose_paper=lambda _parent: self.paper
        )
        self.shell.window.show()
        self.shell.window.activateWindow()
        self.stage = Looking(self.shell.window, self._program.folder)

    def lock(self) -> None:
        self._locked = False
        self.shell.lock()
        self.stage.wait(lambda: self._locked, "the file is locked")
        self.shell.window.hide()
        self.shell.window.deleteLater()

    def live_through(self) -> None:
        """A day's work."""
        passphrases = set_up_steps.set_up(self.stage)
        self.lock()
        self._open()
        set_up_steps.sign_in(self.stage, CASE.practitioner, passphrases.practitioner)
        talk_steps.CASE = replace(  # type: ignore[attr-defined]  # the steps read their case there
            CASE, told_whom=CANARIES.told_whom, done=CANARIES.done, outcome=CANARIES.outcome
        )
        self._begin()
        self._open_the_talk()
        self._say_more()
        self._hide_and_come_back(passphrases.practitioner)
        talk_steps.questions(self.stage, self.shell)
        self._close_the_talk()
        self._decide()
        self._letter()
        self._letters_in_one_job()
        self._afterwards()
        self._crash()
        self._count_what_is_kept()
        self.lock()
        self.seen["clipboard"] = QGuiApplication.clipboard().text()
        self.seen["titles"] = sorted(self.stray.titles)
        self.seen["stray"] = self.stray.seen
        self.seen["jobs"] = self.paper.jobs
        self.seen["printed"] = self.paper.size
        self.seen["folder"] = str(self._program.folder)
        self.seen["secrets"] = [passphrases.practitioner, passphrases.supervisor]

    def _begin(self) -> None:
        stage = self.stage
        stage.click("home-start")
        stage.write("new-name", CANARIES.name)
        stage.write("new-age", "16")
        stage.write("new-pronouns", CANARIES.pronouns)
        stage.click("new-begin")

    def _open_the_talk(self) -> None:
        stage = self.stage
        stage.find("privacy", QWidget)
        stage.click("privacy-who-nobody")
        stage.click("privacy-private-private")
        stage.click(CONTINUE)
        stage.find("access", QWidget)
        stage.write("access-words-area", CANARIES.access)
        stage.click(CONTINUE)
        stage.find("agreement", QWidget)
        stage.click("agreement-saidBack-own_words")
        stage.write("agreement-words-area", CANARIES.said_back)
        stage.click("agreement-agrees-yes")
        stage.click(CONTINUE)
        stage.find("choices", QWidget)
        stage.click("choices-how-talk")
        stage.write("choices-calming-area", CANARIES.calming)
        stage.click(CONTINUE)
        stage.find("intro", QWidget)

    def _say_more(self) -> None:
        stage = self.stage
        stage.click("header-telling")
        stage.write("telling-words-area", CANARIES.telling)
        stage.click("telling-done")
        stage.click(CONTINUE)
        stage.find("question", QWidget)
        stage.click("question-addWords")
        stage.write("ownWords-area", CANARIES.own_words)
        stage.click(stage.names("sideNote-")[-1])
        stage.click("place-kind-online")
        stage.click("place-time-any_time")
        stage.write("place-words-area", CANARIES.place)
        stage.click("place-save")
        stage.wait(lambda: not stage.is_there("place"), "the place is noted")

    def _hide_and_come_back(self, passphrase: str) -> None:
        self.shell.window.cover()
        self.stage.settle()
        self.seen["covered"] = spoken(self.application)
        self.shell.window.uncover_requested.emit(passphrase)
        self.stage.wait(
            lambda: not self.shell.window.cover_screen.isVisible(), "the screen is given back"
        )
        self.seen["uncovered"] = len(spoken(self.application))

    def _close_the_talk(self) -> None:
        stage = self.stage
        stage.find("back-to-now", QWidget)
        stage.click(CONTINUE)
        stage.write("your-words-field-area", CANARIES.letter_words)
        stage.click("your-words-approve")
        private_clipboard.copy(CANARIES.letter_words)
        stage.click(CONTINUE)
        stage.write("what-matters-field-area", CANARIES.matters)
        stage.click(CONTINUE)
        stage.find("choose-help", QWidget)
        directory = session_of(self.shell).services.content.services()
        entry = next(entry for entry in directory.entries if entry.name == SERVICE)
        stage.click(f"service-{entry.id}-accepted")
        stage.click(CONTINUE)
        stage.click("safe-take_paper-yes")
        stage.click("safe-write-yes")
        stage.write("safe-write_to", f"{CANARIES.contact_name}\n{CANARIES.address}\nInventown")
        stage.click("safe-opened_by_safe_people_only-yes")
        stage.click("safe-text-yes")
        stage.write("safe-phone_number", CANARIES.phone)
        stage.write("safe-contact_name", CANARIES.contact_name)
        stage.write("safe-never_contact", CANARIES.never_contact)
        stage.click(CONTINUE)
        stage.write("today-doing", CANARIES.doing)
        stage.write("today-with", CANARIES.with_whom)
        stage.click("today-check-in-7")
        stage.click(CONTINUE)
        stage.click("your-view-listened-yes")
        stage.click(CONTINUE)
        stage.click("worker-check-answer-ok")
        stage.click(CONTINUE)
        after_steps.noted(stage)

    def _decide(self) -> None:
        stage = self.stage
        screening = the_screening(stage, self.shell)
        self.shell.go(Route(place=Place.LEVEL, screening=screening))
        stage.click("level-verdict-different")
        stage.click("level-wanted-tertiary")
        stage.write("level-reason-area", CANARIES.reason)
        stage.write("level-reflection-area", CANARIES.reflection)
        stage.click("level-save")
        stage.find("level-decided", QWidget)

    def _letter(self) -> None:
        stage = self.stage
        self.shell.go(Route(place=Place.LETTER, screening=the_screening(stage, self.shell)))
        stage.find("document-preview", QWidget)
        for name in stage.names("letter-checked-"):
            stage.click(name)
        stage.click("letter-post")
        stage.click("letter-confirm")
        stage.click("letter-print")
        stage.wait(lambda: self.paper.size > 0, "it is printed")
        stage.click("letter-channel-hand")
        stage.click("letter-reading-told_back")
        stage.click("letter-note")
        stage.find("letter-given-words", QWidget)

    def _letters_in_one_job(self) -> None:
        """A letter in Urdu with the English one, and the card, kept and printed from the list."""
        stage, shell = self.stage, self.shell
        screening = the_screening(stage, shell)
        shell.go(Route(place=Place.LETTER, screening=screening))
        stage.find("document-preview", QWidget)
        for name in stage.names("letter-checked-"):
            stage.click(name)
        stage.click("letter-language-ur")
        stage.click("letter-confirm")
        stage.find("letter-again", QWidget)
        others = session_of(shell).services.letters.others
        card = OtherLetterChoices(kind=LetterKind.WALLET_CARD)
        ask(stage, shell, lambda: others.confirm(screening, card))
        shell.go(Route(place=Place.LETTERS_TO_PRINT))
        stage.click("batch-all")
        self.seen["batch"] = len(stage.names("batch-letter-"))
        before = self.paper.size
        stage.click("batch-print")
        stage.wait(lambda: sent_words(2) in stage.words(), "both letters are printed")
        self.seen["batch printed"] = self.paper.size - before

    def _afterwards(self) -> None:
        stage, shell = self.stage, self.shell
        screening = the_screening(stage, shell)
        shell.go(Route(place=Place.LEVEL, screening=screening))
        stage.click("level-finish")
        stage.write("level-addendum-area", CANARIES.addendum)
        stage.click("level-add-addendum")
        stage.wait(lambda: CANARIES.addendum in stage.words(), "it is added")
        session_of(shell).names.switch()
        shell.go(Route(place=Place.YOUNG_PEOPLE))
        stage.write("people-search", CANARIES.name[:5])
        for place in (Place.HOME, Place.CONVERSATIONS, Place.BACKUP, Place.SETTINGS):
            shell.go(Route(place=place))
            ask(stage, shell, lambda: None)
        stage.find("settings", QWidget)
        shell.go(Route(place=Place.HOME))

    def _crash(self) -> None:
        """Something unexpected with personal things in its variables and in its words, twice."""
        QTimer.singleShot(0, lambda: crash(CANARIES.crash))
        self._told_of_crash()
        self.shell.runner.run(lambda: crash(CANARIES.crash), then=forget)
        self._told_of_crash()

    def _told_of_crash(self) -> None:
        self.stage.wait(lambda: self.stage.is_there("crashSheet"), "the notice is shown")
        self.seen["crash words"] = self.stage.words()
        self.stage.click("crashSheet-goOn")

    def _count_what_is_kept(self) -> None:
        """The canaries are really in the file; otherwise finding none outside would prove nothing."""
        services = session_of(self.shell).services
        the_one = the_screening(self.stage, self.shell)
        screening = ask(self.stage, self.shell, lambda: services.screenings.load(the_one))
        person = screening.young_person_id
        story = ask(self.stage, self.shell, lambda: services.young_people.story(person))
        contact = ask(self.stage, self.shell, lambda: services.letters.safe_contact(person))
        level = ask(self.stage, self.shell, lambda: services.levels.picture(the_one))
        actions = ask(self.stage, self.shell, lambda: services.escalations.of_screening(the_one))
        places = ask(self.stage, self.shell, lambda: services.aftertalk.places(the_one))
        added = ask(self.stage, self.shell, lambda: services.screenings.addenda(the_one))
        kept = repr((screening, story, contact, level, actions, places, added))
        self.seen["kept"] = [word for word in CANARIES.words() if word in kept]


def forget(_nothing: object) -> None:
    """The job before does not come to an answer."""


def crash(about_someone: str) -> None:
    them = {about_someone: about_someone}
    raise LookupError(f"{about_someone} {them}")


def spoken(application: QApplication) -> list[str]:
    """Every name, value and description that a screen reader finds in any window."""
    found: list[str] = []
    waiting: list[QAccessibleInterface | None] = [
        QAccessible.queryAccessibleInterface(window)
        for window in application.topLevelWidgets()
        if window.isVisible()
    ]
    parts = (QAccessible.Text.Name, QAccessible.Text.Value, QAccessible.Text.Description)
    while waiting:
        one = waiting.pop()
        if one is None or one.state().invisible:
            continue
        found += [one.text(part) for part in parts if one.text(part)]
        waiting += [one.child(place) for place in range(one.childCount())]
    return found


def main() -> int:
    session = CanarySession()
    try:
        session.live_through()
    except StepFailedError as failure:
        sys.stderr.write(f"{failure} on:\n{session.stage.words()}\n")
        return 1
    finally:
        session.shell.runner.close()
    sys.stdout.write(json.dumps(session.seen) + "\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
