"""Choosing: what each card does here, koersen under every scenario, and the frames to fit."""
