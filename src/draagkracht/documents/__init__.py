"""Documents as people write them: strict reading, canonical writing, digests, clear errors."""
