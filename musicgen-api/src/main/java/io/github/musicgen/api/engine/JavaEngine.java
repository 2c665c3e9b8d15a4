package io.github.musicgen.api.engine;

/** The portable engine. */
final class JavaEngine implements Engine {
    static final JavaEngine INSTANCE = new JavaEngine();

    static {
        FirstPasses.prepare();
    }

    private JavaEngine() {}

    @Override
    public String name() {
        return "java";
    }

    @Override
    public Matrix matrix(int rows, int columns, float[] values) {
        return RowMatrix.of(rows, columns, values);
    }
}
