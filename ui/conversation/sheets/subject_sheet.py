"""Talk about something else: every part in one list (TI-20)."""

from functools import partial

from ui.conversation.sheets.conversation_sheet import ConversationSheet
from ui.widgets.button import Button
from ui.widgets.text import Text
from vrn_desktop.presenters.conversation.conversation_presenter import ConversationPresenter
from vrn_desktop.presenters.conversation.conversation_state import SubjectView

TITLE = "What would you like to talk about?"
LEAD = "Pick any part, in any order."
HERE = "{title} (here now)"
LEFT_OUT = "{title} (left out so far)"


class SubjectSheet(ConversationSheet):
    """One press on a part goes there."""

    def __init__(self, presenter: ConversationPresenter, subjects: tuple[SubjectView, ...]) -> None:
        super().__init__(TITLE, name="subject", close_text="Go back")
        self._presenter = presenter
        self.add(Text(LEAD))
        for subject in subjects:
            form = HERE if subject.current else LEFT_OUT if subject.skipped else "{title}"
            self.add(
                Button(
                    form.format(title=subject.title),
                    name=f"subject-{subject.section}",
                    on_click=partial(presenter.change_subject, subject.section),
                )
            )
