"""The level page: the suggestion, the reasons, the worker's decision."""
