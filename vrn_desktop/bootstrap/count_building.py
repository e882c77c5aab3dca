"""Builds the use cases of counts that leave; the network's library comes in with the first message."""

import secrets
from importlib import import_module
from typing import cast

from vrn_desktop import __version__
from vrn_desktop.application.counting_service import CountingService
from vrn_desktop.application.open_file import OpenFile
from vrn_desktop.application.ports.counts import Answer, CentreLine, KeyAnswer
from vrn_desktop.application.sync_parts import SyncParts
from vrn_desktop.application.sync_service import SyncService
from vrn_desktop.bootstrap.time_and_identifiers import new_id, now
from vrn_desktop.content.table_pack_reader import shipped_table_pack
from vrn_desktop.sync.count_office import SealingCountOffice
from vrn_desktop.sync.count_stick import FolderStick
from vrn_desktop.vault.word_lists import sheet_words

_CHANCE_BITS = 64


def build_sync_service(opened: OpenFile) -> SyncService:
    """Over the open file: the shipped tables, the words of recovery sheets, the system's chance."""
    office = SealingCountOffice(
        pack=shipped_table_pack, words=sheet_words, app=__version__, new_id=new_id
    )
    return SyncService(
        SyncParts(
            session=opened,
            closing=CountingService(opened, office, now),
            office=office,
            line=LateCentreLine(),
            stick=FolderStick(),
            clock=now,
            chance=lambda: secrets.randbits(_CHANCE_BITS),
        )
    )


class LateCentreLine:
    """The program's `CentreLine`, imported when the first message is sent."""

    def post(self, address: str, raw: bytes) -> Answer:
        """See `CentreLine.post`."""
        return self._line().post(address, raw)

    def post_key(self, address: str, raw: bytes) -> KeyAnswer:
        """See `CentreLine.post_key`."""
        return self._line().post_key(address, raw)

    def _line(self) -> CentreLine:
        lines = import_module("vrn_desktop.sync.centre_line")
        return cast("CentreLine", lines.HttpsCentreLine())
