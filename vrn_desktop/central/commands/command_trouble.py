"""What stops a command, said in one sentence to whoever typed it; exit code 2."""

import argparse
import sys
from collections.abc import Callable
from functools import wraps
from typing import TypeAlias

from sqlalchemy.exc import OperationalError, SQLAlchemyError

BAD_INPUT = 2
Run: TypeAlias = Callable[[argparse.Namespace], int]


class CommandError(Exception):
    """The command cannot go on; the text says what to do next."""


def told_in_words(run: Run) -> Run:
    """A command that ends with a sentence and exit code 2, never with a program's inner workings."""

    @wraps(run)
    def told(chosen: argparse.Namespace) -> int:
        try:
            return run(chosen)
        except CommandError as error:
            sys.stderr.write(f"{error}\n")
        except OperationalError:
            sys.stderr.write(
                "The database cannot be reached, or this account may not use it. "
                "Check --database-url and that the server runs.\n"
            )
        except SQLAlchemyError as error:
            sys.stderr.write(f"The database refused what was asked ({type(error).__name__}).\n")
        return BAD_INPUT

    return told
