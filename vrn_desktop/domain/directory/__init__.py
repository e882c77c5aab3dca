"""The service directory in full: what a service is, when somebody is there, how it is found."""
