"""Every number the model uses: what it means, how sure we are, and where it comes from."""
