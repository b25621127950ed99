"""Short forms of bench/faults, for every run of the tests."""
