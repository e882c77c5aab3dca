"""How the places of a pack file are described to pydantic, and its complaints put in words."""

from typing import Annotated, Any, TypeVar

from pydantic import BaseModel, ConfigDict, Field, ValidationError
from pydantic_core import ErrorDetails

from vrn_desktop.content.yaml_document import PackFault, Path, YamlDocument, quoted

Entry = TypeVar("Entry", bound=BaseModel)

Identifier = Annotated[str, Field(min_length=1, max_length=60, pattern=r"^[\w.\-]+$")]
Text = Annotated[str, Field(min_length=1, max_length=4_000)]
Line = Annotated[str, Field(min_length=1, max_length=400)]


class PackEntry(BaseModel):
    """One place of a pack file: nothing unknown, nothing guessed, never changed."""

    model_config = ConfigDict(extra="forbid", frozen=True, strict=True)


_SENTENCES = {
    "string_type": "text is expected here (put it in quotes)",
    "int_type": "a whole number is expected here",
    "bool_type": "true or false is expected here",
    "tuple_type": "a list is expected here",
    "dict_type": "a mapping (key: value) is expected here",
    "model_type": "a mapping (key: value) is expected here",
    "model_attributes_type": "a mapping (key: value) is expected here",
    "string_too_short": "this text is empty",
    "string_pattern_mismatch": "only letters, digits, '.', '_' and '-' may stand here",
    "none_required": "only null may stand here",
}


def entry_of(shape: type[Entry], document: YamlDocument) -> Entry:
    """The document's values in their shape.

    Raises:
        ContentPackError: something is missing, unknown or of another kind; the first such place.
    """
    try:
        return shape.model_validate(document.value)
    except ValidationError as error:
        document.refuse(_first_fault(error))


def _first_fault(error: ValidationError) -> PackFault:
    details = error.errors(include_url=False, include_context=True)[0]
    path: Path = details["loc"]
    return PackFault(path, _sentence(details))


def _sentence(details: ErrorDetails) -> str:
    kind, place = details["type"], tuple(p for p in details["loc"] if p != "[key]")
    context: dict[str, Any] = details.get("ctx", {})
    if kind == "missing" and isinstance(place[-1], int):
        return "this list is too short"
    if kind == "missing":
        return f"the key {quoted(place[-1])} is missing"
    if kind == "extra_forbidden":
        return f"the key {quoted(place[-1])} is not known here"
    named = f"{quoted(place[-1])}: " if place and isinstance(place[-1], str) else ""
    if kind == "literal_error":
        return f"{named}one of {context['expected']} is expected here"
    if kind == "string_too_long":
        return f"{named}this text is longer than {context['max_length']:,} characters"
    return named + _SENTENCES.get(kind, details["msg"])
