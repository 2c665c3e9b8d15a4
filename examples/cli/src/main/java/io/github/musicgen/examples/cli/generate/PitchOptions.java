package io.github.musicgen.examples.cli.generate;

import io.github.musicgen.api.constraint.Constraint;
import io.github.musicgen.api.constraint.Constraint.InKey;
import io.github.musicgen.api.constraint.Constraint.Within;
import io.github.musicgen.representation.harmony.Scale;
import io.github.musicgen.representation.sequence.Pitch;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which notes alone the new melody has. */
public final class PitchOptions {
    @Option(
            names = "--key",
            paramLabel = "SCALE",
            description = "Only notes of a scale, such as \"D dorian\", C, \"F# minor\" or \"Eb major pentatonic\" "
                    + "(default: all notes).")
    private @Nullable String key;

    @Option(
            names = "--range",
            paramLabel = "LOW HIGH",
            arity = "1..2",
            hideParamSyntax = true,
            description = "Only notes from LOW to HIGH, such as C4 C6 or C4..C6; C4 is middle C (default: all that the "
                    + "model knows).")
    private List<String> range = List.of();

    public List<Constraint> wishes() {
        List<Constraint> all = new ArrayList<>();
        if (key != null) {
            all.add(new InKey(Scale.parse(key)));
        }
        if (!range.isEmpty()) {
            all.add(within());
        }
        return all;
    }

    private Within within() {
        String text = String.join(" ", range);
        String[] ends = text.strip().split("\\s*\\.\\.\\s*|\\s+", -1);
        if (ends.length != 2) {
            throw new IllegalArgumentException(
                    "--range must be two notes such as C4 C6 or C4..C6, but was \"" + text + "\"");
        }
        return new Within(Pitch.parse(ends[0]), Pitch.parse(ends[1]));
    }
}
