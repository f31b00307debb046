"""Use cases of Tend: plain classes over the store, without Qt and without SQL words."""
