"""The work of the office: taking messages in, opening and answering them, its keys, enrolling sites."""
