"""Organisation, setting and safeguarding lead."""
