"""From documents to outcomes: lowering, run-in, run, outcome, comparison, record."""
