"""The closing steps of a conversation: back to now, their words, what matters, safe contact, the rest of today."""
