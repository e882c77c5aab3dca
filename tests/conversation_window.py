"""An invented conversation as its window holds it, ready at the page a test is about."""

from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from typing import TypeVar

from tests.invented_services import SAM, Invented
from vrn_desktop.application.services import Services
from vrn_desktop.domain.agreement import AgreementToTalk, CompetenceView, route_for_age
from vrn_desktop.domain.answer import Voice
from vrn_desktop.domain.conversation_page import KnownStep, Page, PageKind
from vrn_desktop.domain.identifiers import AnswerCode, ItemId, SectionId
from vrn_desktop.domain.screening import Form, Screening
from vrn_desktop.domain.setting import SettingKind
from vrn_desktop.domain.young_person import YoungPerson
from vrn_desktop.presenters.conversation.conversation_parts import ConversationParts
from vrn_desktop.presenters.conversation.conversation_presenter import ConversationPresenter
from vrn_desktop.presenters.conversation.conversation_state import (
    ConversationState,
    Ending,
    EscalationView,
    IntroView,
    QuestionView,
)
from vrn_desktop.presenters.conversation.opened_conversation import open_conversation

Result = TypeVar("Result")


@dataclass
class HeldRunner:
    """A task runner whose jobs wait until the test lets the disk go on."""

    waiting: deque[Callable[[], None]] = field(default_factory=deque)
    held: bool = False

    def run(
        self,
        job: Callable[[], Result],
        *,
        then: Callable[[Result], None],
        failed: Callable[[Exception], None] | None = None,
    ) -> None:
        def do() -> None:
            try:
                result = job()
            except Exception as error:
                if failed is None:
                    raise
                failed(error)
            else:
                then(result)

        self.waiting.append(do)
        if not self.held:
            self.let_go()

    def let_go(self) -> None:
        self.held = False
        while self.waiting:
            self.waiting.popleft()()


@dataclass
class Window:
    """The presenters of one conversation, what is in the file, and how the window was left."""

    invented: Invented
    services: Services
    person: YoungPerson
    presenter: ConversationPresenter
    parts: ConversationParts
    left: list[tuple[Screening, Ending]]

    def now(self) -> ConversationState:
        """What is on the screen now."""
        return self.presenter.state

    def question(self) -> QuestionView:
        """The question on the screen."""
        question = self.presenter.state.question
        assert question is not None
        return question

    def intro(self) -> IntroView:
        """The introduction on the screen."""
        intro = self.presenter.state.intro
        assert intro is not None
        return intro

    def escalation(self) -> EscalationView:
        """What stands open."""
        view = self.presenter.state.escalation
        assert view is not None
        return view

    @property
    def in_file(self) -> Screening:
        return self.services.screenings.load(self.presenter.state.screening.id)

    def page_key(self) -> str:
        return self.presenter.state.page.key()

    def go_to(self, item: str) -> None:
        """Straight to one question, as the conversation's own path has it."""
        key = f"{PageKind.ITEM}:{item}"
        section = self.services.content.instrument().item(ItemId(item)).section
        self.presenter.change_subject(section)
        for _ in range(60):
            if self.page_key() == key:
                return
            self.presenter.go_on()
        raise AssertionError(f"{item} is not asked")

    def go_to_check_in(self, section: str) -> None:
        self.presenter.change_subject(SectionId(section))
        for _ in range(60):
            if self.presenter.state.page == Page(
                kind=PageKind.CHECK_IN, section=SectionId(section)
            ):
                return
            self.presenter.go_on()
        raise AssertionError(f"{section} has no check-in")

    def answer(self, code: str) -> None:
        self.presenter.answer(AnswerCode(code))

    def reopened(self, *, recording: bool = False) -> "Window":
        """The same conversation in a new window, as on another day, or only to record what was done."""
        held = self.presenter.state.screening
        return opened(self.invented, held, self.person, recording=recording)


def opened(
    invented: Invented,
    screening: Screening,
    person: YoungPerson,
    *,
    changing: str = "",
    recording: bool = False,
) -> Window:
    """A window over a conversation that is in the file."""
    services = invented.services()
    held = open_conversation(services, screening.id)
    left: list[tuple[Screening, Ending]] = []
    presenter = ConversationPresenter(
        services,
        held,
        left=lambda screening, ending: left.append((screening, ending)),
        changing=ItemId(changing) if changing else None,
        recording=recording,
    )
    parts = ConversationParts(services, held, presenter)
    return Window(
        invented=invented,
        services=services,
        person=person,
        presenter=presenter,
        parts=parts,
        left=left,
    )


def new_window(
    *,
    age: int = 15,
    form: Form = Form.FULL,
    trained: bool = True,
    invented: Invented | None = None,
    name: str = "Kay Invented",
) -> Window:
    """A conversation that has just begun: step A1 is on the screen."""
    inside = invented or Invented(person=replace(SAM, trained=trained))
    services = inside.services()
    person = services.young_people.add(name, age)
    screening = services.screenings.begin(
        person, form=form, setting_kind=SettingKind.YOUTH_OUTREACH
    )
    return opened(inside, screening, person)


def agreed_window(
    *,
    age: int = 15,
    form: Form = Form.FULL,
    private: bool = True,
    trained: bool = True,
    invented: Invented | None = None,
    choices: dict[str, str] | None = None,
) -> Window:
    """A conversation after the opening steps: the first part is on the screen."""
    window = new_window(age=age, form=form, trained=trained, invented=invented)
    presenter = window.presenter
    presenter.say_privacy(private=private, notes={"who": "nobody"})
    presenter.finish_step(KnownStep.ACCESS, {})
    presenter.agree(agreement(window), {"script": "S1-1"})
    presenter.finish_step(KnownStep.CHOICES, choices or {})
    return window


def agreement(window: Window) -> AgreementToTalk:
    """A full agreement by the route for the age."""
    screening = window.presenter.state.screening
    return AgreementToTalk(
        screening_id=screening.id,
        route=route_for_age(screening.age),
        agreed=True,
        said_back=True,
        at=window.invented.clock(),
        recorded_by=window.invented.person.id,
        carer_agreed=True,
        competence=CompetenceView(
            understands=True,
            weighs_good_and_bad=True,
            can_explain_choice=True,
            free_from_pressure=True,
            reasons="Said it all back.",
        ),
    )


def flag(window: Window, item: str, code: str = "clear") -> None:
    """The worker marks a safety flag."""
    window.presenter.mark_flag(ItemId(item), AnswerCode(code))


def code_of(window: Window, item: str, voice: str = Voice.YOUNG_PERSON) -> str | None:
    """The answer that is in the file."""
    return window.in_file.answers.code(ItemId(item), voice)
