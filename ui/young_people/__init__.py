"""Young people: the list, one person's page, beginning a conversation."""
