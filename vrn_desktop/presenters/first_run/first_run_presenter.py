"""Setting up, page by page: nothing typed is lost when going back, and nothing is written before the end."""

import secrets
from collections.abc import Callable
from dataclasses import replace

from vrn_desktop.application.file_service import FileService, FirstRun
from vrn_desktop.application.open_file import OpenFile
from vrn_desktop.application.ports.clock import Clock, NewId
from vrn_desktop.application.ports.task_runner import TaskRunner
from vrn_desktop.application.ports.vault import NewPerson, NewVault
from vrn_desktop.domain.identifiers import PractitionerId
from vrn_desktop.domain.passphrase import PassphraseAdvice, PassphraseTooEasyError
from vrn_desktop.domain.practitioner import Role
from vrn_desktop.domain.setting import LawfulBasis, SettingKind
from vrn_desktop.presenters.first_run import first_run_words as words
from vrn_desktop.presenters.first_run.first_run_checks import passphrase_key, problems_on
from vrn_desktop.presenters.first_run.first_run_draft import (
    first_run_of,
    known_words,
)
from vrn_desktop.presenters.first_run.first_run_state import (
    PAGE_OF_ROLE,
    PAGES,
    ROLE_OF_PAGE,
    FirstRunPage,
    FirstRunState,
    PersonDraft,
)
from vrn_desktop.presenters.first_run.task_list import may_open, task_lines
from vrn_desktop.presenters.navigation_presenter import Place, Route
from vrn_desktop.presenters.presenter import Presenter
from vrn_desktop.presenters.recovery.new_passphrase import NewPassphrase, advised
from vrn_desktop.presenters.recovery.sheet_handover import (
    SheetHandover,
    SheetPrinting,
    checked,
    typed_row,
)
from vrn_desktop.presenters.unlock.file_trouble import trouble_of
from vrn_desktop.presenters.wording import local_date
from vrn_desktop.presenters.workplace.workplace_draft import Entry


