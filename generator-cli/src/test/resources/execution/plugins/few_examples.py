"""A plugin of pytest's that makes Hypothesis draw ten examples of a property, not a hundred."""

from hypothesis import settings

settings.register_profile("few", max_examples=10)
settings.load_profile("few")
