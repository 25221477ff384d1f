"""The model of a town in SimPy, as one would write it there: processes, events, ordinary draws."""
