"""For the supervisor: what help was missing, how often, and why; small counts are not shown."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from vrn_desktop.application.services import Services
from vrn_desktop.domain.unmet_need import FEWEST_SHOWN, GapCount
from vrn_desktop.presenters.error_text import told
from vrn_desktop.presenters.loop.loop_words import GAP_REASONS
from vrn_desktop.presenters.navigation_presenter import Place, Route
from vrn_desktop.presenters.presenter import Presenter

FEW = f"Fewer than {FEWEST_SHOWN}"
NOTHING = "No gap recorded yet."
NOTHING_HELP = "When help that was wanted cannot be had, it is noted on “Choose help together”."


@dataclass(frozen=True, slots=True, kw_only=True)
class GapRow:
    """One kind of help and one reason, with how many conversations it came up in."""

    category: str
    reason: str
    count: str


@dataclass(frozen=True, slots=True, kw_only=True)
class GapListState:
    """The page."""

    loading: bool = True
    rows: tuple[GapRow, ...] = ()
    problem: str = ""


class GapListPresenter(Presenter[GapListState]):
    """Shows the counts."""

    def __init__(self, services: Services, *, go: Callable[[Route], None]) -> None:
        super().__init__(GapListState())
        self._go = go
        self._names = {kind.id: kind.name for kind in services.content.services().categories}
        services.runner.run(services.loop.unmet_needs.counts, then=self._take, failed=self._refused)

    def back(self) -> None:
        """To the list of all that is due."""
        self._go(Route(place=Place.WORKLIST))

    def _take(self, counts: tuple[GapCount, ...]) -> None:
        rows = tuple(
            GapRow(
                category=self._names.get(each.category, each.category),
                reason=GAP_REASONS[each.reason],
                count=FEW if each.count is None else str(each.count),
            )
            for each in counts
        )
        self.show(replace(self.state, loading=False, rows=rows))

    def _refused(self, error: Exception) -> None:
        self.show(replace(self.state, loading=False, problem=told(error)))
