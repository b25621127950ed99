"""One patient: the banner and the pages."""
