"""The composition root: builds every service and is the only maker of clocks and identifiers."""
