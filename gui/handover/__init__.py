"""A running course handed over to another hospital as a signed file, and one taken over."""
