"""The shipped content with one invented service, so that no letter of the walk speaks of a real one."""

from dataclasses import replace

from vrn_desktop.content.content_library import ShippedContentLibrary
from vrn_desktop.domain.identifiers import CategoryId, ServiceId
from vrn_desktop.domain.local_service import CheckState, Reach, ServiceDirectory, ServiceEntry
from vrn_desktop.self_test.invented_case import CASE

INVENTED_SERVICE = ServiceEntry(
    id=ServiceId("invented-pantry"),
    name=CASE.service,
    contact=CASE.service_number,
    category=CategoryId("money_housing"),
    reach=Reach.LOCAL,
    area="Inventown",
    checked=CheckState.GENERAL_KNOWLEDGE,
)


class InventedContentLibrary(ShippedContentLibrary):
    """The port ContentLibrary of the walk."""

    def services(self) -> ServiceDirectory:
        """The starter directory and the invented service."""
        shipped = super().services()
        return replace(shipped, entries=(*shipped.entries, INVENTED_SERVICE))
