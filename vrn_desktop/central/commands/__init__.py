"""The commands of `vrn-central`, one module each; a module has `add_to`, which names its options and `run`."""

from types import ModuleType

COMMANDS: tuple[ModuleType, ...] = ()
