"""Every key that works everywhere, in one table that the shortcut list shows as well."""

from dataclasses import dataclass
from enum import StrEnum


class ShellAction(StrEnum):
    """What a key that works everywhere asks for."""

    GO_HOME = "go_home"
    GO_YOUNG_PEOPLE = "go_young_people"
    GO_CONVERSATIONS = "go_conversations"
    GO_SERVICES = "go_services"
    GO_SYNC = "go_sync"
    NEW_CONVERSATION = "new_conversation"
    FIND = "find"
    HIDE_SCREEN = "hide_screen"
    SAFETY_STEPS = "safety_steps"
    SHOW_NAMES = "show_names"
    LIST_SHORTCUTS = "list_shortcuts"
    LARGER_TEXT = "larger_text"
    SMALLER_TEXT = "smaller_text"
    USUAL_TEXT = "usual_text"
    SETTINGS = "settings"
    LOCK = "lock"
    HELP = "help"


@dataclass(frozen=True, slots=True, kw_only=True)
class Shortcut:
    """Keys of one action and what the list says about it."""

    action: ShellAction
    keys: tuple[str, ...]
    words: str


SHORTCUTS = (
    Shortcut(action=ShellAction.GO_HOME, keys=("Alt+1",), words="Home"),
    Shortcut(action=ShellAction.GO_YOUNG_PEOPLE, keys=("Alt+2",), words="Young people"),
    Shortcut(action=ShellAction.GO_CONVERSATIONS, keys=("Alt+3",), words="Conversations"),
    Shortcut(action=ShellAction.GO_SERVICES, keys=("Alt+4",), words="Services"),
    Shortcut(action=ShellAction.GO_SYNC, keys=("Alt+6",), words="Sync: what leaves this laptop"),
    Shortcut(action=ShellAction.NEW_CONVERSATION, keys=("Ctrl+N",), words="Start a conversation"),
    Shortcut(action=ShellAction.FIND, keys=("Ctrl+F",), words="Search on this page"),
    Shortcut(action=ShellAction.HIDE_SCREEN, keys=("F12",), words="Hide the screen (or Esc twice)"),
    Shortcut(action=ShellAction.SAFETY_STEPS, keys=("Ctrl+Shift+S",), words="Safety steps"),
    Shortcut(action=ShellAction.SHOW_NAMES, keys=("Ctrl+Shift+N",), words="Show or hide names"),
    Shortcut(action=ShellAction.LIST_SHORTCUTS, keys=("Ctrl+/",), words="This list of keys"),
    Shortcut(action=ShellAction.LARGER_TEXT, keys=("Ctrl++", "Ctrl+="), words="Larger text"),
    Shortcut(action=ShellAction.SMALLER_TEXT, keys=("Ctrl+-",), words="Smaller text"),
    Shortcut(action=ShellAction.USUAL_TEXT, keys=("Ctrl+0",), words="Usual text size"),
    Shortcut(action=ShellAction.SETTINGS, keys=("Ctrl+,",), words="Settings"),
    Shortcut(action=ShellAction.LOCK, keys=("Ctrl+L",), words="Lock"),
    Shortcut(action=ShellAction.HELP, keys=("F1",), words="Help for this page"),
)
