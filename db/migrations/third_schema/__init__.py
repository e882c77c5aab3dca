"""The tables that the third schema brings: the counts that leave, and everything their sending needs."""
