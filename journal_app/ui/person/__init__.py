"""Person: the parts of one person's page."""
