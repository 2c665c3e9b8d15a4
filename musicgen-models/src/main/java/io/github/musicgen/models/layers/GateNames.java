package io.github.musicgen.models.layers;

/** What the parameters and the memory of a layer of cells are called. */
record GateNames(String inputWeights, String recurrentWeights, String bias, String hidden, String cell) {
    /** As Deeplearning4j calls them. */
    static final GateNames STANDARD = new GateNames("W", "RW", "b", "prevAct", "prevMem");

    /** Those of one of many layers that have their parameters in one place. */
    static GateNames of(String scope) {
        return new GateNames(scope + ".W", scope + ".RW", scope + ".b", STANDARD.hidden, STANDARD.cell);
    }
}
