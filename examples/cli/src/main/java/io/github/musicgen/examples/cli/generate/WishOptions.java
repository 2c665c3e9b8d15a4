package io.github.musicgen.examples.cli.generate;

import io.github.musicgen.api.constraint.Constraint;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What the new melody keeps always. */
public final class WishOptions {
    /** What every command that takes wishes says of them first. */
    public static final String ANYTHING_ELSE =
            "Anything else to be kept always; can be given several times. Steps count from 0 "
                    + "at the start of the new melody. One of:";

    /** The wish that some notes belong to a chord. */
    public static final String CHORD = "  \"chord 0 16 Am7\" notes of it in steps 0..15";

    /** The wishes that need no music but what is made. */
    public static final String OTHERS = "  \"grid 4 0\"       notes start on every 4th step%n"
            + "  \"rhythm x.?\"     x a note, . none, ? either%n"
            + "  \"force 0 C4\"     at step 0 (or off, or hold)%n"
            + "  \"forbid F#4\"     never this note%n"
            + "  \"repeats 3\"      at most 3 equal notes in a row%n"
            + "  \"end tonic\"      ends on it (or \"end D\")";

    @Mixin
    private PitchOptions pitches;

    @Option(
            names = "--wish",
            paramLabel = "TEXT",
            description = {
                ANYTHING_ELSE,
                CHORD,
                "  chords           of the chord symbols that continue has in its primer",
                OTHERS
            })
    private List<String> wishes = List.of();

    List<Constraint> wishes() {
        List<Constraint> all = new ArrayList<>(pitches.wishes());
        wishes.forEach(text -> all.add(Constraint.parse(text)));
        return all;
    }
}
