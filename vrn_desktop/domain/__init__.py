"""The field's words: people, conversations, rules, levels, services and letters, as values that know nobody."""
