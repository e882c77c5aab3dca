"""One module per revision of the schema, frozen once it is released."""
