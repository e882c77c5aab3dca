"""The people who sign in to this file: added, corrected, reset, and noted as having left."""

from dataclasses import replace
from datetime import date

from vrn_desktop.application.file_service import help_lines_of
from vrn_desktop.application.open_file import OpenFile
from vrn_desktop.application.ports.vault import NewPerson, RecoverySheet
from vrn_desktop.domain.audit_entry import Act
from vrn_desktop.domain.errors import NotAllowedError
from vrn_desktop.domain.identifiers import PractitionerId
from vrn_desktop.domain.practitioner import Practitioner
from vrn_desktop.domain.setting import Workplace


class PeopleService:
    """Use cases around colleagues. Who may do what is decided by the keys a role holds."""

    def __init__(self, opened: OpenFile) -> None:
        self._opened = opened

    def people(self) -> tuple[Practitioner, ...]:
        """Everybody, those who have left too."""
        return self._opened.vault.people

    def name_of(self, person_id: PractitionerId) -> str:
        """A colleague's name; a dash for somebody this file no longer knows."""
        return next((p.name for p in self.people() if p.id == person_id), "–")

    def add(self, person: NewPerson) -> Practitioner:
        """Let somebody in; they type their passphrase themselves."""
        self._refuse_unless_managing()
        added = self._opened.vault.add_person(person)
        self._note(Act.PERSON_ADDED, added.id)
        return added

    def change(self, person_id: PractitionerId, *, name: str, trained: bool) -> Practitioner:
        """Correct a name, or whether a worker is trained (TI-39)."""
        self._refuse_unless_managing()
        changed = self._opened.vault.change_person(person_id, name=name, trained=trained)
        self._note(Act.PERSON_CHANGED, person_id)
        return changed

    def reset(self, person_id: PractitionerId, passphrase: str) -> Practitioner:
        """New keys and passphrase for a colleague; earlier entries stay verifiable."""
        self._refuse_unless_managing()
        person = self._opened.vault.reset_person(person_id, passphrase)
        self._note(Act.PASSPHRASE_RESET, person_id)
        return person

    def remove(self, person_id: PractitionerId, on: date) -> None:
        """Note that somebody has left: no more sign-in."""
        self._refuse_unless_managing()
        self._opened.vault.remove_person(person_id, on)
        self._note(Act.PERSON_REMOVED, person_id)

    def change_passphrase(self, current: str, new: str) -> None:
        """A new passphrase of one's own."""
        self._opened.vault.change_passphrase(current, new)
        self._note(Act.PASSPHRASE_CHANGED, self._opened.practitioner.id)

    def confirm_passphrase(self, passphrase: str) -> None:
        """Check the signed-in person's passphrase again, to come back from the cover.

        Raises:
            WrongPassphraseError: it does not fit.
        """
        self._opened.vault.confirm_passphrase(passphrase)

    def show_before_sign_in(self, workplace: Workplace) -> None:
        """Let everybody see the setting and the safeguarding lead's numbers before they sign in (TI-03)."""
        vault = self._opened.vault
        vault.update_help_lines(replace(help_lines_of(workplace), numbers=vault.help_lines.numbers))

    def prepare_new_sheet(self) -> RecoverySheet:
        """Words for another recovery sheet; the present one stays valid until a row was typed back."""
        self._refuse_unless_managing()
        return self._opened.vault.prepare_new_sheet()

    def commit_new_sheet(self) -> None:
        """Make the prepared sheet the valid one; the sheet before opens nothing any more."""
        self._opened.vault.commit_new_sheet()
        self._note(Act.SHEET_RENEWED, "")

    def _refuse_unless_managing(self) -> None:
        if not self._opened.practitioner.role.may_manage_people:
            raise NotAllowedError("this role does not manage people")

    def _note(self, act: Act, subject: str) -> None:
        if self._opened.records is not None:
            with self._opened.records.change(act, subject):
                pass
