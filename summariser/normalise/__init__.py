"""Normalising: from words to numbers, dates, places and actors, or to nothing. Pure functions."""
