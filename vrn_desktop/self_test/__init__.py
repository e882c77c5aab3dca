"""The program tests itself: one invented case through the real windows, without a display if there is none."""
