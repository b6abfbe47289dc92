"""The gazetteer: what the world's names stand for, and how names are compared."""
