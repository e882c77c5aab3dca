"""The six words of an enrolment, as people at the centre read them out (the same list as the desktop's)."""

from functools import cache
from importlib.resources import files

import resources
from vrn_desktop.exchange.enrolment import spoken_words


@cache
def word_list() -> tuple[str, ...]:
    """2,048 words whose first four letters differ from each other."""
    text = (files(resources) / "words" / "sheet-words.txt").read_text(encoding="utf-8")
    return tuple(text.split())


def words_of(*, device: bytes, centre_signer: bytes, site: str) -> tuple[str, ...]:
    """What both sides must hear alike before a site's key is approved."""
    return spoken_words(device=device, centre_signer=centre_signer, site=site, words=word_list())
