"""The sections of the advice, one a file: what each shows, ready to be written."""
