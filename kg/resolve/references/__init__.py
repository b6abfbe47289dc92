"""References: whom descriptions and pronouns mean."""
