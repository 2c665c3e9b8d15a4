package io.github.musicgen.api.bandvae;

/** Cells of rolls, moved to other columns. */
public final class Columns {
    private Columns() {}

    /**
     * Cells some columns higher, in a roll that may have more or fewer.
     *
     * @param cells what sounds // [steps * columns], step by step
     * @param columns how many each step has
     * @param newColumns how many each shall have
     * @param by how much higher, lower if negative
     * @return a copy, without what would lie below the lowest or above the highest // [steps * newColumns]
     */
    public static byte[] moved(byte[] cells, int columns, int newColumns, int by) {
        byte[] moved = new byte[cells.length / columns * newColumns];
        for (int cell = 0; cell < cells.length; cell++) {
            int column = cell % columns + by;
            if (column >= 0 && column < newColumns) {
                moved[cell / columns * newColumns + column] = cells[cell];
            }
        }
        return moved;
    }
}
