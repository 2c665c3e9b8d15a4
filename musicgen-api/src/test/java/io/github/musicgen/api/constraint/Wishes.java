package io.github.musicgen.api.constraint;

import io.github.musicgen.api.constraint.Constraint.ChordTones;
import io.github.musicgen.api.constraint.Constraint.EndingOn;
import io.github.musicgen.api.constraint.Constraint.EndingOnTonic;
import io.github.musicgen.api.constraint.Constraint.FollowingChords;
import io.github.musicgen.api.constraint.Constraint.Forbidden;
import io.github.musicgen.api.constraint.Constraint.Forced;
import io.github.musicgen.api.constraint.Constraint.InKey;
import io.github.musicgen.api.constraint.Constraint.MaxRepeats;
import io.github.musicgen.api.constraint.Constraint.OnGrid;
import io.github.musicgen.api.constraint.Constraint.Rhythm;
import io.github.musicgen.api.constraint.Constraint.Within;
import io.github.musicgen.representation.harmony.Chord;
import io.github.musicgen.representation.harmony.Scale;
import io.github.musicgen.representation.harmony.ScaleKind;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Every wish there is. */
final class Wishes {
    private Wishes() {}

    static Arbitrary<Constraint> any() {
        Arbitrary<Integer> pitches = Arbitraries.integers().between(0, 127);
        Arbitrary<Integer> steps = Arbitraries.integers().between(0, Integer.MAX_VALUE - 1);
        return Arbitraries.oneOf(
                Combinators.combine(Arbitraries.integers().between(0, 11), Arbitraries.of(ScaleKind.class))
                        .as((tonic, kind) -> new InKey(Scale.of(tonic, kind))),
                Combinators.combine(pitches, pitches).as((a, b) -> new Within(Math.min(a, b), Math.max(a, b))),
                Combinators.combine(steps, steps, chords())
                        .as((a, b, chord) -> new ChordTones(Math.min(a, b), Math.max(a, b) + 1, chord)),
                Arbitraries.just(new FollowingChords()),
                Combinators.combine(Arbitraries.integers().between(1, Integer.MAX_VALUE), steps)
                        .as((size, offset) -> new OnGrid(size, offset % size)),
                Arbitraries.strings()
                        .withChars("x.?")
                        .ofMinLength(1)
                        .ofMaxLength(Rhythm.MAX_LENGTH)
                        .map(Rhythm::new),
                Combinators.combine(steps, Arbitraries.integers().between(-2, 127))
                        .as(Forced::new),
                pitches.map(Forbidden::new),
                Arbitraries.integers().between(1, MaxRepeats.MAX_NOTES).map(MaxRepeats::new),
                Arbitraries.just(new EndingOnTonic()),
                Arbitraries.integers().between(0, 11).map(EndingOn::new));
    }

    private static Arbitrary<Chord> chords() {
        return Arbitraries.of(
                        "C",
                        "Am7",
                        "F#m7b5",
                        "Bb7(b9)/D",
                        "E♭maj9",
                        " G7 ",
                        "C  7",
                        "D\t m7",
                        "B / F#",
                        "\u2003A7\u2003",
                        "Ebsus4",
                        "G+7",
                        "Cø")
                .map(Chord::parse);
    }
}
