"""How a model is led from a reading to a draft: step by step for small models, in one call for large ones."""
