"""What holds for every test: properties are tried without a stopwatch, for a busy machine is no fault of the code."""

from hypothesis import settings

settings.register_profile("house", deadline=None)
settings.load_profile("house")
