"""Help that could not be had: recorded by kind and reason, without words (AG-09)."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from vrn_desktop.application.services import Services
from vrn_desktop.domain.identifiers import CategoryId, ScreeningId, UnmetNeedId
from vrn_desktop.domain.unmet_need import GapReason, UnmetNeed
from vrn_desktop.presenters.error_text import told
from vrn_desktop.presenters.loop.loop_words import GAP_REASONS
from vrn_desktop.presenters.presenter import Presenter

CHOOSE_BOTH = "Choose what was wanted, and why it could not be had."
KEPT = "Noted. It helps to show what is missing here."
TAKEN_BACK = "Taken off again."


@dataclass(frozen=True, slots=True, kw_only=True)
class GapLine:
    """One gap of this conversation, in words."""

    id: UnmetNeedId
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class GapsState:
    """The card; `opened` while a gap is being recorded."""

    opened: bool = False
    categories: tuple[tuple[CategoryId, str], ...] = ()
    reasons: tuple[tuple[GapReason, str], ...] = tuple(GAP_REASONS.items())
    category: CategoryId | None = None
    reason: GapReason | None = None
    lines: tuple[GapLine, ...] = ()
    notice: str = ""
    problem: str = ""


class GapsPresenter(Presenter[GapsState]):
    """Records gaps of one conversation."""

    def __init__(self, services: Services, screening_id: ScreeningId) -> None:
        kinds = services.content.services().categories
        self._names = {kind.id: kind.name for kind in kinds}
        super().__init__(GapsState(categories=tuple(self._names.items())))
        self._services = services
        self._screening_id = screening_id
        self._needs: tuple[UnmetNeed, ...] = ()
        self.load()

    def load(self) -> None:
        """Read what was recorded."""
        self._services.runner.run(
            lambda: self._services.loop.unmet_needs.of_screening(self._screening_id),
            then=self._take,
            failed=self._refused,
        )

    def begin(self) -> None:
        """Something that was wanted could not be had."""
        self.show(replace(self.state, opened=True, notice="", problem=""))

    def cancel(self) -> None:
        """Leave everything as it was."""
        self.show(replace(self.state, opened=False, category=None, reason=None, problem=""))

    def choose_category(self, category: CategoryId) -> None:
        """What was wanted."""
        self.show(replace(self.state, category=category, problem=""))

    def choose_reason(self, reason: GapReason) -> None:
        """Why it could not be had."""
        self.show(replace(self.state, reason=reason, problem=""))

    def keep(self) -> None:
        """Keep it, or say what is missing."""
        category, reason = self.state.category, self.state.reason
        if category is None or reason is None:
            self.show(replace(self.state, problem=CHOOSE_BOTH))
            return
        service = next(
            (n.service_id for n in self._needs if n.category == category and n.service_id), None
        )
        self._change(
            lambda: self._services.loop.unmet_needs.record(
                self._screening_id, category, reason, service_id=service
            ),
            KEPT,
        )

    def take_back(self, need_id: UnmetNeedId) -> None:
        """It was a mistake, or help was found after all."""
        need = next((each for each in self._needs if each.id == need_id), None)
        if need is not None:
            self._change(lambda: self._services.loop.unmet_needs.take_back(need), TAKEN_BACK)

    def _change(self, job: Callable[[], object], words: str) -> None:
        def changed(_: object) -> None:
            self.cancel()
            self.show(replace(self.state, notice=words))
            self.load()

        self._services.runner.run(job, then=changed, failed=self._refused)

    def _take(self, needs: tuple[UnmetNeed, ...]) -> None:
        self._needs = needs
        lines = tuple(
            GapLine(
                id=need.id,
                text=f"{self._names.get(need.category, need.category)}: "
                f"{GAP_REASONS[need.reason].lower()}",
            )
            for need in needs
        )
        self.show(replace(self.state, lines=lines))

    def _refused(self, error: Exception) -> None:
        self.show(replace(self.state, problem=told(error), notice=""))
