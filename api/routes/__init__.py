"""Routes, one group a file; each has a `router`, which ``api.ROUTERS`` lists."""
