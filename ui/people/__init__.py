"""Colleagues who sign in."""
