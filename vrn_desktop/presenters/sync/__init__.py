"""What leaves this laptop for the network: joining, the numbers in words, the ledger, the promise."""
