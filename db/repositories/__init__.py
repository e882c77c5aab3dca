"""The records as the domain knows them: one module per kind, each with `to_record` and `to_domain`."""
