package io.github.musicgen.api;

import io.github.musicgen.api.constraint.Constraint;
import io.github.musicgen.api.constraint.Constraint.ChordTones;
import io.github.musicgen.api.constraint.Constraint.FollowingChords;
import io.github.musicgen.api.run.Primer;
import io.github.musicgen.representation.harmony.Chord;
import io.github.musicgen.representation.sequence.ChordSymbol;
import java.util.ArrayList;
import java.util.List;

/** The chord symbols that stand in the music where it is continued, as wishes. */
final class WrittenChords {
    private final Primer primer;
    private final int steps;

    WrittenChords(Primer primer, int steps) {
        this.primer = primer;
        this.steps = steps;
    }

    /** The wishes, with the written chords in place of the wish to follow them. */
    List<Constraint> expanded(List<Constraint> wishes) {
        List<Constraint> expanded = new ArrayList<>();
        for (Constraint wish : wishes) {
            if (wish instanceof FollowingChords) {
                expanded.addAll(chords());
            } else {
                expanded.add(wish);
            }
        }
        return expanded;
    }

    private List<Constraint> chords() {
        List<ChordSymbol> symbols = primer.music().chordSymbols();
        if (symbols.isEmpty()) {
            throw new IllegalArgumentException("there must be chord symbols to follow, but there are none");
        }
        List<Constraint> chords = new ArrayList<>();
        for (int i = 0; i < symbols.size(); i++) {
            int from = Math.max(0, step(symbols.get(i).tick()));
            int to = i + 1 < symbols.size()
                    ? Math.min(steps, step(symbols.get(i + 1).tick()))
                    : steps;
            Chord chord = from < to ? chord(symbols.get(i)) : Chord.NONE;
            if (chord.pitchClasses() != 0) {
                chords.add(new ChordTones(from, to, chord));
            }
        }
        return chords;
    }

    private static Chord chord(ChordSymbol symbol) {
        try {
            return Chord.parse(symbol.text());
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "the chord at tick " + symbol.tick() + " cannot be followed: " + e.getMessage(), e);
        }
    }

    /** Steps since the continuation began; a chord between two steps counts from the next. */
    private int step(long tick) {
        long quarterSteps = tick * primer.melody().stepsPerQuarter();
        long resolution = primer.music().ticksPerQuarter();
        long step = (quarterSteps + resolution - 1) / resolution - primer.startStep();
        return (int) Math.max(Integer.MIN_VALUE, Math.min(Integer.MAX_VALUE, step));
    }
}
