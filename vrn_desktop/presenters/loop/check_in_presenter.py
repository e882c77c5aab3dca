"""Is it helping? A short, calm asking some weeks after the first yes; every answer can be left out."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from vrn_desktop.application.helping_service import CheckInMatter
from vrn_desktop.application.services import Services
from vrn_desktop.domain.helping import Helping, HelpingAnswer, StillGoing, WantedNext
from vrn_desktop.domain.identifiers import FollowUpId, SignpostId
from vrn_desktop.presenters.contact_words import contact_words
from vrn_desktop.presenters.error_text import told
from vrn_desktop.presenters.loop.check_in_state import AskedService, CheckInState
from vrn_desktop.presenters.loop.loop_words import STANDS
from vrn_desktop.presenters.loop.news_lines import helping_words
from vrn_desktop.presenters.name_display import NameDisplay
from vrn_desktop.presenters.navigation_presenter import Place, Route
from vrn_desktop.presenters.presenter import Presenter
from vrn_desktop.presenters.wording import day_seen_from, mid_sentence


class CheckInPresenter(Presenter[CheckInState]):
    """Records what they say of each service, or that it was skipped."""

    def __init__(
        self,
        services: Services,
        follow_up_id: FollowUpId,
        names: NameDisplay,
        *,
        go: Callable[[Route], None],
    ) -> None:
        super().__init__(CheckInState())
        self._services = services
        self._follow_up_id = follow_up_id
        self._names = names
        self._go = go
        self._matter: CheckInMatter | None = None
        names.listen(self._rename)
        services.runner.run(
            lambda: services.loop.helping.matter(follow_up_id),
            then=self._take,
            failed=self._refused,
        )

    def detach(self) -> None:
        """The screen is gone."""
        self._names.forget(self._rename)
        super().detach()

    def still_going(self, service: SignpostId, said: StillGoing) -> None:
        """Whether they still go there."""
        self._set(service, lambda each: replace(each, still_going=said))

    def helping(self, service: SignpostId, said: Helping) -> None:
        """Whether it helps."""
        self._set(service, lambda each: replace(each, helping=said))

    def would_help(self, service: SignpostId, words: str) -> None:
        """What would help, in their words."""
        self._set(service, lambda each: replace(each, would_help=words))

    def wanted_next(self, service: SignpostId, said: WantedNext) -> None:
        """What they would like to happen."""
        self._set(service, lambda each: replace(each, next=said))

    def ask_safe_contact(self) -> None:
        """Ask again how it is safe to be in touch."""
        self._go(Route(place=Place.SAFE_CONTACT, young_person=self.state.person))

    def to_person(self) -> None:
        """To the young person's page."""
        self._go(Route(place=Place.YOUNG_PERSON, young_person=self.state.person))

    def switch_names(self) -> None:
        """Show names, or mask them again."""
        self._names.switch()

    def keep(self) -> None:
        """Keep what they said; the asking is done."""
        answers = [self._answer(each) for each in self.state.services]
        self._run(lambda: self._services.loop.helping.keep(self._follow_up_id, answers))

    def skip(self) -> None:
        """They would rather not; it is not asked again this time."""
        self._run(lambda: self._services.follow_ups.not_needed(self._follow_up_id))

    def could_not_reach(self) -> None:
        """Nobody was reached; it comes due again some days later."""
        self._run(lambda: self._services.follow_ups.could_not_reach(self._follow_up_id))

    def later(self) -> None:
        """Leave everything as it was."""
        self._to_list()

    def _answer(self, each: AskedService) -> HelpingAnswer:
        return HelpingAnswer(
            signpost_id=each.id,
            on=self._day(),
            at=self._services.clock(),
            by=self._services.practitioner.id,
            still_going=each.still_going,
            helping=each.helping,
            would_help=each.would_help.strip(),
            next=each.next,
        )

    def _run(self, job: Callable[[], object]) -> None:
        self._services.runner.run(job, then=lambda _: self._to_list(), failed=self._refused)

    def _to_list(self) -> None:
        self._go(Route(place=Place.WORKLIST))

    def _set(self, service: SignpostId, change: Callable[[AskedService], AskedService]) -> None:
        changed = tuple(change(e) if e.id == service else e for e in self.state.services)
        self.show(replace(self.state, services=changed))

    def _take(self, matter: CheckInMatter) -> None:
        self._matter = matter
        today = self._day()
        before = {said.signpost_id: said for said in matter.said_before}
        self.show(
            replace(
                self.state,
                loading=False,
                person=matter.person.id,
                due=f"Planned for {mid_sentence(day_seen_from(matter.follow_up.due_on, today))}",
                contact=contact_words(matter.safe_contact, today),
                ask_again=matter.safe_contact is None or matter.safe_contact.needs_asking(today),
                services=tuple(
                    AskedService(
                        id=each.signpost.id,
                        name=each.signpost.service_name,
                        stands=STANDS[each.current],
                        before=_before(before.get(each.signpost.id), today),
                    )
                    for each in matter.referrals
                ),
            )
        )
        self._rename()

    def _rename(self) -> None:
        if self._matter is not None:
            person = self._matter.person
            label = self._names.label(person.chosen_name, person.reference)
            self.show(replace(self.state, who=label, names_shown=self._names.shown))

    def _day(self) -> date:
        return self._services.clock().date()

    def _refused(self, error: Exception) -> None:
        self.show(replace(self.state, loading=False, problem=told(error)))


def _before(said: HelpingAnswer | None, today: date) -> str:
    if said is None:
        return ""
    return f"{day_seen_from(said.on, today)}: {helping_words(said)}"
