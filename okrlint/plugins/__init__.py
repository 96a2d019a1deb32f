"""Finding plugins, loading each one apart, and naming the one that fails."""
