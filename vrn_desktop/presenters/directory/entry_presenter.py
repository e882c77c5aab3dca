"""Writing an entry of our own: new, changed, or as a copy of somebody else's."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from types import MappingProxyType

from vrn_desktop.application.services import Services
from vrn_desktop.domain.directory.known_place import KnownPlace
from vrn_desktop.domain.directory.service_record import LOCAL_SOURCE, ServiceRecord
from vrn_desktop.domain.identifiers import CategoryId, ServiceId
from vrn_desktop.presenters.directory.entry_checks import problems_of
from vrn_desktop.presenters.directory.entry_form import EntryForm, Field, form_of
from vrn_desktop.presenters.directory.entry_record import record_of
from vrn_desktop.presenters.directory.service_page_state import NO_LONGER_THERE
from vrn_desktop.presenters.error_text import told
from vrn_desktop.presenters.navigation_presenter import Place, Route
from vrn_desktop.presenters.presenter import Presenter
from vrn_desktop.presenters.wording import local_date


@dataclass(frozen=True, slots=True, kw_only=True)
class EntryState:
    """The form; `asks_to_leave` while unsaved changes are asked about, `asks_to_delete` likewise."""

    loading: bool = True
    form: EntryForm = field(default_factory=EntryForm)
    is_new: bool = True
    is_copy: bool = False
    kinds: tuple[tuple[CategoryId, str], ...] = ()
    problems: Mapping[Field, str] = field(default_factory=lambda: MappingProxyType({}))
    asks_to_leave: bool = False
    asks_to_delete: bool = False
    saving: bool = False
    refusal: str = ""


class EntryPresenter(Presenter[EntryState]):
    """Keeps what is typed; nothing reaches the file before "Keep this entry"."""

    def __init__(
        self, services: Services, service: ServiceId | None, *, go: Callable[[Route], None]
    ) -> None:
        self._services = services
        self._service = service
        self._go = go
        self._base: ServiceRecord | None = None
        self._unchanged = EntryForm()
        self._on_leaving: Callable[[], None] | None = None
        super().__init__(EntryState(kinds=services.directory.kinds_of_help()))
        services.runner.run(self._read, then=self._take, failed=self._refused)

    @property
    def is_changed(self) -> bool:
        """Whether something was typed that is not kept yet."""
        return not self.state.loading and self.state.form != self._unchanged

    def type_form(self, form: EntryForm) -> None:
        """Keep what is typed; a problem stays until the next try."""
        self.show(replace(self.state, form=form))

    def keep(self) -> None:
        """Keep the entry, or say what is not right yet."""
        base, form = self._base, self.state.form
        if base is None or self.state.saving:
            return
        problems = problems_of(form, local_date(self._services.clock()))
        self.show(replace(self.state, problems=problems, refusal="", asks_to_leave=False))
        if problems:
            return
        self.show(replace(self.state, saving=True))

        def put() -> ServiceId:
            record = record_of(form, base, self._place_of(form))
            self._services.directory.put_local(record)
            return record.id

        self._services.runner.run(put, then=self._kept, failed=self._refused)

    def go_back(self) -> None:
        """Leave; unsaved changes are asked about first."""
        if self.is_changed:
            self.show(replace(self.state, asks_to_leave=True))
        else:
            self.leave()

    def holds_back(self, then: Callable[[], None]) -> bool:
        """Ask before another page is shown; "leave without keeping" then goes there."""
        if not self.is_changed:
            return False
        self._on_leaving = then
        self.show(replace(self.state, asks_to_leave=True))
        return True

    def stay(self) -> None:
        """Go on writing."""
        self._on_leaving = None
        self.show(replace(self.state, asks_to_leave=False, asks_to_delete=False))

    def leave(self) -> None:
        """Leave without keeping what was typed."""
        self._unchanged = self.state.form
        if self._on_leaving is not None:
            self._on_leaving()
        elif self._service is None:
            self._go(Route(place=Place.SERVICES))
        else:
            self._go(Route(place=Place.SERVICE, service=self._service))

    def ask_to_delete(self) -> None:
        """Somebody wants it off the list."""
        self.show(replace(self.state, asks_to_delete=True))

    def delete(self) -> None:
        """Take it off the list; letters and referrals keep its name."""
        base = self._base
        if base is None or self.state.is_new:
            return
        self._services.runner.run(
            lambda: self._services.directory.remove_local(base.id),
            then=lambda _gone: self._go(Route(place=Place.SERVICES)),
            failed=self._refused,
        )

    def _read(self) -> tuple[ServiceRecord, bool, bool] | None:
        """The entry, whether it is new, and whether it is a copy."""
        directory = self._services.directory
        if self._service is None:
            return directory.new_entry(), True, False
        full = directory.get(self._service)
        if full is None:
            return None
        record = full.found.record
        if record.source == LOCAL_SOURCE:
            return record, False, False
        return directory.own_copy_of(record), True, True

    def _place_of(self, form: EntryForm) -> KnownPlace | None:
        directory = self._services.directory
        if form.keep_secret or form.national:
            return None
        tried = (form.postcode, form.address)
        return next(
            (place for text in tried if text.strip() and (place := directory.place(text))), None
        )

    def _take(self, read: tuple[ServiceRecord, bool, bool] | None) -> None:
        if read is None:
            self.show(replace(self.state, loading=False, refusal=NO_LONGER_THERE))
            return
        self._base, is_new, is_copy = read
        self._unchanged = form_of(self._base)
        self.show(
            replace(
                self.state,
                loading=False,
                form=self._unchanged,
                is_new=is_new,
                is_copy=is_copy,
            )
        )

    def _kept(self, service: ServiceId) -> None:
        self._unchanged = self.state.form
        self._go(Route(place=Place.SERVICE, service=service))

    def _refused(self, error: Exception) -> None:
        self.show(replace(self.state, loading=False, saving=False, refusal=told(error)))
