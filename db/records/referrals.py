"""The tables of the loop: news of each referral, handovers, what helped, own goals, gaps, contacts put right."""

from sqlalchemy import Column, Integer, Text

from db.records.record_table import record_table, reference

REFERRAL_EVENT = record_table(
    "referral_event",
    Column("seq", Integer, primary_key=True),
    Column("id", Text, nullable=False, unique=True),
    reference("signpost_id", "signpost.id"),
    Column("state", Text),
    Column("on_day", Text, nullable=False),
    Column("at", Text, nullable=False),
    Column("by", Text, nullable=False),
    Column("how", Text, nullable=False),
    Column("contact", Text, nullable=False),
    Column("takes_back", Text),
)

HANDOVER = record_table(
    "handover",
    Column("id", Integer, primary_key=True),
    reference("signpost_id", "signpost.id"),
    Column("caller", Text, nullable=False),
    Column("on_day", Text, nullable=False),
    Column("at_time", Text, nullable=False),
    Column("contact", Text, nullable=False),
    Column("at", Text, nullable=False),
    Column("by", Text, nullable=False),
)

HELPING_ANSWER = record_table(
    "helping_answer",
    Column("id", Integer, primary_key=True),
    reference("signpost_id", "signpost.id"),
    Column("on_day", Text, nullable=False),
    Column("at", Text, nullable=False),
    Column("by", Text, nullable=False),
    Column("still_going", Text),
    Column("helping", Text),
    Column("would_help", Text, nullable=False),
    Column("next", Text),
)

OWN_GOAL = record_table(
    "own_goal",
    Column("id", Text, primary_key=True),
    reference("young_person_id", "young_person.id"),
    Column("words", Text, nullable=False),
    Column("named_at", Text, nullable=False),
    Column("named_by", Text, nullable=False),
    Column("stopped_at", Text),
)

GOAL_STEP = record_table(
    "goal_step",
    Column("id", Integer, primary_key=True),
    reference("goal_id", "own_goal.id"),
    Column("step", Integer, nullable=False),
    Column("at", Text, nullable=False),
    Column("by", Text, nullable=False),
)

UNMET_NEED = record_table(
    "unmet_need",
    Column("id", Text, primary_key=True),
    reference("screening_id", "screening.id"),
    Column("category", Text, nullable=False),
    Column("reason", Text, nullable=False),
    Column("at", Text, nullable=False),
    Column("by", Text, nullable=False),
    Column("service_id", Text),
)

CONTACT_PUT_RIGHT = record_table(
    "contact_put_right",
    Column("id", Integer, primary_key=True),
    reference("young_person_id", "young_person.id"),
    Column("service_id", Text, nullable=False),
    Column("mark", Text, nullable=False),
    Column("at", Text, nullable=False),
    Column("by", Text, nullable=False),
)
