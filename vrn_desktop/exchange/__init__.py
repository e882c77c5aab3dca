"""What sites and the centre exchange: tables, their guarantee, sealed messages and receipts."""
