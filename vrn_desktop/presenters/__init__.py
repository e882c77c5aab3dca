"""The state of each screen and the intents of its user, without Qt."""
