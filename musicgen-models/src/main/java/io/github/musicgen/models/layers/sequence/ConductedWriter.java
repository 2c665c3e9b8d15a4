package io.github.musicgen.models.layers.sequence;

import io.github.musicgen.models.blas.NativeFloats;
import io.github.musicgen.models.blas.Workspace;
import io.github.musicgen.models.layers.cells.Cells;
import io.github.musicgen.models.layers.cells.FlatParameters;
import io.github.musicgen.models.layers.cells.Floats;
import io.github.musicgen.models.layers.cells.GateNames;
import io.github.musicgen.models.layers.cells.LstmCells;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.function.Function;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * The decoder under a conductor: layers of LSTM cells that begin with the point of a sequence and are shown nothing give a point for
 * each bar, and the bars are written from these, all at once, because all that one hears of the bar before is its last event.
 *
 * <p>As with MusicVAE, that event is always the true one while it is learned, though the others may be drawn.
 */
final class ConductedWriter implements PointWriter {
    static final String INITIAL = "conductor.initial";

    private final AutoencoderSizes sizes;
    private final PointCells conductor;
    private final SequenceWriter writer;
    private final Workspace silence = new Workspace(); // [batch], what the conductor is shown
    private final Workspace pointMemory = new Workspace(); // [shown][bars * batch]
    private final NativeFloats window = new NativeFloats();
    private final INDArray noWeights; // of what the conductor is shown: no parameters, and their gradient is 0
    private float[] points = {}; // [shown * bars * batch], as the next
    private float[] barGradient = {};
    private BarRows rows = new BarRows(1, 1);

    ConductedWriter(AutoencoderSizes sizes) {
        this.sizes = sizes;
        conductor = new PointCells(INITIAL, sizes.latentSize(), 1, sizes.conductorLayers(), ConductedWriter::layer);
        writer = new SequenceWriter(sizes.classes(), sizes.stepsPerBar(), sizes.shown(), sizes.decoderLayers());
        int columns = LstmCells.GATES * sizes.conductorLayers().get(0);
        noWeights = Nd4j.createUninitializedDetached(DataType.FLOAT, 'f', 1, columns)
                .assign(0);
    }

    static String layer(int index) {
        return "conductor.layer." + index;
    }

    private Function<String, INDArray> withoutInput(Function<String, INDArray> parameters) {
        String none = GateNames.of(layer(0)).inputWeights();
        return name -> name.equals(none) ? noWeights : parameters.apply(name);
    }

    @Override
    public void run(
            FlatParameters parameters,
            int[][] sequences,
            float[] ofSequences,
            long pointsAddress,
            double drawn,
            SplittableRandom random) {
        rows = new BarRows(sizes.bars(), sequences.length);
        conduct(parameters, pointsAddress);
        int length = sizes.shown() * rows.rows();
        long address = pointMemory.ofAtLeast(length);
        window.at(address).put(points, 0, length);
        int[] before = rows.before(sequences, SequenceWriter.NONE);
        writer.run(parameters, rows.of(sequences), before, points, address, drawn, random);
    }

    private void conduct(FlatParameters parameters, long pointsAddress) {
        int batch = rows.batch();
        long shown = silence.ofAtLeast(batch);
        window.at(shown).put(new float[batch], 0, batch);
        points = Floats.atLeast(points, sizes.shown() * rows.rows());
        float[] ofBar = new float[sizes.shown() * batch];
        conductor.begin(parameters, withoutInput(parameters::view), batch, sizes.bars(), pointsAddress);
        for (int bar = 0; bar < sizes.bars(); bar++) {
            window.at(conductor.forward(bar, shown)).get(ofBar, 0, ofBar.length);
            rows.put(ofBar, bar, sizes.shown(), points);
        }
    }

    @Override
    public void loss(double[] losses) {
        double[] ofBars = new double[rows.rows()];
        writer.loss(ofBars);
        for (int row = 0; row < ofBars.length; row++) {
            losses[row % rows.batch()] += ofBars[row];
        }
    }

    @Override
    public int hits() {
        return writer.hits();
    }

    @Override
    public void back(FlatParameters parameters, long pointsAddress, float[] pointGradient) {
        int batch = rows.batch();
        int length = sizes.shown() * rows.rows();
        barGradient = Floats.atLeast(barGradient, length);
        writer.back(parameters, pointMemory.ofAtLeast(length), barGradient, batch);
        float[] gradient = new float[conductor.widest() * batch];
        conductor.beginBackward(withoutInput(parameters::gradient));
        for (int bar = sizes.bars() - 1; bar >= 0; bar--) {
            rows.take(barGradient, bar, sizes.shown(), gradient);
            conductor.backward(bar, silence.ofAtLeast(batch), gradient, Cells.NO_GRADIENT);
        }
        Arrays.fill(pointGradient, 0, sizes.latentSize() * batch, 0);
        conductor.endBackward(pointsAddress, pointGradient);
    }
}
