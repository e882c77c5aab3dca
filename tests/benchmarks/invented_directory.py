"""Any number of invented services around Leicester as an Open Referral UK 3.0 feed, the same ones for a seed."""

import json
import random
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Any
from uuid import NAMESPACE_URL, uuid5

SEED = 20261122
LEICESTER = (52.63, -1.13)
_SPREAD_DEGREES = 0.45
_DAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
_KINDS = (
    ("Youth club", "Things to do"),
    ("Boxing gym", "Sport"),
    ("Counselling for young people", "Mental health"),
    ("Mentoring", "Mentoring"),
    ("Drop-in", "Advice"),
    ("Food bank", "Food and money"),
    ("Housing advice", "Housing"),
    ("Study support", "Education"),
    ("Parents' group", "Family help"),
    ("Drug and alcohol support", "Drugs and alcohol"),
    ("Domestic abuse support", "Domestic abuse"),
    ("Bereavement support", "Loss"),
    ("Sexual health clinic", "Health"),
    ("Music studio", "Arts"),
    ("Football for all", "Sport"),
    ("Job coaching", "Work and training"),
)
_PLACES = [
    "Aylestone",
    "Beaumont",
    "Belgrave",
    "Birstall",
    "Blaby",
    "Braunstone",
    "Coalville",
    "Evington",
    "Glenfield",
    "Hinckley",
    "Humberstone",
    "Knighton",
    "Loughborough",
    "Lutterworth",
    "Melton",
    "Oadby",
    "Oakham",
    "Syston",
    "Thurmaston",
    "Wigston",
]
_FIRST = [
    "Amber",
    "Beacon",
    "Cedar",
    "Dawn",
    "Elm",
    "Foxglove",
    "Harbour",
    "Ivy",
    "Juniper",
    "Kite",
    "Lantern",
    "Maple",
    "North",
    "Oak",
]
_SECOND = [
    "Trust",
    "Project",
    "Partnership",
    "Foundation",
    "Centre",
    "Collective",
    "Community Association",
]
_LANGUAGES = [
    "English",
    "Gujarati",
    "Punjabi",
    "Polish",
    "Somali",
    "Urdu",
    "Arabic",
    "Romanian",
    "Bengali",
    "Hindi",
]
_SENTENCES = (
    "A friendly space with people who listen and take their time.",
    "You can come on your own or bring somebody with you.",
    "We work with schools, families and other teams in the area.",
    "There is a quiet room, a kitchen and a step-free entrance at the side.",
    "Ask for a taster session first if you are not sure whether it is for you.",
    "Our workers are trained, checked and supervised every month.",
    "Travel money may be possible: please ask when you get in touch.",
    "New people are welcome throughout the year, also in the holidays.",
)
_LAST_CHECKED = date(2026, 11, 1)


def invented_services(count: int, seed: int = SEED) -> Iterator[dict[str, Any]]:
    """So many services, each a whole nested record of about 2 kB; a larger count begins alike."""
    chance = random.Random(seed)
    for number in range(count):
        yield _service(number, chance)


def write_invented_feed(path: Path, count: int, seed: int = SEED) -> int:
    """The services as one page of a feed (an envelope with `contents`); bytes written."""
    with path.open("w", encoding="utf-8") as file:
        file.write(f'{{"total_items": {count}, "total_pages": 1, "page_number": 1, "contents": [')
        for number, service in enumerate(invented_services(count, seed)):
            file.write(",\n" if number else "\n")
            json.dump(service, file, ensure_ascii=False)
        file.write("]}\n")
    return path.stat().st_size


def _service(number: int, chance: random.Random) -> dict[str, Any]:
    kind, term = chance.choice(_KINDS)
    place = chance.choice(_PLACES)
    organisation = f"{chance.choice(_FIRST)} {chance.choice(_SECOND)}"
    key = _id("service", number)
    first, last = chance.choice(((None, None), (8, 13), (11, 19), (13, 25), (16, 25), (18, None)))
    service: dict[str, Any] = {
        "id": key,
        "name": f"{organisation} {kind} {place} {number}",
        "description": _description(kind, place, chance),
        "url": f"https://service{number}.example/help",
        "email": f"hello{number}@service.example",
        "status": "active" if chance.random() < 0.97 else "temporarily closed",
        "fees": chance.choice(("Free", "Free for under 18s", "Small charge", "")),
        "assured_date": (_LAST_CHECKED - timedelta(days=chance.randrange(700))).isoformat(),
        "last_modified": "2026-11-01T09:30:00Z",
        "schedules": [_schedule(key, n, chance) for n in range(chance.randrange(1, 4))],
        "service_areas": [{"id": _id(key, "area"), "name": place}],
        "service_at_locations": [_place(key, place, chance)],
        "languages": [
            {"id": _id(key, language), "name": language}
            for language in chance.sample(_LANGUAGES, chance.randrange(1, 4))
        ],
        "organization": {
            "id": _id("organisation", organisation),
            "name": organisation,
            "description": f"{organisation} is an invented charity.",
        },
        "cost_options": [
            {"id": _id(key, "cost"), "amount": chance.choice((0, 1, 2.5, 5)), "option": "A session"}
        ],
        "contacts": [
            {
                "id": _id(key, "contact"),
                "phones": [
                    {"id": _id(key, "phone"), "number": f"01632 960{chance.randrange(1000):03d}"}
                ],
            }
        ],
        "attributes": [
            {
                "id": _id(key, "attribute"),
                "link_type": "service",
                "taxonomy_term": {"id": _id("term", term), "name": term, "description": term},
            }
        ],
    }
    if first is not None:
        service["minimum_age"] = first
    if last is not None:
        service["maximum_age"] = last
    return service


def _description(kind: str, place: str, chance: random.Random) -> str:
    sentences = " ".join(chance.choice(_SENTENCES) for _ in range(chance.randrange(2, 9)))
    text = f"{kind} in {place}. {sentences}"
    return f"<p>{text}</p>" if chance.random() < 0.5 else text


def _schedule(key: str, number: int, chance: random.Random) -> dict[str, Any]:
    opens = chance.randrange(7, 21)
    closes = (opens + chance.randrange(1, 6)) % 24
    days = sorted(chance.sample(range(7), chance.randrange(1, 6)))
    return {
        "id": _id(key, "schedule", number),
        "freq": "WEEKLY",
        "interval": 1,
        "byday": ",".join(_DAYS[day] for day in days),
        "opens_at": f"{opens:02d}:00",
        "closes_at": f"{closes:02d}:00",
    }


def _place(key: str, place: str, chance: random.Random) -> dict[str, Any]:
    latitude, longitude = (
        round(degrees + chance.uniform(-_SPREAD_DEGREES, _SPREAD_DEGREES), 6)
        for degrees in LEICESTER
    )
    location = _id(key, "location")
    return {
        "id": _id(key, "at"),
        "location": {
            "id": location,
            "location_type": "physical",
            "name": f"{place} Hall",
            "latitude": latitude,
            "longitude": longitude,
            "addresses": [
                {
                    "id": _id(location, "address"),
                    "address_1": f"{chance.randrange(1, 200)} Invented Road",
                    "city": place,
                    "state_province": "Leicestershire",
                    "postal_code": f"LE{chance.randrange(1, 20)} {chance.randrange(1, 10)}AA",
                    "country": "GB",
                    "address_type": "physical",
                }
            ],
            "accessibility": [{"id": _id(location, "access"), "description": "Step-free entrance"}]
            if chance.random() < 0.6
            else [],
        },
    }


def _id(*parts: object) -> str:
    return str(uuid5(NAMESPACE_URL, "/".join(str(part) for part in parts)))
