"""A chart read back: its words, its marks, and one line for each shape, to compare with a kept one."""

from vrn_desktop.charts.shapes import Area, Dot, Drawing, Line, Rectangle, Shape, Words


def as_lines(drawing: Drawing) -> list[str]:
    """One line for each shape, numbers with one place."""
    return [
        f"{drawing.width:.1f} x {drawing.height:.1f}",
        *(_line(shape) for shape in drawing.shapes),
    ]


def words_of(drawing: Drawing) -> list[str]:
    return [shape.text for shape in drawing.shapes if isinstance(shape, Words)]


def reach(shape: Shape) -> tuple[float, float]:
    """The left and the right end of a shape; of words only where they are anchored."""
    match shape:
        case Rectangle():
            return shape.x, shape.x + shape.width
        case Line():
            return min(shape.x1, shape.x2), max(shape.x1, shape.x2)
        case Area():
            return min(x for x, _ in shape.points), max(x for x, _ in shape.points)
        case Dot():
            return shape.x - shape.radius, shape.x + shape.radius
        case Words():
            return shape.x, shape.x


def _line(shape: Shape) -> str:
    match shape:
        case Rectangle():
            return (
                f"rectangle {shape.tone} {shape.x:.1f} {shape.y:.1f} "
                f"{shape.width:.1f} {shape.height:.1f} {shape.says}"
            ).rstrip()
        case Line():
            return f"line {shape.tone} {shape.x1:.1f} {shape.y1:.1f} {shape.x2:.1f} {shape.y2:.1f}"
        case Area():
            return f"area {shape.tone} " + " ".join(f"{x:.1f},{y:.1f}" for x, y in shape.points)
        case Dot():
            return f"dot {shape.tone} {shape.x:.1f} {shape.y:.1f} {shape.says}".rstrip()
        case Words():
            return f"words {shape.anchor} {shape.x:.1f} {shape.y:.1f} {shape.text}"
