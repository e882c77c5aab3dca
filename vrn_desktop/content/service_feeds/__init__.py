"""Service feeds: reading every dialect, cleaning what they hold, and writing Open Referral UK."""