class FirstRunPresenter(Presenter[FirstRunState]):
    """`opened` takes over with the first supervisor signed in; `draw(n)` gives a number below n."""

    def __init__(
        self,
        files: FileService,
        *,
        runner: TaskRunner,
        clock: Clock,
        new_id: NewId,
        printing: SheetPrinting,
        opened: Callable[[OpenFile], None],
        go: Callable[[Route], None],
        draw: Callable[[int], int] = secrets.randbelow,
    ) -> None:
        super().__init__(FirstRunState(people=_nobody_yet(files)))
        self._files = files
        self._runner = runner
        self._clock = clock
        self._printing = printing
        self._opened = opened
        self._go = go
        self._draw = draw
        self._ids = {role: PractitionerId(new_id()) for role in PAGE_OF_ROLE}
        self._new_vault: NewVault | None = None
        self._made_for: tuple[NewPerson, ...] = ()
        self._show(self.state)

    # -- what is typed and chosen: kept at once, so that no way out of a page loses it -----------------

    def type_text(self, entry: Entry, text: str) -> None:
        """Keep a text as it is typed."""
        self._state = replace(self.state, draft=self.state.draft.with_text(entry, text))

    def choose_setting(self, kind: SettingKind) -> None:
        """Choose the kind of setting."""
        self._show(replace(self.state, draft=replace(self.state.draft, setting_kind=kind)))

    def choose_basis(self, basis: LawfulBasis) -> None:
        """Choose the lawful basis of keeping records (DP-01)."""
        self._show(replace(self.state, draft=replace(self.state.draft, lawful_basis=basis)))

    def type_name(self, role: Role, name: str) -> None:
        """Keep a person's name as it is typed."""
        self._state = self._with_person(replace(self.state.people[role], name=name))

    def mark_trained(self, role: Role, *, trained: bool) -> None:
        """Whether they are trained for the questions that need it (TI-39)."""
        self._show(self._with_person(replace(self.state.people[role], trained=trained)))

    def type_passphrase(self, role: Role, passphrase: NewPassphrase) -> None:
        """Keep a passphrase as it is chosen and typed."""
        before = self.state.people[role].passphrase
        state = self._with_person(replace(self.state.people[role], passphrase=passphrase))
        if passphrase.own != before.own:
            self._show(state)
        else:
            self._state = state

    def suggest_another(self, role: Role) -> None:
        """Four other words."""
        person = self.state.people[role]
        suggested = NewPassphrase(suggested=self._files.suggest_phrase())
        self._show(self._with_person(replace(person, passphrase=suggested)))

    def judge(self, role: Role) -> None:
        """Give advice on a passphrase of one's own once it has been typed."""
        passphrase = self.state.people[role].passphrase
        if passphrase.own and passphrase.typed:
            self._judged(role, then=lambda advice: self._advise(role, passphrase, advice))

    # -- going through the pages -----------------------------------------------------------------------

    def go_on(self) -> None:
        """To the next page, or say what is missing."""
        page = self.state.page
        if self.state.working:
            return
        if page is FirstRunPage.CHECK:
            self._create()
            return
        problems = problems_on(self.state, page)
        if problems:
            self._show(replace(self.state, problems=problems))
            return
        role = ROLE_OF_PAGE.get(page)
        if role is not None and not self.state.people[role].later:
            passphrase = self.state.people[role].passphrase
            if passphrase.own:
                self._show(replace(self.state, working=words.LOOKING))
                self._judged(role, then=lambda advice: self._accept(role, passphrase, advice))
                return
        self._leave_done(page)

    def come_later(self, role: Role) -> None:
        """This person is added another day."""
        self._show(self._with_person(replace(self.state.people[role], later=True)))
        self._leave_done(PAGE_OF_ROLE[role])

    def add_now(self, role: Role) -> None:
        """They are here after all."""
        self._show(self._with_person(replace(self.state.people[role], later=False)))

    def go_back(self) -> None:
        """To the page before; what was typed stays."""
        place = PAGES.index(self.state.page)
        if place and not self.state.working:
            self._turn_to(PAGES[place - 1])

    def open_page(self, page: FirstRunPage) -> None:
        """To a page of the task list that may be opened now."""
        if may_open(self.state, page) and not self.state.working:
            self._turn_to(page)

    def change(self, page: FirstRunPage) -> None:
        """From the check page to the page of one answer, and back after it."""
        self._show(replace(self.state, changing=True))
        self._turn_to(page)

    def restore_backup(self) -> None:
        """There is a backup already: no new file is made."""
        self._go(Route(place=Place.RESTORE))

    def show_safety_steps(self) -> None:
        """Numbers and steps; they work before anything is set up."""
        self._go(Route(place=Place.SAFETY_STEPS))

    # -- the recovery sheet ------------------------------------------------------------------------------

    def print_sheet(self) -> None:
        """Print it from memory."""
        if self.state.handover is not None:
            self._printing.print(
                self.state.handover.sheet,
                organisation=self.state.draft.text(Entry.ORGANISATION),
                made_on=local_date(self._clock()),
                then=lambda notice: self._hand_over(notice=notice),
            )

    def have_sheet(self) -> None:
        """It is printed or written down: hide the words and ask for one row."""
        self._hand_over(typing=True, notice="")

    def show_sheet_again(self) -> None:
        """Look at the words once more."""
        self._hand_over(typing=False, problem="")

    def type_row(self, typed: str) -> None:
        """Keep the row as it is typed back."""
        if self.state.handover is not None:
            self._state = replace(self.state, handover=typed_row(self.state.handover, typed))

    def check_row(self) -> None:
        """Compare the typed row, and go on if it fits."""
        if self.state.handover is not None:
            self._show(replace(self.state, handover=checked(self.state.handover)))
            if self.state.handover is not None and self.state.handover.confirmed:
                self._leave_done(FirstRunPage.SHEET)

    # -- inside ------------------------------------------------------------------------------------------

    def _leave_done(self, page: FirstRunPage) -> None:
        done = self.state.done | {page}
        following = PAGES[PAGES.index(page) + 1]
        changing = self.state.changing
        self._show(replace(self.state, done=done, changing=False))
        self._turn_to(FirstRunPage.CHECK if changing else following)

    def _turn_to(self, page: FirstRunPage) -> None:
        problems: dict[str, str] = {}
        if page in (FirstRunPage.SHEET, FirstRunPage.CHECK):
            page, problems = self._first_unfinished(page)
        self._show(replace(self.state, page=page, problems=problems, notice=""))
        if page is FirstRunPage.SHEET and self._sheet_is_stale():
            self._prepare()

    def _first_unfinished(self, page: FirstRunPage) -> tuple[FirstRunPage, dict[str, str]]:
        """Where to go instead of `page`: texts may have been changed on the way."""
        for earlier in PAGES[: PAGES.index(FirstRunPage.SHEET)]:
            problems = problems_on(self.state, earlier)
            if problems:
                return earlier, problems
        return (FirstRunPage.SHEET if self._sheet_is_stale() else page), {}

    def _sheet_is_stale(self) -> bool:
        return self._made_for != self._first_run().people

    def _prepare(self) -> None:
        first_run = self._first_run()
        renewed = self._new_vault is not None
        done = self.state.done - {FirstRunPage.SHEET}
        self._show(replace(self.state, done=done, handover=None, working=words.MAKING_SHEET))
        self._runner.run(
            lambda: self._files.prepare(first_run),
            then=lambda new: self._hold_sheet(first_run, new, renewed=renewed),
            failed=self._not_prepared,
        )

    def _hold_sheet(self, first_run: FirstRun, new: NewVault, *, renewed: bool) -> None:
        self._new_vault, self._made_for = new, first_run.people
        row = self._draw(len(new.sheet.rows)) + 1
        self._show(
            replace(
                self.state,
                working="",
                handover=SheetHandover(sheet=new.sheet, row=row),
                notice=words.SHEET_IS_NEW if renewed else "",
            )
        )

    def _not_prepared(self, error: Exception) -> None:
        if isinstance(error, PassphraseTooEasyError):
            own = [role for role, person in self.state.people.items() if not person.later]
            self._look_again(own)
            return
        self._tell(error)

    def _look_again(self, roles: list[Role]) -> None:
        """Find whose passphrase does not do with what was typed since, and go to their page."""
        role = roles[0]
        passphrase = self.state.people[role].passphrase

        def weigh(judged: PassphraseAdvice) -> None:
            if judged.accepted and roles[1:]:
                self._look_again(roles[1:])
                return
            problem = " ".join(judged.advice) or words.GUESSED_NOW
            self._show(
                self._with_person(
                    replace(self.state.people[role], passphrase=advised(passphrase, judged.advice))
                )
            )
            self._turn_to(PAGE_OF_ROLE[role])
            self._show(replace(self.state, working="", problems={passphrase_key(role): problem}))

        self._judged(role, then=weigh)

    def _create(self) -> None:
        new = self._new_vault
        if new is None or self._sheet_is_stale():
            self._turn_to(FirstRunPage.SHEET)
            return
        first_run = self._first_run()
        self._show(replace(self.state, working=words.SETTING_UP, notice=""))
        self._runner.run(
            lambda: self._files.create(first_run, new), then=self._opened, failed=self._tell
        )

    def _tell(self, error: Exception) -> None:
        trouble = trouble_of(error)
        told = " ".join((trouble.what_happened, *trouble.what_to_do))
        self._show(replace(self.state, working="", notice=f"{trouble.title}. {told}"))

    def _judged(self, role: Role, *, then: Callable[[PassphraseAdvice], None]) -> None:
        passphrase = self.state.people[role].passphrase.chosen
        known = known_words(self.state)
        self._runner.run(
            lambda: self._files.judge_passphrase(passphrase, known), then=then, failed=self._tell
        )

    def _advise(self, role: Role, judged: NewPassphrase, advice: PassphraseAdvice) -> None:
        now = self.state.people[role].passphrase
        if now.typed == judged.typed and now.own:
            self._show(
                self._with_person(
                    replace(self.state.people[role], passphrase=replace(now, advice=advice.advice))
                )
            )

    def _accept(self, role: Role, judged: NewPassphrase, advice: PassphraseAdvice) -> None:
        self._advise(role, judged, advice)
        if advice.accepted:
            self._show(replace(self.state, working=""))
            self._leave_done(PAGE_OF_ROLE[role])
        else:
            problems = {passphrase_key(role): " ".join(advice.advice)}
            self._show(replace(self.state, working="", problems=problems))

    def _hand_over(
        self, *, typing: bool | None = None, notice: str | None = None, problem: str | None = None
    ) -> None:
        now = self.state.handover
        if now is not None:
            changed = replace(
                now,
                typing=now.typing if typing is None else typing,
                notice=now.notice if notice is None else notice,
                problem=now.problem if problem is None else problem,
            )
            self._show(replace(self.state, handover=changed))

    def _first_run(self) -> FirstRun:
        return first_run_of(self.state, self._ids)

    def _with_person(self, person: PersonDraft) -> FirstRunState:
        return replace(self.state, people={**self.state.people, person.role: person})

    def _show(self, state: FirstRunState) -> None:
        self.show(replace(state, tasks=task_lines(state)))


def _nobody_yet(files: FileService) -> dict[Role, PersonDraft]:
    return {
        role: PersonDraft(
            role=role,
            passphrase=NewPassphrase(suggested=files.suggest_phrase()),
        )
        for role in PAGE_OF_ROLE
    }
