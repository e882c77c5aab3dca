"""A conversation held in tests: begun with an invented person, answered item by item."""

from tests.invented_services import Invented
from vrn_desktop.application.services import Services
from vrn_desktop.domain.answer import Voice
from vrn_desktop.domain.identifiers import AnswerCode, ItemId
from vrn_desktop.domain.screening import Form, Screening
from vrn_desktop.domain.setting import SettingKind

CALM_CORE = {
    "C01": "none",
    "E01": "none",
    "E03": "none",
    "F04": "none",
    "F05": "none",
    "H01": "none",
    "H05": "none",
}
"""Every core item of a young person, answered with no concern."""


def begun(services: Services, *, name: str = "Kay Invented", age: int = 15) -> Screening:
    """A conversation in private with somebody new."""
    person = services.young_people.add(name, age)
    screening = services.screenings.begin(person, form=Form.FULL, setting_kind=SettingKind.SCHOOL)
    return services.screenings.record_privacy(screening, private=True, notes={})


def answered(services: Services, screening: Screening, answers: dict[str, str]) -> Screening:
    """The conversation with these answers; flags are the worker's."""
    for item, code in answers.items():
        voice = Voice.WORKER.value if item.startswith("R") else screening.voice
        screening = services.screenings.record_answer(
            screening, ItemId(item), AnswerCode(code), voice
        ).screening
    return screening


def talked(answers: dict[str, str], *, age: int = 15) -> tuple[Invented, Services, Screening]:
    """An invented office, its use cases, and a conversation with these answers."""
    office = Invented()
    services = office.services()
    return office, services, answered(services, begun(services, age=age), answers)
