"""Sheets over the conversation: each opens in one action and never asks "are you sure?"."""
