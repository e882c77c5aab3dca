"""The central office of the network: takes sealed messages in, publishes tables, never holds a true count."""
