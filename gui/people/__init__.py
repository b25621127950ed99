"""People and their accounts; one's own password; wider rights in an emergency."""
