"""Numbers and words for Dutch readers; no bare English reaches a page."""
