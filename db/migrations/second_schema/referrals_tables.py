"""Statements for the loop: what became of each referral, own goals, needs that nothing met."""

_TABLES = (
    "ALTER TABLE follow_up ADD COLUMN signpost_id TEXT DEFAULT '' NOT NULL",
    "ALTER TABLE follow_up ADD COLUMN at_time TEXT DEFAULT '' NOT NULL",
    """
    CREATE TABLE follow_up_event (
        id INTEGER NOT NULL, follow_up_id TEXT NOT NULL, step TEXT NOT NULL,
        due_was TEXT NOT NULL, at TEXT NOT NULL, "by" TEXT NOT NULL, PRIMARY KEY (id),
        FOREIGN KEY(follow_up_id) REFERENCES follow_up (id)
    ) STRICT
    """,
    "CREATE INDEX ix_follow_up_event_follow_up_id ON follow_up_event (follow_up_id)",
    """
    CREATE TABLE referral_event (
        seq INTEGER NOT NULL, id TEXT NOT NULL, signpost_id TEXT NOT NULL, state TEXT,
        on_day TEXT NOT NULL, at TEXT NOT NULL, "by" TEXT NOT NULL, how TEXT NOT NULL,
        contact TEXT NOT NULL, takes_back TEXT, PRIMARY KEY (seq), UNIQUE (id),
        FOREIGN KEY(signpost_id) REFERENCES signpost (id)
    ) STRICT
    """,
    "CREATE INDEX ix_referral_event_signpost_id ON referral_event (signpost_id)",
    """
    CREATE TABLE handover (
        id INTEGER NOT NULL, signpost_id TEXT NOT NULL, caller TEXT NOT NULL,
        on_day TEXT NOT NULL, at_time TEXT NOT NULL, contact TEXT NOT NULL, at TEXT NOT NULL,
        "by" TEXT NOT NULL, PRIMARY KEY (id), FOREIGN KEY(signpost_id) REFERENCES signpost (id)
    ) STRICT
    """,
    "CREATE INDEX ix_handover_signpost_id ON handover (signpost_id)",
    """
    CREATE TABLE helping_answer (
        id INTEGER NOT NULL, signpost_id TEXT NOT NULL, on_day TEXT NOT NULL, at TEXT NOT NULL,
        "by" TEXT NOT NULL, still_going TEXT, helping TEXT, would_help TEXT NOT NULL, next TEXT,
        PRIMARY KEY (id), FOREIGN KEY(signpost_id) REFERENCES signpost (id)
    ) STRICT
    """,
    "CREATE INDEX ix_helping_answer_signpost_id ON helping_answer (signpost_id)",
    """
    CREATE TABLE own_goal (
        id TEXT NOT NULL, young_person_id TEXT NOT NULL, words TEXT NOT NULL,
        named_at TEXT NOT NULL, named_by TEXT NOT NULL, stopped_at TEXT, PRIMARY KEY (id),
        FOREIGN KEY(young_person_id) REFERENCES young_person (id)
    ) STRICT
    """,
    "CREATE INDEX ix_own_goal_young_person_id ON own_goal (young_person_id)",
    """
    CREATE TABLE goal_step (
        id INTEGER NOT NULL, goal_id TEXT NOT NULL, step INTEGER NOT NULL, at TEXT NOT NULL,
        "by" TEXT NOT NULL, PRIMARY KEY (id), FOREIGN KEY(goal_id) REFERENCES own_goal (id)
    ) STRICT
    """,
    "CREATE INDEX ix_goal_step_goal_id ON goal_step (goal_id)",
    """
    CREATE TABLE unmet_need (
        id TEXT NOT NULL, screening_id TEXT NOT NULL, category TEXT NOT NULL,
        reason TEXT NOT NULL, at TEXT NOT NULL, "by" TEXT NOT NULL, service_id TEXT,
        PRIMARY KEY (id), FOREIGN KEY(screening_id) REFERENCES screening (id)
    ) STRICT
    """,
    "CREATE INDEX ix_unmet_need_screening_id ON unmet_need (screening_id)",
    """
    CREATE TABLE contact_put_right (
        id INTEGER NOT NULL, young_person_id TEXT NOT NULL, service_id TEXT NOT NULL,
        mark TEXT NOT NULL, at TEXT NOT NULL, "by" TEXT NOT NULL, PRIMARY KEY (id),
        FOREIGN KEY(young_person_id) REFERENCES young_person (id)
    ) STRICT
    """,
    "CREATE INDEX ix_contact_put_right_young_person_id ON contact_put_right (young_person_id)",
)

ONLY_ADDED = ("referral_event", "follow_up_event")
"""News and tries stay as they were written; a mistake is taken back by a further row."""

STATEMENTS: tuple[str, ...] = (
    *_TABLES,
    *(
        f"CREATE TRIGGER {table}_no_{change.lower()} BEFORE {change} ON {table} "
        "BEGIN SELECT RAISE(ABORT, 'rows are only added'); END"
        for table in ONLY_ADDED
        for change in ("UPDATE", "DELETE")
    ),
)
