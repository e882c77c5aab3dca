"""The starter directory of services that ships, read once."""

from functools import cache

from tests.talk_safe import talk_safe
from vrn_desktop.content.pack_reader import service_directory_from_text
from vrn_desktop.content.resource_files import SERVICES_FILE, shipped_services_text
from vrn_desktop.domain.local_service import ServiceDirectory


@cache
def starter_directory() -> ServiceDirectory:
    """The shipped directory, matched by the shipped instrument."""
    return service_directory_from_text(shipped_services_text(), SERVICES_FILE, talk_safe())
