"""Pages that close the loop: all that is due, news of referrals, is it helping, own goals, what changed."""
