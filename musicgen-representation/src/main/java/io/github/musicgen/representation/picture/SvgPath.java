package io.github.musicgen.representation.picture;

/** The outline of a shape, command by command as SVG has them. */
public final class SvgPath {
    private final StringBuilder commands = new StringBuilder();

    /** Starts an empty path. */
    public SvgPath() {}

    /**
     * Begins a line or an area.
     *
     * @param x where
     * @param y where
     * @return this path
     */
    public SvgPath move(double x, double y) {
        return add('M', x, y);
    }

    /**
     * Goes straight on.
     *
     * @param x where to
     * @param y where to
     * @return this path
     */
    public SvgPath line(double x, double y) {
        return add('L', x, y);
    }

    /**
     * Goes right, or left.
     *
     * @param width how far; negative to the left
     * @return this path
     */
    public SvgPath horizontal(double width) {
        return add('h', width);
    }

    /**
     * Goes down, or up.
     *
     * @param height how far; negative upwards
     * @return this path
     */
    public SvgPath vertical(double height) {
        return add('v', height);
    }

    /**
     * Goes along half an ellipse that hangs between two points of the same height.
     *
     * @param depth how far down
     * @param x where to, left or right
     * @param y where to
     * @param from where the path is, as x
     * @return this path
     */
    public SvgPath hang(double depth, double from, double x, double y) {
        add('A', Math.abs(x - from) / 2, depth);
        commands.append(x > from ? " 0 0 0 " : " 0 0 1 ");
        SvgWriter.appendNumber(commands, x);
        commands.append(' ');
        SvgWriter.appendNumber(commands, y);
        return this;
    }

    /**
     * A whole rectangle.
     *
     * @param x its left edge
     * @param y its upper edge
     * @param width its width
     * @param height its height
     * @return this path
     */
    public SvgPath rect(double x, double y, double width, double height) {
        return move(x, y).horizontal(width).vertical(height).horizontal(-width).close();
    }

    /**
     * Goes back to where the area began.
     *
     * @return this path
     */
    public SvgPath close() {
        commands.append('z');
        return this;
    }

    /**
     * Whether there is nothing to draw.
     *
     * @return whether no command was given
     */
    public boolean isEmpty() {
        return commands.length() == 0;
    }

    private SvgPath add(char command, double... numbers) {
        commands.append(command);
        for (int i = 0; i < numbers.length; i++) {
            if (i > 0) {
                commands.append(' ');
            }
            SvgWriter.appendNumber(commands, numbers[i]);
        }
        return this;
    }

    /** The commands, as the attribute {@code d} has them. */
    @Override
    public String toString() {
        return commands.toString();
    }
}
