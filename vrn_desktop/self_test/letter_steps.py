"""The walk through the other letters: who it is for, each kind where its gate opens, one taken back."""

from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QWidget

from ui.document_preview import DocumentPreview
from ui.shell import Shell
from vrn_desktop.domain.letter import LetterKind
from vrn_desktop.presenters.letter_words import SENT
from vrn_desktop.presenters.navigation_presenter import Place, Route
from vrn_desktop.self_test.asking import ask, look_at, session_of, the_screening
from vrn_desktop.self_test.stage import Stage, StepFailedError

PDF_START = b"%PDF-"
ADULT, TEACHER = "Aunt Invented", "Mx Made-Up"
OTHERS = (
    LetterKind.PARENT_CARER,
    LetterKind.SERVICE_REFERRAL,
    LetterKind.SCHOOL,
    LetterKind.WALLET_CARD,
)


def other_letters(stage: Stage, shell: Shell, folder: Path) -> tuple[Path, ...]:
    """The letters home, to a service and to school, and the card, each as a PDF beside the pictures."""
    screening = the_screening(stage, shell)
    services = session_of(shell).services
    shell.go(Route(place=Place.LETTER_FOR, screening=screening))
    stage.find("letter-kind-parent_carer-shut", QWidget)
    stage.picture("who-the-letter-is-for-before-asking")
    stage.click("letter-kind-parent_carer-opener")
    _say_who_may_know(stage)
    stage.find("letter-kind-parent_carer", QWidget)
    stage.picture("who-the-letter-is-for")
    written = []
    for kind in OTHERS:
        shell.go(Route(place=Place.LETTER_FOR, screening=screening))
        stage.click(f"letter-kind-{kind.value}")
        stage.find("other-letter", QWidget)
        _choose(stage, kind)
        stage.find("document-preview", DocumentPreview)
        stage.picture(f"letter-{kind.value}-draft")
        stage.click("letter-confirm")
        stage.find("kept-letter-print", QWidget)
        stage.click("kept-letter-print")
        stage.wait(lambda: SENT in stage.words(), "it is noted that it was printed")
        matter = ask(stage, shell, lambda: services.letters.others.matter(screening))
        record = next(made for made in matter.made_before if made.kind is kind)
        pdf = ask(stage, shell, partial(services.letters.pages_of, record.id))
        if not pdf.startswith(PDF_START):
            raise StepFailedError(f"the letter {kind.value} is not a document")
        path = folder / f"letter-{kind.value}.pdf"
        path.write_bytes(pdf)
        written.append(path)
    stage.picture("kept-letter")
    stage.click("kept-letter-recall-reason-wrong_detail")
    stage.click("kept-letter-recall")
    stage.find("kept-letter-recalled", QWidget)
    if stage.is_there("kept-letter-print"):
        raise StepFailedError("a letter that was taken back can still be printed")
    stage.picture("letter-taken-back")
    person = ask(stage, shell, lambda: services.screenings.load(screening)).young_person_id
    look_at(
        stage,
        shell,
        Route(place=Place.YOUNG_PERSON, young_person=person),
        "young-person-with-letters",
    )
    return tuple(written)


def _say_who_may_know(stage: Stage) -> None:
    stage.find("safe-contact-screen", QWidget)
    for field, who in (("talk_to_adult_at_home", ADULT), ("tell_school", TEACHER)):
        stage.click(f"safe-{field}-yes")
        words = "adult_at_home" if field == "talk_to_adult_at_home" else "school_person"
        stage.write(f"safe-{words}", who)
    stage.click("safe-contact-keep")


def _choose(stage: Stage, kind: LetterKind) -> None:
    """What has to be asked for this kind, and a service where there is one."""
    match kind:
        case LetterKind.PARENT_CARER:
            stage.click("letter-agrees-yes")
            stage.click("letter-no-worry")
            stage.click("letter-share-name")
            _tick_services(stage)
        case LetterKind.SERVICE_REFERRAL:
            if stage.is_there("letter-to-service-checked"):
                stage.click("letter-to-service-checked")
            stage.click("letter-consent")
            stage.click("letter-share-help_wanted")
        case LetterKind.SCHOOL:
            stage.click("letter-agrees-yes")
            stage.click("letter-support-only")
            stage.click("letter-support-check_in_adult")
            stage.click("letter-support-place_to_go")
        case LetterKind.WALLET_CARD:
            stage.click("letter-card-names")
        case LetterKind.YOUNG_PERSON:
            raise StepFailedError("the letter to the young person has its own step")


def _tick_services(stage: Stage) -> None:
    for name in stage.names("letter-service-"):
        stage.click(name)
    for name in stage.names("letter-checked-"):
        stage.click(name)
