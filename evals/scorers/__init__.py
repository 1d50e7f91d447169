"""Scorers: pure functions from a label and a prediction to counts."""
