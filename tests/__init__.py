"""Tests mirror the tree; those in architecture/ keep the house as it was designed."""
