"""Beginning a course, or taking one over from elsewhere."""
