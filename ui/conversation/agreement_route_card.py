"""Who else has to agree, by age: the worker's view on competence, and a parent or carer (CO-01, CO-02)."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.widgets.choice_group import Choice, ChoiceGroup, MultiChoice
from ui.widgets.labelled_field import LabelledField
from ui.widgets.own_words_field import PlainArea
from ui.widgets.text import Text, TextRole
from vrn_desktop.domain.agreement import AgreementRoute
from vrn_desktop.presenters.conversation.agreement_presenter import AgreementPresenter
from vrn_desktop.presenters.conversation.agreement_state import (
    POINTS,
    AgreementField,
    AgreementState,
    CarerAnswer,
)

POINTS_QUESTION = "Can they decide this for themselves?"
POINTS_LEAD = (
    "Your view on Gillick competence, for this talk only. Tick what you saw. "
    "It is asked again for every referral."
)
REASONS_LABEL = "What you saw or heard"
REASONS_HINT = "One sentence is enough. The date is kept with it."
CARER_QUESTION = "Does a parent or carer agree?"
CARER_LEAD = "Ask them yourself. The program never contacts anyone."
CARER_CHOICES = (
    (CarerAnswer.AGREES, "They agree", ""),
    (CarerAnswer.DOES_NOT, "They do not agree", "You can still talk without keeping anything"),
    (
        CarerAnswer.UNSAFE_TO_ASK,
        "It is not safe to ask them",
        "Speak to your safeguarding lead today",
    ),
)
UNSAFE_LABEL = "Why it isn’t safe to ask"


class AgreementRouteCard(QWidget):
    """Shows only what the route for this age needs; from 16 on it shows nothing (CO-03)."""

    def __init__(self, presenter: AgreementPresenter) -> None:
        super().__init__()
        self.setObjectName("agreement-route")
        self._presenter = presenter
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(14)
        self._competence = self._build_competence()
        self._carer = self._build_carer()
        column.addWidget(self._competence)
        column.addWidget(self._carer)

    def draw(self, state: AgreementState) -> None:
        """Show what is asked for by now."""
        self._competence.setVisible(state.route is AgreementRoute.OWN_IF_COMPETENT)
        self._carer.setVisible(state.needs_carer)
        self.unsafe.setVisible(state.carer is CarerAnswer.UNSAFE_TO_ASK)
        missing = dict(state.missing)
        self.reasons.set_problem(missing.get(AgreementField.REASONS, ""))
        self.unsafe.set_problem(missing.get(AgreementField.UNSAFE_WHY, ""))

    def field(self, field: AgreementField) -> QWidget:
        """Return where a missing thing is put right."""
        return {
            AgreementField.REASONS: self.reasons.editor,
            AgreementField.CARER: self.carer.card(CarerAnswer.AGREES.value),
            AgreementField.UNSAFE_WHY: self.unsafe.editor,
        }[field]

    def _build_competence(self) -> QWidget:
        self.points = MultiChoice(
            [Choice(code=point.value, text=text) for point, text in POINTS],
            question=POINTS_QUESTION,
            name="agreement-points",
        )
        self.points.changed.connect(self._choose_points)
        area = PlainArea(name="agreement-reasons-editor", lines=2)
        area.textChanged.connect(lambda: self._presenter.write_reasons(area.toPlainText()))
        self.reasons = LabelledField(
            REASONS_LABEL, area, hint=REASONS_HINT, name="agreement-reasons"
        )
        return _group(POINTS_QUESTION, POINTS_LEAD, self.points, self.reasons)

    def _build_carer(self) -> QWidget:
        self.carer = ChoiceGroup(
            [Choice(code=c.value, text=text, hint=hint) for c, text, hint in CARER_CHOICES],
            question=CARER_QUESTION,
            name="agreement-carer",
        )
        self.carer.chosen.connect(self._choose_carer)
        area = PlainArea(name="agreement-unsafe-editor", lines=2)
        area.textChanged.connect(lambda: self._presenter.write_unsafe_why(area.toPlainText()))
        self.unsafe = LabelledField(UNSAFE_LABEL, area, name="agreement-unsafe")
        return _group(CARER_QUESTION, CARER_LEAD, self.carer, self.unsafe)

    def _choose_points(self, points: object) -> None:
        if isinstance(points, frozenset):
            self._presenter.choose_points(points)

    def _choose_carer(self, code: object) -> None:
        self._presenter.choose_carer(CarerAnswer(str(code)))


def _group(title: str, lead: str, *widgets: QWidget) -> QWidget:
    holder = QWidget()
    column = QVBoxLayout(holder)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(10)
    column.addWidget(Text(title, TextRole.SECTION))
    column.addWidget(Text(lead, TextRole.META))
    for widget in widgets:
        column.addWidget(widget)
    return holder
