"""The advice: one page for college and council, from an outcome and what it was made of."""
