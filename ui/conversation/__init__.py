"""The conversation window: one page at a time, worker and young person before the same screen."""
