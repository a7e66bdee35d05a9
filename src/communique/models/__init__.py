"""Models: what answers questions. `base` is the seam; `choose` finds the one that is wanted."""
