"""Articles of which several tell of one event: what the grouping of a brief is scored on."""
