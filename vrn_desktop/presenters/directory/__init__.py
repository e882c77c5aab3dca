"""Finding services, one service's page, and entries of our own, as screens show them."""
