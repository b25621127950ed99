"""What the site and the person choose."""
