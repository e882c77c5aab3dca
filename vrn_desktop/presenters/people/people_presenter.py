"""Adding, correcting and resetting colleagues, noting that somebody left, one's own passphrase, a new sheet."""

import secrets
from collections.abc import Callable
from dataclasses import replace
from typing import TypeVar

from vrn_desktop.application.open_file import OpenFile
from vrn_desktop.application.people_service import PeopleService
from vrn_desktop.application.ports.clock import Clock, NewId
from vrn_desktop.application.ports.task_runner import TaskRunner
from vrn_desktop.application.ports.vault import NewPerson, RecoverySheet
from vrn_desktop.domain.errors import WrongPassphraseError
from vrn_desktop.domain.identifiers import PractitionerId
from vrn_desktop.domain.passphrase import PassphraseTooEasyError
from vrn_desktop.domain.practitioner import Practitioner, Role
from vrn_desktop.presenters.people import people_words as words
from vrn_desktop.presenters.people.people_state import (
    PeopleMode,
    PeopleState,
    PersonForm,
    PersonRow,
)
from vrn_desktop.presenters.presenter import Presenter
from vrn_desktop.presenters.recovery.new_passphrase import NewPassphrase, advised, problem_with
from vrn_desktop.presenters.recovery.sheet_handover import (
    SheetHandover,
    SheetPrinting,
    checked,
    typed_row,
)
from vrn_desktop.presenters.wording import local_date

Result = TypeVar("Result")
LONGEST_NAME = 100


