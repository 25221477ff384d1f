"""Any network of stations: who comes, waits, is served, gives up, and where they go then."""
