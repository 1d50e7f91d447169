"""The peer bench: other libraries on the same articles, with the same model on the same server.

``python -m summariser.evals.peers --suite idmc --log FILE --table FILE`` in a checkout; it is in no wheel.
"""
