"""Use cases: what a practitioner or supervisor does, each one transaction over the ports."""
