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

/** What the new melody keeps always. */
public final class WishOptions {
    @Option(
            names = "--key",
            paramLabel = "SCALE",
            description = "Only notes of a scale, such as \"D dorian\", C, \"F# minor\" or \"Eb major pentatonic\".")
    private @Nullable String key;

    @Option(
            names = "--range",
            paramLabel = "LOW HIGH",
            arity = "1..2",
            hideParamSyntax = true,
            description = "Only notes from LOW to HIGH, such as C4 C6 or C4..C6; C4 is middle C.")
    private List<String> range = List.of();

    @Option(
            names = "--wish",
            paramLabel = "TEXT",
            description = {
                "Anything else to be kept always; can be given several times. Steps count from 0 "
                        + "at the start of the new melody. One of:",
                "  \"chord 0 16 Am7\" notes of it in steps 0..15",
                "  chords           of the primer's chord symbols",
                "  \"grid 4 0\"       notes start on every 4th step",
                "  \"rhythm x.?\"     x a note, . none, ? either",
                "  \"force 0 C4\"     at step 0 (or off, or hold)",
                "  \"forbid F#4\"     never this note",
                "  \"repeats 3\"      at most 3 equal notes in a row",
                "  \"end tonic\"      ends on it (or \"end D\")"
            })
    private List<String> wishes = List.of();

    public List<Constraint> wishes() {
        List<Constraint> all = new ArrayList<>();
        if (key != null) {
            all.add(new InKey(Scale.parse(key)));
        }
        if (!range.isEmpty()) {
            all.add(within());
        }
        wishes.forEach(text -> all.add(Constraint.parse(text)));
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
