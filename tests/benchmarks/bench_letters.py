"""What letters cost: one-page letters to invented young people, and one of every kind and language."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from time import process_time

from tests.benchmarks.figures import (
    Benchmark,
    Figures,
    Options,
    middle_and_nearly_all,
    milliseconds,
)
from tests.invented_other_letters import (
    parent_letter,
    school_letter,
    service_letter,
    wallet_card,
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
MANY = 200
AGAIN = 12
TODAY = date(2026, 11, 24)


def measure(options: Options) -> Figures:
    """Write the letters; the first one, which loads ReportLab and the fonts, is left out of the times.

    `cpu_s` is all CPU of this process, from the start of Python to the last of those letters, and
    `cpu_of_200_s` what 200 further ones take. Kinds and languages are written after that, each often
    enough for a middle.
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
    cold = process_time()
    for number in range(count, count + MANY):
        letter = compose_young_person_letter(_facts(number), wording, LetterForm(made_on=TODAY))
        _drawn(renderer, letter)
    many = process_time() - cold
    return {
        "letters": count,
        "one_letter_ms": middle_and_nearly_all(took[1:] or took),
        "first_letter_ms": round(took[0], 1),
        "cpu_s": round(cold, 2),
        "cpu_of_200_s": round(many, 2),
        "five_scripts_ms": _often(renderer, _five_scripts),
        "translated_with_english_ms": _often(renderer, _urdu_and_english),
        "easy_read_ms": _often(renderer, _easy_read),
        **{
            f"{name}_ms": _often(renderer, made)
            for name, made in (
                ("parent", lambda _number: parent_letter()),
                ("service_with_slip", lambda _number: service_letter()),
                ("school", lambda _number: school_letter()),
                ("card", lambda _number: wallet_card()),
            )
        },
    }


def _often(renderer: LetterPdfRenderer, made: Callable[[int], Letter]) -> list[float]:
    """Composing and drawing, again and again; the first, which loads the fonts, is left out."""
    numbers = iter(range(AGAIN + 1))
    took = milliseconds(lambda: _drawn(renderer, made(next(numbers))), times=AGAIN + 1)
    return middle_and_nearly_all(took[1:])


def _five_scripts(number: int) -> Letter:
    """Latin, Arabic, Gujarati, Gurmukhi and Bengali in one letter."""
    wording = ShippedLetterWordings().wording(LetterKind.YOUNG_PERSON, "ur")
    facts = replace(_facts(number), own_words="Kay કમલ ਕਮਲ কমল کمل", chosen_name=f"کمل {number}")
    return compose_young_person_letter(facts, wording, LetterForm(made_on=TODAY))


def _urdu_and_english(number: int) -> Letter:
    wordings = ShippedLetterWordings()
    urdu, english = (
        compose_young_person_letter(
            _facts(number),
            wordings.wording(LetterKind.YOUNG_PERSON, language),
            LetterForm(made_on=TODAY),
        )
        for language in ("ur", "en")
    )
    return replace(urdu, followed_by=english)


def _easy_read(number: int) -> Letter:
    wording = ShippedLetterWordings().wording(LetterKind.YOUNG_PERSON, "en", easy_read=True)
    return compose_young_person_letter(_facts(number), wording, LetterForm(made_on=TODAY))


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
        "cpu_of_200_s": "goal under 4; LibreOffice took 8.9 on the machine of the design",
        "five_scripts_ms": "median / p95; reported",
        "translated_with_english_ms": "median / p95, Urdu and English in one document; reported",
        "easy_read_ms": "median / p95; reported",
        "parent_ms": "median / p95; reported",
        "service_with_slip_ms": "median / p95; reported",
        "school_ms": "median / p95; reported",
        "card_ms": "median / p95; reported",
    },
)
