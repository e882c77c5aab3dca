"""The people who sign in to this file: added, corrected, reset, and noted as having left."""

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import replace
from datetime import date

from vrn_desktop.application.file_service import help_lines_of
from vrn_desktop.application.open_file import OpenFile
from vrn_desktop.application.ports.vault import NewPerson, RecoverySheet
from vrn_desktop.domain.audit_entry import Act
from vrn_desktop.domain.errors import NotAllowedError, StorageError, WrongPassphraseError
from vrn_desktop.domain.identifiers import PractitionerId
from vrn_desktop.domain.practitioner import Practitioner
from vrn_desktop.domain.setting import Workplace


class PeopleService:
    """Use cases around colleagues. Who may do what is decided by the keys a role holds.

    Each change is one write of the header, which carries the note of it; the audit log has the note
    at once where records are open, else at the next sign-in that opens them.
    """

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
        self._opened.write_down()
        return added

    def change(self, person_id: PractitionerId, *, name: str, trained: bool) -> Practitioner:
        """Correct a name, or whether a worker is trained (TI-39)."""
        self._refuse_unless_managing()
        changed = self._opened.vault.change_person(person_id, name=name, trained=trained)
        self._opened.write_down()
        return changed

    def reset(self, person_id: PractitionerId, passphrase: str) -> Practitioner:
        """New keys and passphrase for a colleague; earlier entries stay verifiable."""
        self._refuse_unless_managing()
        person = self._opened.vault.reset_person(person_id, passphrase)
        self._opened.write_down()
        return person

    def remove(self, person_id: PractitionerId, on: date) -> None:
        """Note that somebody has left: no more sign-in."""
        self._refuse_unless_managing()
        self._opened.vault.remove_person(person_id, on)
        self._opened.write_down()

    def change_passphrase(self, current: str, new: str) -> None:
        """A new passphrase of one's own."""
        with self._counting_a_miss():
            self._opened.vault.change_passphrase(current, new)
        self._opened.write_down()

    def confirm_passphrase(self, passphrase: str) -> None:
        """Check the signed-in person's passphrase again, to come back from the cover.

        Raises:
            WrongPassphraseError: it does not fit.
        """
        with self._counting_a_miss():
            self._opened.vault.confirm_passphrase(passphrase)

    def show_before_sign_in(self, workplace: Workplace) -> None:
        """Let everybody see the setting and the safeguarding lead's numbers before they sign in (TI-03)."""
        vault = self._opened.vault
        vault.update_help_lines(replace(help_lines_of(workplace), numbers=vault.help_lines.numbers))
        self._opened.write_down()

    def locks_due(self) -> bool:
        """Whether somebody has left under the present keys and a supervisor should change them."""
        opened = self._opened
        return opened.vault.rotation_due and opened.practitioner.role.may_review

    def prepare_new_sheet(self) -> RecoverySheet:
        """Words for another recovery sheet; the present one stays valid until a row was typed back."""
        self._refuse_unless_managing()
        return self._opened.vault.prepare_new_sheet()

    def commit_new_sheet(self) -> None:
        """Make the prepared sheet the valid one; the sheet before opens nothing any more."""
        self._opened.vault.commit_new_sheet()
        self._opened.write_down()

    def _refuse_unless_managing(self) -> None:
        if not self._opened.practitioner.role.may_manage_people:
            raise NotAllowedError("this role does not manage people")

    @contextmanager
    def _counting_a_miss(self) -> Iterator[None]:
        try:
            yield
        except WrongPassphraseError:
            if self._opened.records is not None:
                missed = f"{self._opened.practitioner.id} 1"
                with (
                    suppress(StorageError),
                    self._opened.records.change(Act.SIGN_IN_MISSED, missed),
                ):
                    pass
            raise
