"""Colleagues who sign in to this file."""
