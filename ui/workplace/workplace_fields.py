"""The fields for organisation and setting, and for the safeguarding lead."""

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.widgets.card import Card, CardKind
from ui.widgets.choice_chips import ChoiceChips
from ui.widgets.choice_group import Choice, ChoiceGroup
from ui.widgets.labelled_field import LabelledField
from ui.widgets.own_words_field import PlainLine
from ui.widgets.text import Text, TextRole
from vrn_desktop.domain.setting import LawfulBasis, SettingKind
from vrn_desktop.presenters.workplace.workplace_draft import (
    BASES,
    BASIS_HINTS,
    LAWFUL_BASIS,
    LEAD_ENTRIES,
    SETTING_ENTRIES,
    SETTING_KIND,
    SETTINGS,
    Entry,
    WorkplaceDraft,
)

LABELS = {
    Entry.ORGANISATION: ("Organisation", "It stands at the head of every letter."),
    Entry.SETTING_NAME: ("Team, school or project", "Everybody sees it before signing in."),
    Entry.PLACE: ("Where it is", "A street or a part of town, for finding services nearby."),
    Entry.PHONE: ("Phone number for young people", "Not needed now. It can stand in the letter."),
    Entry.POLICY_REFERENCE: (
        "Policy document",
        "Not needed now. The name or number of your appropriate policy document.",
    ),
    Entry.LEAD_NAME: ("Name", ""),
    Entry.LEAD_NUMBER: ("Phone number", "The one that is answered."),
    Entry.LEAD_OTHER_NUMBER: ("Another number", "Not needed, but good when the first is busy."),
}
KIND = "What kind of setting is it?"
BASIS = "On what lawful basis do you keep records?"
BASIS_HINT = (
    "Keeping a record is not the same as a young person agreeing to talk. Your data protection lead knows "
    "the basis."
)


class _Fields(QWidget):
    """Text fields by entry; `typed` tells entry and text."""

    typed = Signal(object, str)

    def __init__(self, entries: tuple[Entry, ...], *, name: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(16)
        self._lines: dict[Entry, PlainLine] = {}
        self._fields: dict[str, LabelledField] = {}
        for entry in entries:
            label, hint = LABELS[entry]
            line = PlainLine(name=f"{name}-{entry}")
            line.textEdited.connect(lambda text, entry=entry: self.typed.emit(entry, text))
            field = LabelledField(label, line, hint=hint, name=f"{name}-{entry}-field")
            self._lines[entry] = line
            self._fields[entry.value] = field
            self.column.addWidget(field)

    def show_draft(self, draft: WorkplaceDraft, problems: Mapping[str, str]) -> None:
        """Draw what was typed; a line being typed keeps its cursor."""
        for entry, line in self._lines.items():
            text = draft.texts.get(entry, "")
            if line.text() != text:
                line.setText(text)
            self._fields[entry.value].set_problem(problems.get(entry.value, ""))

    def field_of(self, key: str) -> QWidget | None:
        """The field a problem belongs to."""
        field = self._fields.get(key)
        return field.editor if field is not None else None


class SettingFields(_Fields):
    """Organisation, setting with its place, kind and lawful basis."""

    setting_chosen = Signal(object)
    basis_chosen = Signal(object)

    def __init__(self, *, name: str = "setting") -> None:
        super().__init__(SETTING_ENTRIES, name=name)
        self._kinds = ChoiceChips(
            [(kind.value, words) for kind, words in SETTINGS.items()], name=f"{name}-kind"
        )
        self._kinds.setAccessibleName(KIND)
        self._kinds.chosen.connect(lambda code: self.setting_chosen.emit(SettingKind(code)))
        self._kind_field = LabelledField(KIND, self._kinds, name=f"{name}-kind-field")
        self._bases = ChoiceGroup(
            [
                Choice(code=basis.value, text=words, hint=BASIS_HINTS[basis])
                for basis, words in BASES.items()
            ],
            question=BASIS,
            name=f"{name}-basis",
        )
        self._bases.chosen.connect(lambda code: self.basis_chosen.emit(LawfulBasis(code)))
        self._basis_field = LabelledField(
            BASIS, self._bases, hint=BASIS_HINT, name=f"{name}-basis-field"
        )
        self.column.insertWidget(SETTING_ENTRIES.index(Entry.PHONE), self._kind_field)
        place = self.column.indexOf(self._fields[Entry.POLICY_REFERENCE.value])
        self.column.insertWidget(place, self._basis_field)

    def show_draft(self, draft: WorkplaceDraft, problems: Mapping[str, str]) -> None:
        """Draw what was typed and chosen."""
        super().show_draft(draft, problems)
        if draft.setting_kind is not None:
            self._kinds.set_chosen(draft.setting_kind.value)
        self._bases.set_chosen(draft.lawful_basis.value if draft.lawful_basis else None)
        self._kind_field.set_problem(problems.get(SETTING_KIND, ""))
        self._basis_field.set_problem(problems.get(LAWFUL_BASIS, ""))

    def field_of(self, key: str) -> QWidget | None:
        """The field a problem belongs to; for choices, their first one."""
        if key == SETTING_KIND:
            return self._kinds.chip(SettingKind.SCHOOL.value)
        if key == LAWFUL_BASIS:
            return self._bases.card(LawfulBasis.PUBLIC_TASK.value)
        return super().field_of(key)


class LeadFields(_Fields):
    """The safeguarding lead's name and numbers, with why they are needed."""

    WHY = (
        "These stand in the bar at the foot of every page, also before anyone signs in. Nobody can start a "
        "real conversation without them."
    )

    def __init__(self, *, name: str = "lead") -> None:
        super().__init__(LEAD_ENTRIES, name=name)
        self.column.insertWidget(
            0, Card(Text(self.WHY, TextRole.BODY), kind=CardKind.SOFT, name=f"{name}-why")
        )
