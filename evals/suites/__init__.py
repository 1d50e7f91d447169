"""The suites: newsroom, baghouz, muc4, idmc."""
