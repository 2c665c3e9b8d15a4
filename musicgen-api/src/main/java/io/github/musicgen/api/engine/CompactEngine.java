package io.github.musicgen.api.engine;

/** The portable engine on weights of 12 bits. */
final class CompactEngine implements Engine {
    static final CompactEngine INSTANCE = new CompactEngine();

    /** From about here on, weights of 32 bits no longer fit into the second cache of today's processors. */
    static final long PAYS_FROM = 400_000;

    /** Narrower matrices, such as that of the answers, are small anyway. */
    private static final int WIDE = 64;

    private CompactEngine() {}

    @Override
    public String name() {
        return "java-12bit";
    }

    @Override
    public Matrix matrix(int rows, int columns, float[] values) {
        return columns <= WIDE ? RowMatrix.of(rows, columns, values) : PackedMatrix.of(rows, columns, values);
    }
}
