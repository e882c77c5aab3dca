"""Check what was noted in a conversation."""
