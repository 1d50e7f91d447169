"""Evaluation: labels, cassettes, and the tools that compare them with what comes out."""