class PeoplePresenter(Presenter[PeopleState]):
    """Every change is durable before it is said; a refusal says which role could do it.

    `change_locks` runs on the store thread; `lock_with` locks the program with what it returns.
    """

    def __init__(
        self,
        people: PeopleService,
        me: Practitioner,
        *,
        runner: TaskRunner,
        clock: Clock,
        new_id: NewId,
        suggest_phrase: Callable[[], str],
        printing: SheetPrinting,
        organisation: str,
        change_locks: Callable[[], OpenFile],
        lock_with: Callable[[OpenFile], None],
        draw: Callable[[int], int] = secrets.randbelow,
    ) -> None:
        super().__init__(PeopleState(me=me, roles_to_add=_roles_to_add(me.role)))
        self._people = people
        self._runner = runner
        self._clock = clock
        self._new_id = new_id
        self._suggest = suggest_phrase
        self._printing = printing
        self._organisation = organisation
        self._change_locks = change_locks
        self._lock_with = lock_with
        self._draw = draw
        self._show_list()

    # -- pages -------------------------------------------------------------------------------------------

    def begin_adding(self) -> None:
        """Somebody new; they type their passphrase themselves."""
        role = self.state.roles_to_add[0] if self.state.roles_to_add else Role.PRACTITIONER
        self._open(PeopleMode.ADD, form=PersonForm(role=role, passphrase=self._fresh()))

    def begin_changing(self, person_id: PractitionerId) -> None:
        """Look at one colleague."""
        person = self._person(person_id)
        form = PersonForm(name=person.name, role=person.role, trained=person.trained)
        self._open(PeopleMode.CHANGE, chosen=person, form=form)

    def begin_resetting(self) -> None:
        """They have forgotten their passphrase and are here to choose another."""
        self._open(
            PeopleMode.RESET, chosen=self.state.chosen, form=PersonForm(passphrase=self._fresh())
        )

    def begin_removing(self) -> None:
        """They have left."""
        self._open(PeopleMode.REMOVE, chosen=self.state.chosen)

    def begin_own_passphrase(self) -> None:
        """Another passphrase of one's own."""
        self._open(PeopleMode.OWN, form=PersonForm(passphrase=self._fresh()))

    def begin_new_sheet(self) -> None:
        """The sheet is lost, or somebody has seen it."""
        self._open(PeopleMode.SHEET)
        self._do(self._people.prepare_new_sheet, self._hold_sheet)

    def go_back(self) -> None:
        """Back to the list; nothing is changed."""
        self._show_list()

    # -- typing ------------------------------------------------------------------------------------------

    def type_form(self, form: PersonForm) -> None:
        """Keep what is typed and chosen."""
        redraw = (form.role, form.passphrase.own) != (
            self.state.form.role,
            self.state.form.passphrase.own,
        )
        self._state = replace(self.state, form=form)
        if redraw:
            self.show(self._state)

    def suggest_another(self) -> None:
        """Four other words."""
        self.show(replace(self.state, form=replace(self.state.form, passphrase=self._fresh())))

    # -- doing -------------------------------------------------------------------------------------------

    def add(self) -> None:
        """Let them in."""
        form = self.state.form
        if self._missing(self._name_problem(form.name), problem_with(form.passphrase)):
            return
        new = NewPerson(
            id=PractitionerId(self._new_id()),
            name=_tidy(form.name),
            role=form.role,
            trained=form.trained and form.role is not Role.ADMINISTRATOR,
            passphrase=form.passphrase.chosen,
        )
        self._do(
            lambda: self._people.add(new),
            lambda added: self._show_list(words.ADDED.format(name=added.name)),
        )

    def change(self) -> None:
        """Keep a corrected name or training."""
        person, form = self.state.chosen, self.state.form
        if person is None or self._missing(self._name_problem(form.name, besides=person.id)):
            return
        name, trained = _tidy(form.name), form.trained
        self._do(
            lambda: self._people.change(person.id, name=name, trained=trained),
            lambda _changed: self._show_list(words.CHANGED),
        )

    def reset(self) -> None:
        """Give them new keys and the passphrase they have just chosen."""
        person, passphrase = self.state.chosen, self.state.form.passphrase
        if person is None or self._missing(passphrase=problem_with(passphrase)):
            return
        self._do(
            lambda: self._people.reset(person.id, passphrase.chosen),
            lambda _reset: self._show_list(words.RESET.format(name=person.name)),
        )

    def remove(self) -> None:
        """Note that they have left, as of today."""
        person = self.state.chosen
        if person is None:
            return
        refused = self._removal_refused(person)
        if refused:
            self.show(replace(self.state, refusal=refused))
            return
        today = local_date(self._clock())
        self._do(
            lambda: self._people.remove(person.id, today),
            lambda _removed: self._show_list(words.REMOVED.format(name=person.name)),
        )

    def change_own_passphrase(self, current: str) -> None:
        """Use another passphrase from now on."""
        passphrase = self.state.form.passphrase
        problem = "" if current else words.TYPE_CURRENT
        if self._missing(passphrase=problem_with(passphrase), current=problem):
            return
        self._do(
            lambda: self._people.change_passphrase(current, passphrase.chosen),
            lambda _changed: self._show_list(words.OWN_CHANGED),
        )

    def change_locks(self) -> None:
        """New keys that nothing a leaver took along opens; the program locks with them."""
        self._do(self._change_locks, self._lock_with)

    # -- the new sheet -----------------------------------------------------------------------------------

    def print_sheet(self) -> None:
        """Print it from memory."""
        if self.state.handover is not None:
            self._printing.print(
                self.state.handover.sheet,
                organisation=self._organisation,
                made_on=local_date(self._clock()),
                then=self._tell_print,
            )

    def have_sheet(self) -> None:
        """It is on paper: hide the words and ask for one row."""
        self._hand_over(typing=True)

    def show_sheet_again(self) -> None:
        """Look at the words once more."""
        self._hand_over(typing=False)

    def type_row(self, typed: str) -> None:
        """Keep the row as it is typed back."""
        if self.state.handover is not None:
            self._state = replace(self.state, handover=typed_row(self.state.handover, typed))

    def check_row(self) -> None:
        """Compare the row; if it fits, the new sheet counts and the one before does not."""
        if self.state.handover is None:
            return
        handover = checked(self.state.handover)
        self.show(replace(self.state, handover=handover))
        if handover.confirmed:
            self._do(self._people.commit_new_sheet, lambda _made: self._show_list(words.SHEET_MADE))

    # -- inside ------------------------------------------------------------------------------------------

    def _do(self, job: Callable[[], Result], then: Callable[[Result], None]) -> None:
        if self.state.working:
            return
        self.show(replace(self.state, working=words.WORKING, problems={}, refusal=""))
        self._runner.run(job, then=then, failed=self._refused)

    def _refused(self, error: Exception) -> None:
        state = replace(self.state, working="")
        if isinstance(error, PassphraseTooEasyError):
            passphrase = advised(state.form.passphrase, error.advice)
            self.show(
                replace(
                    state,
                    form=replace(state.form, passphrase=passphrase),
                    problems={"passphrase": passphrase.problem},
                )
            )
        elif isinstance(error, WrongPassphraseError):
            self.show(replace(state, problems={"current": words.CURRENT_DIFFERS}))
        else:
            self.show(replace(state, refusal=words.refusal(error, self.state.me.role)))

    def _missing(self, name: str = "", passphrase: str = "", current: str = "") -> bool:
        found = {"name": name, "current": current, "passphrase": passphrase}
        problems = {key: problem for key, problem in found.items() if problem}
        self.show(replace(self.state, problems=problems))
        return bool(problems)

    def _name_problem(self, name: str, besides: PractitionerId | None = None) -> str:
        tidy = _tidy(name)
        if not tidy:
            return words.GIVE_NAME
        if len(tidy) > LONGEST_NAME:
            return words.SHORTER
        others = {
            person.name.casefold()
            for person in self._people.people()
            if person.id != besides and not person.has_left
        }
        return words.SAME_NAME if tidy.casefold() in others else ""

    def _removal_refused(self, person: Practitioner) -> str:
        if person.id == self.state.me.id:
            return words.NOT_YOURSELF
        supervisors = [
            p for p in self._people.people() if p.role is Role.SUPERVISOR and not p.has_left
        ]
        if supervisors == [person]:
            return words.LAST_SUPERVISOR.format(name=person.name)
        return ""

    def _hold_sheet(self, sheet: RecoverySheet) -> None:
        row = self._draw(len(sheet.rows)) + 1
        handover = SheetHandover(sheet=sheet, row=row)
        self.show(replace(self.state, working="", handover=handover))

    def _hand_over(self, *, typing: bool) -> None:
        if self.state.handover is not None:
            handover = replace(self.state.handover, typing=typing, problem="", notice="")
            self.show(replace(self.state, handover=handover))

    def _tell_print(self, notice: str) -> None:
        if self.state.handover is not None:
            self.show(replace(self.state, handover=replace(self.state.handover, notice=notice)))

    def _show_list(self, notice: str = "") -> None:
        self._open(PeopleMode.LIST, notice=notice)

    def _open(
        self,
        mode: PeopleMode,
        *,
        chosen: Practitioner | None = None,
        form: PersonForm | None = None,
        notice: str = "",
    ) -> None:
        me = next((p for p in self._people.people() if p.id == self.state.me.id), self.state.me)
        self.show(
            PeopleState(
                me=me,
                mode=mode,
                rows=tuple(_row(person, me) for person in self._people.people()),
                roles_to_add=self.state.roles_to_add,
                chosen=chosen,
                form=form or PersonForm(),
                notice=notice,
                locks_due=self._people.locks_due(),
            )
        )

    def _person(self, person_id: PractitionerId) -> Practitioner:
        return next(person for person in self._people.people() if person.id == person_id)

    def _fresh(self) -> NewPassphrase:
        return NewPassphrase(suggested=self._suggest())


def _roles_to_add(role: Role) -> tuple[Role, ...]:
    if role is Role.SUPERVISOR:
        return (Role.PRACTITIONER, Role.SUPERVISOR, Role.ADMINISTRATOR)
    return (Role.ADMINISTRATOR,) if role is Role.ADMINISTRATOR else ()


def _row(person: Practitioner, me: Practitioner) -> PersonRow:
    return PersonRow(
        id=person.id,
        name=person.name,
        role=words.ROLES[person.role],
        standing=words.standing(person),
        me=person.id == me.id,
        left=person.has_left,
    )


def _tidy(name: str) -> str:
    return " ".join(name.split())
