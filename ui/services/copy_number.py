"""A contact with a button that copies it for one minute, and says so."""

from collections.abc import Callable

from ui.private_clipboard import private_clipboard
from ui.widgets.button import Button, ButtonKind
from ui.widgets.flow_row import FlowRow
from ui.widgets.text import Text, TextRole

COPIED = "Copied. It leaves the clipboard in 60 seconds."


class CopyRow(FlowRow):
    """Number or address, what it is for, and "Copy"; `told` hears the sentence to show."""

    def __init__(self, contact: str, about: str, *, name: str, told: Callable[[str], None]) -> None:
        super().__init__(spacing=12, name=name)
        self._contact, self._told = contact, told
        number = Text(contact, TextRole.SECTION, name=f"{name}-number")
        number.setWordWrap(False)
        self.add(number)
        if about:
            self.add(Text(about, TextRole.META))
        copy = Button(
            "Copy",
            kind=ButtonKind.QUIET,
            icon="copy",
            name=f"{name}-copy",
            on_click=self._copy,
        )
        copy.setAccessibleName(f"Copy {contact}")
        self.add(copy)

    def _copy(self) -> None:
        private_clipboard.copy_number(self._contact)
        self._told(COPIED)
