"""The world outside: what a town cannot decide and every koers has to face."""
