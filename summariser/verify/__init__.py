"""Verification: from references to records, or to issues with a reason. Nothing passes unchecked."""

from summariser.verify.events import verify_events
from summariser.verify.humanitarian import verify_humanitarian
from summariser.verify.ledger import Ledger

__all__ = ["Ledger", "verify_events", "verify_humanitarian"]
