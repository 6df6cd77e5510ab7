"""Settings for all tests."""

import os

from hypothesis import HealthCheck, settings

# Time is measured in benchmarks, never asserted in a test: a busy machine must not fail one.
QUIET = {"deadline": None, "suppress_health_check": [HealthCheck.too_slow]}
settings.register_profile("quick", max_examples=40, **QUIET)
settings.register_profile("thorough", max_examples=500, **QUIET)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "quick"))
