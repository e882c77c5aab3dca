"""How the kinds of text in a document look: sizes in points, colours, space around them."""

from dataclasses import dataclass

from vrn_desktop.domain.letter import TextSize

Colour = tuple[float, float, float]

PAPER: Colour = (1.0, 1.0, 1.0)
INK: Colour = (0.11, 0.17, 0.19)
TEAL: Colour = (0.07, 0.32, 0.34)
QUIET: Colour = (0.30, 0.37, 0.39)
RULE: Colour = (0.74, 0.82, 0.81)
MIST: Colour = (0.925, 0.957, 0.953)
SAND: Colour = (0.976, 0.957, 0.918)
WATERMARK: Colour = (0.87, 0.89, 0.89)

_BODY_POINTS = {TextSize.STANDARD: 14.0, TextSize.LARGE: 18.0, TextSize.VERY_LARGE: 24.0}

_EASY_POINTS = 16.0


@dataclass(frozen=True, slots=True)
class TextStyle:
    """One kind of text: its size, the height of its lines, the space above, weight and colour."""

    size: float
    leading: float
    above: float = 0.0
    bold: bool = False
    colour: Colour = INK


@dataclass(frozen=True, slots=True)
class LetterStyles:
    """Every kind of text in a letter, all growing together with the size asked for (LT-05)."""

    body: TextStyle
    greeting: TextStyle
    heading: TextStyle
    box_heading: TextStyle
    sender: TextStyle
    own_words: TextStyle
    service_name: TextStyle
    service_line: TextStyle
    page_number: TextStyle
    address: TextStyle
    return_address: TextStyle
    code: TextStyle
    picture_side: float


def letter_styles(
    text_size: TextSize, *, tall_script: bool, snug: bool = False, easy_read: bool = False
) -> LetterStyles:
    """The styles for one size of print; tall scripts get more room between lines.

    `snug` keeps every size and takes a little of the space between lines and parts. Easy read is
    never smaller than 16 pt, with more space around every line.
    """
    body = max(_BODY_POINTS[text_size], _EASY_POINTS if easy_read else 0.0)
    line = (1.6 if tall_script else 1.32) * (0.91 if snug else 1.12 if easy_read else 1.0)
    room = body * (0.6 if snug else 1.4 if easy_read else 1.0)
    return LetterStyles(
        body=TextStyle(body, body * line, above=room * 0.4),
        greeting=TextStyle(
            body * 1.75, body * 1.75 * 1.2, above=room * 0.8, bold=True, colour=TEAL
        ),
        heading=TextStyle(body * 1.2, body * 1.2 * 1.3, above=room * 0.7, bold=True, colour=TEAL),
        box_heading=TextStyle(body * 1.2, body * 1.2 * 1.35, bold=True, colour=TEAL),
        sender=TextStyle(body, body * line, bold=True, colour=TEAL),
        own_words=TextStyle(body * 1.1, body * 1.1 * line, colour=INK),
        service_name=TextStyle(body * 1.07, body * 1.07 * 1.32, bold=True),
        service_line=TextStyle(body, body * line * 0.97),
        page_number=TextStyle(11.0, 14.0, colour=QUIET),
        address=TextStyle(11.0, 12.4),
        return_address=TextStyle(8.0, 11.5, colour=QUIET),
        code=TextStyle(body * 1.7, body * 1.7 * 1.3, bold=True),
        picture_side=body * 2.6,
    )
