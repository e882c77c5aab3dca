"""Charts as frozen lists of shapes, drawn to a window, a page or an SVG by short drawers elsewhere."""
