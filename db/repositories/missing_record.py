"""What happens when a record is asked for by an id that the file does not hold."""


class MissingRecordError(LookupError):
    """No record has this id: a mistake of the program, since ids come from the file itself."""
