"""The cast: whose each name of an article is."""
