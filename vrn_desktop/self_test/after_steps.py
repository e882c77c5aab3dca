"""The end of the walk: what was noted, the level with its reasons, the letter, home, lock."""

from pathlib import Path

from PySide6.QtWidgets import QWidget

from ui.document_preview import DocumentPreview
from ui.shell import Shell
from vrn_desktop.application.level_service import LevelPicture
from vrn_desktop.presenters.letter_words import SENT
from vrn_desktop.presenters.navigation_presenter import Place, Route
from vrn_desktop.self_test.asking import ask, look_at, session_of, the_screening
from vrn_desktop.self_test.paper_in_memory import PaperInMemory
from vrn_desktop.self_test.stage import Stage, StepFailedError

PDF_START = b"%PDF-"


def noted(stage: Stage) -> None:
    """What was noted, looked at before the level."""
    stage.find("noted", QWidget)
    stage.picture("what-was-noted")


def level(stage: Stage, shell: Shell, folder: Path) -> Path:
    """The level with its reasons, decided by the worker; also as text."""
    screening = the_screening(stage, shell)
    shell.go(Route(place=Place.LEVEL, screening=screening))
    stage.find("level-verdict-agree", QWidget)
    stage.picture("level-with-reasons")
    stage.click("level-verdict-agree")
    stage.click("level-save")
    stage.find("level-decided", QWidget)
    stage.picture("level-confirmed")
    levels = session_of(shell).services.levels
    picture = ask(stage, shell, lambda: levels.picture(screening))
    path = folder / "level.txt"
    path.write_text(_level_text(picture, shell), encoding="utf-8")
    return path


def letter(stage: Stage, shell: Shell, paper: PaperInMemory, folder: Path) -> Path:
    """The letter: chosen, read together, kept, printed to the stand-in, noted as given."""
    screening = the_screening(stage, shell)
    shell.go(Route(place=Place.LETTER, screening=screening))
    stage.find("document-preview", QWidget)
    for name in stage.names("letter-checked-"):
        stage.click(name)
    stage.click("letter-check-in-7")
    services = session_of(shell).services
    matter = ask(stage, shell, lambda: services.letters.matter(screening))
    words = stage.find("document-preview", DocumentPreview).words
    chosen = [service.name for _, service in matter.accepted]
    stage.wait(
        lambda: all(name in words() for name in chosen), "the chosen service is in the draft"
    )
    stage.picture("letter-draft")
    stage.click("letter-confirm")
    stage.find("letter-print", QWidget)
    stage.click("letter-print")
    stage.wait(lambda: SENT in stage.words(), "it is noted that it was printed")
    stage.click("letter-channel-hand")
    stage.click("letter-reading-told_back")
    stage.picture("letter-kept-and-printed")
    stage.click("letter-note")
    stage.find("letter-given-words", QWidget)
    person = ask(stage, shell, lambda: services.screenings.load(screening)).young_person_id
    story = ask(stage, shell, lambda: services.young_people.story(person))
    if not story.letters or story.letters[0].given is None:
        raise StepFailedError("the giving of the letter was not noted")
    pdf = ask(stage, shell, lambda: services.letters.pages_of(story.letters[0].id))
    if not pdf.startswith(PDF_START) or not paper.size:
        raise StepFailedError("the letter is not a printed document")
    path = folder / "letter.pdf"
    path.write_bytes(pdf)
    return path


def finish(stage: Stage, shell: Shell) -> None:
    """Lock the record, then look at the pages of every day."""
    screening = the_screening(stage, shell)
    services = session_of(shell).services
    person = ask(stage, shell, lambda: services.screenings.load(screening)).young_person_id
    shell.go(Route(place=Place.LEVEL, screening=screening))
    stage.click("level-finish")
    stage.wait(lambda: not stage.is_there("level-save"), "the record is locked")
    for route, name in (
        (Route(place=Place.HOME), "home"),
        (Route(place=Place.YOUNG_PEOPLE), "young-people"),
        (Route(place=Place.YOUNG_PERSON, young_person=person), "young-person"),
        (Route(place=Place.CONVERSATIONS), "conversations"),
        (Route(place=Place.CHOOSE_SERVICES, screening=screening), "choose-services-again"),
        (Route(place=Place.SAFE_CONTACT, young_person=person), "safe-contact-again"),
        (Route(place=Place.SERVICES), "services"),
        (Route(place=Place.SETTINGS), "settings"),
        (Route(place=Place.HELP), "help"),
        (Route(place=Place.SAFETY_STEPS), "safety-steps"),
    ):
        look_at(stage, shell, route, name)


def _level_text(picture: LevelPicture, shell: Shell) -> str:
    titles = session_of(shell).services.content.instrument().rule_set.level_titles
    why = picture.rationale
    lines = [f"Suggested level: {titles[picture.outcome.level]}", "", "Strengths"]
    lines += [f"  {strength.label}: {strength.text}" for strength in why.strengths]
    lines += ["", "What led to this"]
    for reason in why.reasons:
        lines.append(f"  {reason.rule}: {reason.text}")
        lines += [f"      {answer.label}: {answer.text}" for answer in reason.answers]
    lines += ["", "Someone to tell"]
    lines += [f"  {reason.rule}: {reason.text}" for reason in why.escalations]
    lines += ["", "What would change it"]
    lines += [
        f"  {change.label}: {change.text} -> {titles[change.level]}"
        for change in (*picture.counterfactuals.answered, *picture.counterfactuals.unanswered_core)
    ]
    final = picture.decision.final_level if picture.decision is not None else picture.outcome.level
    lines += [
        "",
        f"Decided by the worker: {titles[final]}",
        f"Rules: {picture.outcome.rule_set_version}",
    ]
    lines += ["", "The questions and rules are a draft for a safeguarding partnership to approve."]
    return "\n".join(lines) + "\n"
