"""Settings for all tests."""

from hypothesis import HealthCheck, settings

# Time is measured in benchmarks, never asserted in a test: a busy machine must not fail one.
settings.register_profile("samenwerking", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("samenwerking")
