"""The conversation, page by page: what each page shows and what its user may do."""
