"""Prompt templates: data, no code. `summariser.prompting` loads them."""
