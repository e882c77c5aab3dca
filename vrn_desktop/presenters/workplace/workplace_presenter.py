"""Changing the organisation, the setting and the safeguarding lead's numbers."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace

from vrn_desktop.application.people_service import PeopleService
from vrn_desktop.application.ports.task_runner import TaskRunner
from vrn_desktop.application.workplace_service import WorkplaceService
from vrn_desktop.domain.setting import LawfulBasis, SettingKind, Workplace
from vrn_desktop.presenters.error_text import told
from vrn_desktop.presenters.presenter import Presenter
from vrn_desktop.presenters.workplace.workplace_draft import (
    Entry,
    WorkplaceDraft,
    draft_of,
    lead_problems,
    setting_problems,
    workplace_of,
)

KEPT = "Changed. Everybody sees the new names and numbers at once, also before signing in."


@dataclass(frozen=True, slots=True, kw_only=True)
class WorkplaceState:
    """The form; `problems` are keyed as in the draft."""

    loaded: bool = False
    draft: WorkplaceDraft = field(default_factory=WorkplaceDraft)
    problems: Mapping[str, str] = field(default_factory=dict)
    notice: str = ""
    refusal: str = ""
    working: bool = False


class WorkplacePresenter(Presenter[WorkplaceState]):
    """`changed` hears the new details, for the bar with the numbers at the foot of the window."""

    def __init__(
        self,
        workplaces: WorkplaceService,
        people: PeopleService,
        *,
        runner: TaskRunner,
        changed: Callable[[Workplace], None],
    ) -> None:
        super().__init__(WorkplaceState())
        self._workplaces = workplaces
        self._people = people
        self._runner = runner
        self._changed = changed
        self._runner.run(workplaces.workplace, then=self._load, failed=self._refused)

    def type_text(self, entry: Entry, text: str) -> None:
        """Keep a text as it is typed."""
        self._state = replace(self.state, draft=self.state.draft.with_text(entry, text))

    def choose_setting(self, kind: SettingKind) -> None:
        """Choose the kind of setting."""
        self.show(replace(self.state, draft=replace(self.state.draft, setting_kind=kind)))

    def choose_basis(self, basis: LawfulBasis) -> None:
        """Choose the lawful basis of keeping records (DP-01)."""
        self.show(replace(self.state, draft=replace(self.state.draft, lawful_basis=basis)))

    def keep(self) -> None:
        """Keep the details, or say what is missing."""
        problems = setting_problems(self.state.draft) | lead_problems(self.state.draft)
        self.show(replace(self.state, problems=problems, notice="", refusal=""))
        if problems or self.state.working:
            return
        workplace = workplace_of(self.state.draft)
        self.show(replace(self.state, working=True))
        self._runner.run(lambda: self._keep(workplace), then=self._kept, failed=self._refused)

    def _keep(self, workplace: Workplace) -> Workplace:
        self._workplaces.change(workplace)
        self._people.show_before_sign_in(workplace)
        return workplace

    def _load(self, workplace: Workplace) -> None:
        self.show(replace(self.state, loaded=True, draft=draft_of(workplace)))

    def _kept(self, workplace: Workplace) -> None:
        self.show(replace(self.state, working=False, notice=KEPT))
        self._changed(workplace)

    def _refused(self, error: Exception) -> None:
        self.show(replace(self.state, working=False, refusal=told(error)))
