import io.github.musicgen.api.bundle.Bundle;
import io.github.musicgen.api.engine.Engine;
import io.github.musicgen.api.engine.Softmax;
import io.github.musicgen.api.importer.ModelFiles;
import io.github.musicgen.api.melodyrnn.MelodyRnnState;
import io.github.musicgen.models.export.MagentaJsExporter;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Exports a model and writes down how it goes on, for magenta-js.js to compare. Takes a model and a folder; in that it makes the
 * folder model, and probabilities, a line for each step. Always the likeliest class is played.
 */
public final class MagentaJsDump {
    private static final int[] PRIMER = {60, 64, 67, 72}; // a quarter note each
    private static final int STEPS = 64;

    private MagentaJsDump() {}

    public static void main(String[] arguments) throws IOException {
        Bundle bundle = ModelFiles.read(Path.of(arguments[0])).bundle();
        Path folder = Path.of(arguments[1]);
        MagentaJsExporter.write(bundle, folder.resolve("model"));
        MelodyRnnState state = bundle.model(Engine.portable()).start();
        for (int pitch : PRIMER) {
            state.feed(pitch);
            for (int i = 1; i < 4; i++) {
                state.feed(-2);
            }
        }
        try (PrintWriter out = new PrintWriter(
                Files.newBufferedWriter(folder.resolve("probabilities"), StandardCharsets.UTF_8))) {
            for (int step = 0; step < STEPS; step++) {
                float[] probabilities = state.scores().clone();
                Softmax.apply(probabilities);
                int best = 0;
                for (int i = 0; i < probabilities.length; i++) {
                    out.print(probabilities[i] + " ");
                    best = probabilities[i] > probabilities[best] ? i : best;
                }
                out.println();
                state.feed(state.event(best));
            }
        }
    }
}
