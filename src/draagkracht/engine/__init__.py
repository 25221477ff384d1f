"""Discrete-event parts that know no household: draws, calendar, queue, sharing, clocks."""
