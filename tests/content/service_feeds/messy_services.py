"""Hypothesis's idea of what a feed may hold: every field, often odd, sometimes nonsense."""

from typing import Any

from hypothesis import strategies as st

_TEXT = st.one_of(
    st.text(max_size=60),
    st.text(alphabet="<>&;/ap\"'=+-@ \n\t\u200b\u202e\xa0x", max_size=40),
    st.sampled_from(
        [
            "<p>Come <strong>in</strong>, <a href='https://a.example/?x=1&amp;y=2'>here</a></p>",
            "<ul><li>one<li>two</ul>",
            "Call 01632 960 123, LE1 1AA",
            "'=1+1",
            'a,b;c\r\n"d"',
            "under <18 &amp;lt; b",
            "Ünïcode and 👩\u200d👧",
            "not stated",
            "none",
            "refuge",
        ]
    ),
)
_FLOAT = st.floats(allow_nan=False, allow_infinity=False)
_ODD = st.one_of(st.none(), st.booleans(), st.integers(), _FLOAT, _TEXT, st.just([]))
_DAY = st.one_of(
    st.dates().map(str), st.sampled_from(["2026-11-22", "2026-07-01T10:00:00Z", "1/2/2026", "soon"])
)
_CLOCK = st.one_of(
    st.times().map(lambda at: at.strftime("%H:%M")),
    st.sampled_from(["8:00m", "18:00Z", "9am", "10:30:15", "24:00", "2026-07-01T10:00:00Z"]),
)
_BYDAY = st.one_of(
    st.lists(st.sampled_from(["MO", "TU", "SU", "2WE", "-1FR", "Monday", "XX"])).map(",".join),
    _TEXT,
)
_NUMBER = st.one_of(
    st.integers(-3, 130),
    st.floats(-200, 200, allow_nan=False),
    st.sampled_from(["12", "£3.50", "x"]),
)


def _record(**fields: st.SearchStrategy[Any]) -> st.SearchStrategy[dict[str, Any]]:
    may_be_odd = {
        name: st.one_of(strategy, strategy, strategy, _ODD) for name, strategy in fields.items()
    }
    return st.fixed_dictionaries({}, optional=may_be_odd)


_SCHEDULE = _record(
    freq=st.sampled_from(["WEEKLY", "MONTHLY", "weekly", "DAILY", "YEARLY"]),
    interval=st.integers(-1, 3),
    byday=_BYDAY,
    weekday=st.sampled_from(["Monday", 1, 7, 9]),
    bymonthday=st.sampled_from(["1,15", "-1", "32", "x"]),
    opens_at=_CLOCK,
    closes_at=_CLOCK,
    valid_from=_DAY,
    valid_to=_DAY,
    dtstart=_DAY,
    until=_DAY,
    count=st.integers(-1, 20),
    description=_TEXT,
    notes=_TEXT,
)
_LOCATION = _record(
    name=_TEXT,
    location_type=st.sampled_from(["physical", "postal", "virtual", "x"]),
    latitude=st.one_of(_NUMBER, st.sampled_from([52.6369, -1.1398, 100])),
    longitude=st.one_of(_NUMBER, st.sampled_from([52.6369, -1.1398, 1e-7])),
    mask_exact_address=st.booleans(),
    addresses=st.lists(
        _record(
            address_1=_TEXT,
            city=_TEXT,
            state_province=_TEXT,
            postal_code=st.sampled_from(["le11aa", "LE1 1AA", "ABC 123"]),
            country=st.sampled_from(["GB", "France"]),
            address_type=st.sampled_from(["physical", "postal"]),
        ),
        max_size=2,
    ),
    accessibility=st.lists(_record(description=_TEXT), max_size=2),
)


def messy_services() -> st.SearchStrategy[dict[str, Any]]:
    """Records of services that have an id and a name, and may have anything else."""
    named = st.fixed_dictionaries(
        {"id": st.one_of(st.uuids().map(str), st.integers(0, 9), st.just("Outpost 7"))}
        | {"name": st.sampled_from(["Lantern Drop-in", "=Sum & co", "A\u200bB <b>c</b>", "Café"])}
    )
    rest = _record(
        description=_TEXT,
        status=st.sampled_from(["active", "Inactive", "temporarily closed", "open"]),
        url=st.one_of(_TEXT, st.sampled_from(["a.example/x y", "https://ü.example/ä?q=[1]#f#g"])),
        email=st.one_of(_TEXT, st.sampled_from(["a\xa0@b.example", "mailto:a@b.example"])),
        fees=_TEXT,
        minimum_age=_NUMBER,
        maximum_age=_NUMBER,
        assured_date=_DAY,
        last_modified=_DAY,
        alert=_TEXT,
        wait_time=_TEXT,
        application_process=_TEXT,
        attending_access=st.sampled_from(["referral", "drop-in", "other"]),
        schedules=st.lists(_SCHEDULE, max_size=3),
        service_at_locations=st.lists(_record(location=_LOCATION), max_size=3),
        service_areas=st.lists(_record(name=_TEXT), max_size=2),
        languages=st.lists(st.one_of(_TEXT, _record(name=_TEXT)), max_size=3),
        cost_options=st.lists(_record(amount=_NUMBER, option=_TEXT), max_size=2),
        contacts=st.lists(
            _record(
                phones=st.lists(
                    _record(
                        number=st.sampled_from(["01632 960 001", "+44 7700 900123", '"0116"', "x"])
                    ),
                    max_size=2,
                )
            ),
            max_size=2,
        ),
        attributes=st.lists(_record(taxonomy_term=_record(name=_TEXT)), max_size=2),
        organization=_record(name=_TEXT, website=_TEXT),
        vrn_caution=_TEXT,
        vrn_bill=_TEXT,
        vrn_checked=st.sampled_from(["gk", "seen"]),
        vrn_categories=st.lists(st.sampled_from(["health", "send", "unknown"]), max_size=3),
        vrn_last_checked=_DAY,
        vrn_next_check=_DAY,
        vrn_national=st.booleans(),
        vrn_self_referral=st.booleans(),
    )
    return st.tuples(named, rest).map(lambda both: {**both[1], **both[0]})
