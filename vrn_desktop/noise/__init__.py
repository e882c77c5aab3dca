"""Exact random noise for counts that leave the site: whole numbers only, and nothing else of ours."""
