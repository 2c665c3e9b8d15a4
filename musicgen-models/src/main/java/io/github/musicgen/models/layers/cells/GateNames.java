package io.github.musicgen.models.layers.cells;

/**
 * What the parameters and the memory of a layer of cells are called.
 *
 * @param inputWeights weights from the input
 * @param recurrentWeights weights from the output before
 * @param bias the bias
 * @param hidden the output before
 * @param cell the cell before
 */
public record GateNames(String inputWeights, String recurrentWeights, String bias, String hidden, String cell) {
    /** As Deeplearning4j calls them. */
    public static final GateNames STANDARD = new GateNames("W", "RW", "b", "prevAct", "prevMem");

    /**
     * Those of one of many layers that have their parameters in one place.
     *
     * @param scope what tells it from the others
     * @return the names
     */
    public static GateNames of(String scope) {
        return new GateNames(scope + ".W", scope + ".RW", scope + ".b", STANDARD.hidden, STANDARD.cell);
    }
}
