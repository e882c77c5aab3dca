"""Where the services come from: sources, bringing feeds in, giving ours to others."""
