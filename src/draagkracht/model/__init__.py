"""The model of households, requests and teams: closed lists and one file per mechanism."""
