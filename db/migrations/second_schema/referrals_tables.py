"""Statements for the loop: what became of each referral, own goals, needs that nothing met."""

STATEMENTS: tuple[str, ...] = ()
