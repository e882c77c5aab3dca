"""What the use cases need from the outside, as small protocols; only bootstrap knows who provides it."""
