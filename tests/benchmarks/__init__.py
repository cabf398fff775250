"""How fast ParkDesk is, as ratios: each operation beside the same work done bare, in one run."""
