"""Who works at the central office, what each may do, and how they sign in."""
