"""Letters about a course: the treatment summary and the alert card of an inhibitor."""
