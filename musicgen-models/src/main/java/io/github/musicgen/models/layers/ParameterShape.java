package io.github.musicgen.models.layers;

/**
 * One parameter of a layer.
 *
 * @param name its name in the network
 * @param rows inputs, 1 for a bias
 * @param columns outputs
 * @param fanIn for the random beginning, 0 for a bias
 * @param fanOut for the random beginning
 * @param isRecurrent whether it begins as recurrent weights do
 * @param raisedFrom the first value of a bias that does not begin with zero
 * @param raisedTo behind the last one
 * @param raisedBy what they begin with
 */
record ParameterShape(
        String name,
        long rows,
        long columns,
        double fanIn,
        double fanOut,
        boolean isRecurrent,
        long raisedFrom,
        long raisedTo,
        double raisedBy) {

    static ParameterShape weights(
            String name, long rows, long columns, double fanIn, double fanOut, boolean isRecurrent) {
        return new ParameterShape(name, rows, columns, fanIn, fanOut, isRecurrent, 0, 0, 0);
    }

    static ParameterShape bias(String name, long columns, long raisedFrom, long raisedTo, double raisedBy) {
        return new ParameterShape(name, 1, columns, 0, 0, false, raisedFrom, raisedTo, raisedBy);
    }

    boolean isBias() {
        return fanIn == 0;
    }

    long length() {
        return rows * columns;
    }
}
