"""The look: colours by role, sizes in units of the text size, one style sheet, painted icons."""
