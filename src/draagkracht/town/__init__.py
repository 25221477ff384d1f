"""What is known of a town: municipalities, wijken, teams, and what was observed of them."""
