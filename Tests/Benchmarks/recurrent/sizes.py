"""What everything here is measured on; RecurrentBenchmark/Networks.swift says the same."""

VOCABULARY, FEATURES, UNITS, CLASSES = 10_000, 64, 64, 4
STEPS, BATCH = 100, 32
