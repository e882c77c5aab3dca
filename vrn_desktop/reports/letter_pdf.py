"""Letters as accessible PDF in memory; ReportLab is loaded with the first letter, not before."""

from vrn_desktop.domain.letter import Letter


class LetterPdfRenderer:
    """Makes `application.ports.letter_renderer.LetterRenderer` real."""

    def render(self, letter: Letter) -> bytes:
        """The letter as tagged PDF; the same letter always gives the same bytes."""
        from vrn_desktop.reports.letter_drawing import (  # noqa: PLC0415 - keeps the start quick
            draw_letter,
        )

        return draw_letter(letter)

    def unprintable_characters(self, letter: Letter) -> tuple[str, ...]:
        """Characters no shipped font can print, each once."""
        from vrn_desktop.reports.text_flow import (  # noqa: PLC0415 - keeps the start quick
            missing_characters,
        )

        return missing_characters(letter.as_plain_text())

    def prepare(self) -> None:
        """Load ReportLab, HarfBuzz and the reading font ahead of the first letter."""
        from vrn_desktop.reports import letter_drawing  # noqa: PLC0415 - this is the loading

        letter_drawing.load_fonts()
