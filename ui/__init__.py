"""The windows: draws the state of presenters with Qt and passes on what the user does."""
