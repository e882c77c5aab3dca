"""What letters cost: so many one-page letters to invented young people, five services on each."""

from datetime import date, timedelta
from time import process_time

from tests.benchmarks.figures import (
    Benchmark,
    Figures,
    Options,
    middle_and_nearly_all,
    milliseconds,
)
from vrn_desktop.application.letter_composition import compose_young_person_letter
from vrn_desktop.application.letter_parts import LetterForm
from vrn_desktop.content.letter_templates import ShippedLetterWordings
from vrn_desktop.domain.letter import Letter, LetterKind
from vrn_desktop.domain.letter_facts import (
    CheckIn,
    CheckInWay,
    CrisisLine,
    YoungPersonLetterFacts,
)
from vrn_desktop.domain.letter_service import ContactKind, LetterService
from vrn_desktop.reports.letter_pdf import LetterPdfRenderer

LETTERS = 40
SERVICES = 5
TODAY = date(2026, 11, 24)


def measure(options: Options) -> Figures:
    """Write the letters; the first one, which loads ReportLab and the fonts, is left out of the times.

    `cpu_s` is all CPU of this process, from the start of Python to the last letter.
    """
    count = options.count or LETTERS
    wording = ShippedLetterWordings().wording(LetterKind.YOUNG_PERSON, "en")
    renderer = LetterPdfRenderer()
    numbers = iter(range(count))

    def write() -> None:
        number = next(numbers)
        letter = compose_young_person_letter(_facts(number), wording, LetterForm(made_on=TODAY))
        (options.work / f"letter-{number:04}.pdf").write_bytes(_drawn(renderer, letter))

    took = milliseconds(write, times=count)
    return {
        "letters": count,
        "one_letter_ms": middle_and_nearly_all(took[1:] or took),
        "first_letter_ms": round(took[0], 1),
        "cpu_s": round(process_time(), 2),
    }


def _drawn(renderer: LetterPdfRenderer, letter: Letter) -> bytes:
    document = renderer.render(letter)
    if not document.startswith(b"%PDF"):
        raise RuntimeError("a letter did not become a PDF")
    return document


def _facts(number: int) -> YoungPersonLetterFacts:
    return YoungPersonLetterFacts(
        chosen_name=f"Invented {number}",
        day=TODAY,
        own_words="I am good at fixing bikes and I look out for my sister.",
        services=tuple(_service(place) for place in range(SERVICES)),
        check_in=CheckIn(day=TODAY + timedelta(days=7), way=CheckInWay.IN_PERSON),
        worker_first_name="Alex",
        project="Invented Youth Project",
        project_number="01632 960 001",
        crisis_lines=(CrisisLine(name="Invented Line", contact="01632 960 999", free=True),),
    )


def _service(place: int) -> LetterService:
    return LetterService(
        name=f"Invented Service {place}",
        one_line="Somebody to talk to, and things to do after school.",
        contact=f"01632 960 10{place}",
        contact_kind=ContactKind.CALL,
        free=True,
        checked_on=TODAY,
        web_page="https://help.example/young-people" if place == 0 else "",
    )


BENCHMARK = Benchmark(
    does="one-page letters with five services, from a cold start",
    measure=measure,
    goals={
        "one_letter_ms": "median / p95, with QR code; goal under 50",
        "cpu_s": "from cold; goal at most 0.4 of LibreOffice",
    },
)
