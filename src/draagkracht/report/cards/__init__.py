"""Cards for on the table, and how to spend two hours with them."""
