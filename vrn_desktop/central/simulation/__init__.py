"""An invented network that runs the sites' real counting and sending and the centre's real intake."""
