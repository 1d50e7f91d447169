"""How sure each value is: plain features of how the article states it, weighed as calibration found.

The weights are fitted on hand-labelled development articles (``summariser.evals.calibration``) and kept as
data in ``weights.json``. A confidence says how often such a value was right there; it proves nothing by
itself, and no value gets one that was not verified before.
"""

from summariser.confidence.rating import rate_events, rate_facts
from summariser.confidence.threshold import keep_sure_events, keep_sure_facts
from summariser.confidence.weights import Rater, calibrated

__all__ = ["Rater", "calibrated", "keep_sure_events", "keep_sure_facts", "rate_events", "rate_facts"]
