"""How large a feed may be; beyond these it is refused whole, so that a bad stick cannot fill the laptop."""

FILE_BYTES = 512 * 1024 * 1024
"""A JSON file. It is read as a stream, so this bounds time and not memory."""
PACKAGE_BYTES = 256 * 1024 * 1024
"""All tables of a package together; its side tables lie in memory while it is read."""
RECORD_BYTES = 4 * 1024 * 1024
"""One service with everything in it."""
RECORD_DEPTH = 40
"""Lists and objects inside each other in one service; the standard's full example has 7."""
PACKED_FILES = 20_000
"""Files in a folder or zip."""
FOLDER_DEPTH = 8
"""Folders inside each other."""
UNPACKED_BYTES = 1024 * 1024 * 1024
"""All files of a zip together, unpacked."""
PACKED_RATIO = 200
"""Unpacked bytes for one packed byte; feeds reach about 30."""
SMALL_BYTES = 1024 * 1024
"""Files up to this size may be packed as tightly as they like."""
CELL_CHARACTERS = 4 * 1024 * 1024
"""One cell of a table."""
RAW_CHARACTERS = 64 * 1024
"""The publisher's own record as it is kept."""
WARNINGS_OF_A_ROW = 60
"""Warnings kept for one service; the last says that there were more."""

NAME, LINE, TEXT, DESCRIPTION = 300, 500, 4_000, 20_000
"""Characters of a name, a line, a longer text and a description."""
MOST_PHONES, MOST_PLACES, MOST_SCHEDULES, MOST_WORDS = 20, 50, 100, 100
"""Entries of one service; `MOST_WORDS` counts areas, languages, terms and the like, each."""


def in_words(size: int) -> str:
    """A size as people say it: `512 MB`."""
    mega = 1024 * 1024
    return f"{size // mega} MB" if size >= mega else f"{size // 1024} kB"
