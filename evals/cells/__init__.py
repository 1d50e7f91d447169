"""Made tables and lists with a label for each cell that a summary must hold, and how many of them it does.

Places are invented, in real countries; no label comes from what the rules read. Half of the files (``w``)
were looked at while the rules were made, half (``h``) are only scored.
"""
