"""Organisation, setting and safeguarding lead, at set-up and whenever they change."""
