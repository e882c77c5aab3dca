"""The commands of `vrn-central`, one module each; a module has `add_to`, which names its options and `run`."""

from types import ModuleType

from vrn_desktop.central.commands import (
    backup,
    enrol,
    export,
    intake,
    move,
    office,
    publish,
    revoke,
    serve,
    simulate,
)

COMMANDS: tuple[ModuleType, ...] = (
    serve,
    intake,
    office,
    publish,
    enrol,
    revoke,
    backup,
    move,
    export,
    simulate,
)
