"""The page on what leaves this laptop for the network."""
