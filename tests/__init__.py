"""Every check and test of ParkDesk; the folders mirror the package."""
