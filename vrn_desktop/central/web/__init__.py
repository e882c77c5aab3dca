"""The central office's web pages: frame, sign-in, office pages, dashboard."""
