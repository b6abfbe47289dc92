"""Relations: posts, members, spokespeople, allies and enemies."""
