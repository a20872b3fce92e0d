"""The inbox: addresses that wait to be used, where they may go, and how they get there."""
