"""Publication by two people: a draft, somebody else's decision, a release that never changes."""
