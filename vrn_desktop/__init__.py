"""VRN Desktop: one careful conversation, a prevention level by visible rules, services and a safe letter."""

__version__ = "0.1.0"
