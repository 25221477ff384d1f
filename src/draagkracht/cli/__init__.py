"""The command line: one file per command, in Dutch, quick to answer."""
