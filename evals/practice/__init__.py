"""Invented material to work on the rules with: labelled sentences, and articles read once.

It is no eval: each label is one reader's, and the figures come from the rules alone (`first_choice`), without
a model. It shows within seconds how well the rules carry over to ways of telling that they were not written
with. Sentences and articles are halved by a hash: errors are shown of one half (``work``), and the other one
(``hold``) is only scored.
"""
