"""Fictional articles in Arabic, French and Spanish, each with a twin in English that tells the same.

It is no suite: labels are one reader's, who wrote the articles and has worked on the rules as well, and no
model answers (`first_choice`). Of one half (``work``, see split.json) errors are read; the other (``held``)
was labelled before the rules saw it and is only scored.
"""
