"""The fields of an entry of our own, in the order in which somebody knows them."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.services.entry_hours import HINT, EntryHours
from ui.services.entry_numbers import EntryNumbers
from ui.services.kind_chips import KindChips
from ui.theme import theme
from ui.widgets.card import Card
from ui.widgets.choice_card import CheckCard
from ui.widgets.choice_chips import ChoiceChips
from ui.widgets.flow_row import FlowRow
from ui.widgets.labelled_field import LabelledField
from ui.widgets.own_words_field import PlainArea, PlainLine
from ui.widgets.text import Text, TextRole
from vrn_desktop.domain.identifiers import CategoryId
from vrn_desktop.presenters.directory.entry_form import EntryForm, Field

LONGEST_WHAT = 4_000
REFERRAL = (
    ("yes", "They can contact it themselves"),
    ("no", "It needs a referral"),
    ("", "Not known"),
)
_SAID = {"yes": True, "no": False, "": None}
MASKED = "Keep the address secret"
MASKED_HINT = "For a refuge: no address and no place on the map is kept."
NATIONAL = "It is for the whole country"
WORKERS_ONLY = "For workers only"
WORKERS_HINT = "It is never offered to a young person and never stands in a letter."


class EntryFields(QWidget):
    """Tells `changed` the whole form whenever one part of it changed."""

    changed = Signal(object)

    def __init__(self, kinds: Sequence[tuple[CategoryId, str]]) -> None:
        super().__init__()
        self._form = EntryForm()
        self._lines: dict[str, PlainLine] = {}
        self._fields: dict[Field, LabelledField] = {}
        self._ticks: dict[str, CheckCard] = {}
        self._what = PlainArea(name="entry-what", lines=4, longest=LONGEST_WHAT)
        self._what.textChanged.connect(self._type_what)
        self._referral = ChoiceChips(REFERRAL, name="entry-referral")
        self._referral.chosen.connect(
            lambda code: self._tell(replace(self._form, self_referral=_SAID[code]))
        )
        self._kinds = KindChips(kinds, name="entry-kind")
        self._kinds.changed.connect(lambda chosen: self._tell(replace(self._form, kinds=chosen)))
        self._numbers, self._hours = EntryNumbers(), EntryHours()
        self._numbers.changed.connect(self._tell)
        self._hours.changed.connect(self._tell)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(16)
        for card in self._cards():
            column.addWidget(card)

    def draw(self, form: EntryForm, problems: Mapping[Field, str]) -> None:
        """Show the form, and at each field what is not right yet."""
        self._form = form
        for part, line in self._lines.items():
            if line.text() != getattr(form, part):
                line.setText(getattr(form, part))
        for part, tick in self._ticks.items():
            tick.setChecked(getattr(form, part))
        if self._what.toPlainText() != form.what:
            self._what.setPlainText(form.what)
        self._referral.set_chosen({True: "yes", False: "no", None: ""}[form.self_referral])
        self._kinds.set_chosen(form.kinds)
        self._numbers.draw(form)
        self._hours.draw(form)
        for name, field in self._fields.items():
            field.set_problem(problems.get(name, ""))

    def field_of(self, name: Field) -> QWidget:
        """The field a problem belongs to."""
        return self._fields[name]

    def first_field(self) -> QWidget:
        """Where writing begins."""
        return self._lines["name"]

    def _cards(self) -> tuple[Card, ...]:
        return (
            self._card(
                "What it is",
                self._field("name", "Name", Field.NAME, hint="The name by which people know it."),
                self._field("organisation", "Who gives it"),
                LabelledField(
                    "What it is, in a few sentences", self._what, name="entry-what-field"
                ),
                self._listed("Kinds of help", self._kinds),
            ),
            self._card(
                "Get in touch",
                self._keep(Field.NUMBERS, "Telephone", self._numbers),
                self._field("web_page", "Page on the web", Field.WEB_PAGE),
                self._field("email", "E-mail", Field.EMAIL),
                self._listed("Can young people contact it?", self._referral),
                self._field("wait", "How long people wait"),
            ),
            self._card(
                "For whom",
                self._ages(),
                self._field("cost", "Cost", hint="Write “free” if it costs nothing."),
                self._field("languages", "Languages", hint="With commas between them."),
                self._tick("workers_only", WORKERS_ONLY, WORKERS_HINT),
                self._field("take_care", "Take care", hint="Only workers see this."),
            ),
            self._card(
                "Where",
                self._tick("national", NATIONAL),
                self._field("area", "Area", hint="Towns or districts, with commas between them."),
                self._tick("keep_secret", MASKED, MASKED_HINT),
                self._field("address", "Address", hint="With commas between the lines."),
                self._field("postcode", "Postcode", Field.POSTCODE, width=160),
                self._field("access", "Getting in", hint="For example: step-free, lift."),
            ),
            self._card(
                "When somebody is there", self._keep(Field.HOURS, "Hours", self._hours, hint=HINT)
            ),
            self._card(
                "Checked",
                self._field("checked_by", "Who looked last"),
                self._field("checked_on", "On which day", Field.CHECKED_ON, width=160),
                self._field("next_check", "Look again by", Field.NEXT_CHECK, width=160),
            ),
        )

    def _card(self, title: str, *parts: QWidget) -> Card:
        return Card(Text(title, TextRole.SECTION), *parts, spacing=14)

    def _listed(self, title: str, widget: QWidget) -> QWidget:
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(Text(title, TextRole.STRONG))
        column.addWidget(widget)
        return holder

    def _ages(self) -> QWidget:
        lines = FlowRow(
            self._bare("first_age", "First age", 100),
            Text("to", TextRole.META, wrap=False),
            self._bare("last_age", "Last age", 100),
        )
        lines.setFocusProxy(self._lines["first_age"])
        hint = "In whole years. Leave empty what nobody has said."
        return self._keep(Field.AGES, "Ages", lines, hint=hint)

    def _bare(self, part: str, label: str, width: int) -> PlainLine:
        line = PlainLine(name=f"entry-{part.replace('_', '-')}")
        line.setAccessibleName(label)
        line.setMaximumWidth(theme.px(width))
        line.textEdited.connect(lambda text: self._tell(replace(self._form, **{part: text})))
        self._lines[part] = line
        return line

    def _field(
        self,
        part: str,
        label: str,
        name: Field | None = None,
        *,
        hint: str = "",
        width: int | None = None,
    ) -> LabelledField:
        line = self._bare(part, label, width or 720)
        field = LabelledField(label, line, hint=hint, name=f"{line.objectName()}-field")
        if name is not None:
            self._fields[name] = field
        return field

    def _keep(self, name: Field, label: str, editor: QWidget, *, hint: str = "") -> LabelledField:
        field = LabelledField(label, editor, hint=hint, name=f"entry-{name}-field")
        self._fields[name] = field
        return field

    def _tick(self, part: str, words: str, hint: str = "") -> CheckCard:
        tick = CheckCard(words, hint=hint, name=f"entry-{part.replace('_', '-')}")
        tick.clicked.connect(lambda on: self._tell(replace(self._form, **{part: on})))
        self._ticks[part] = tick
        return tick

    def _type_what(self) -> None:
        words = self._what.toPlainText()
        if words != self._form.what:
            self._tell(replace(self._form, what=words))

    def _tell(self, form: EntryForm) -> None:
        self._form = form
        self.changed.emit(form)
