package io.github.musicgen.representation.picture;

import io.github.musicgen.representation.sequence.Pitch;

/**
 * Where a piano roll lies in its picture: what a tick and a pitch are in pixels. Whatever is drawn under or over a roll finds its
 * place by this.
 *
 * @param fromTick the tick at the left edge
 * @param toTick the tick at the right edge
 * @param left the left edge of the roll, right of the keys
 * @param width from the left edge to the right one
 * @param lowestPitch the pitch of the lowest row
 * @param highestPitch the pitch of the highest row; one less than the lowest if there are no rows but drums
 * @param top the upper edge of the highest row
 * @param rowHeight the height of a row
 */
public record RollGeometry(
        long fromTick,
        long toTick,
        double left,
        double width,
        int lowestPitch,
        int highestPitch,
        double top,
        double rowHeight) {

    /** Checks that there is time and a width. */
    public RollGeometry {
        if (toTick <= fromTick) {
            throw new IllegalArgumentException(
                    "a picture must end after its start, tick " + fromTick + ", but its end was " + toTick);
        }
        if (!(width > 0) || !(rowHeight > 0)) {
            throw new IllegalArgumentException(
                    "width and row height must be > 0, but were " + width + " and " + rowHeight);
        }
        Pitch.require(lowestPitch);
        if (highestPitch < lowestPitch - 1 || highestPitch > Pitch.MAX) {
            throw new IllegalArgumentException(
                    "highest pitch must be " + (lowestPitch - 1) + ".." + Pitch.MAX + ", but was " + highestPitch);
        }
    }

    /**
     * Where a tick lies.
     *
     * @param tick any tick; those before and after the picture lie left and right of the roll
     * @return pixels from the left
     */
    public double x(long tick) {
        return left + (tick - fromTick) * pixelsPerTick();
    }

    /**
     * How wide a tick is.
     *
     * @return pixels
     */
    public double pixelsPerTick() {
        return width / (toTick - fromTick);
    }

    /**
     * Where the row of a pitch begins.
     *
     * @param pitch the pitch
     * @return pixels from the top, to its upper edge
     */
    public double y(int pitch) {
        return top + (highestPitch - pitch) * rowHeight;
    }

    /**
     * How many rows there are.
     *
     * @return the number of pitches
     */
    public int rows() {
        return highestPitch - lowestPitch + 1;
    }

    /**
     * The right edge.
     *
     * @return pixels from the left
     */
    public double right() {
        return left + width;
    }

    /**
     * The lower edge.
     *
     * @return pixels from the top
     */
    public double bottom() {
        return top + rows() * rowHeight;
    }

    /**
     * The part of time that is seen.
     *
     * @param tick any tick
     * @return the tick, or the edge of the picture that lies nearest to it
     */
    public long clip(long tick) {
        return Math.max(fromTick, Math.min(toTick, tick));
    }
}
