"""The graph: quads of an article, the store that keeps them, its index for search, and its shapes."""
