"""What comes over the network: service feeds, when somebody asks for them and there is a connection."""
