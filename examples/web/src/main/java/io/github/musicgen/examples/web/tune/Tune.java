package io.github.musicgen.examples.web.tune;

import io.github.musicgen.api.Generator;
import io.github.musicgen.examples.web.line.Line;
import io.github.musicgen.examples.web.line.PrimerMusic;
import io.github.musicgen.midi.files.MusicFiles;
import io.github.musicgen.midi.files.MusicFormat;
import io.github.musicgen.midi.files.MusicReading;
import io.github.musicgen.representation.melody.Melody;
import io.github.musicgen.representation.melody.MelodyExtractor;
import io.github.musicgen.representation.sequence.NoteSequence;
import io.github.musicgen.representation.time.Grid;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A tune that people made.
 *
 * @param title what it is called
 * @param credit whose it is
 * @param tempo quarters a minute
 * @param melody an event for each step
 */
public record Tune(String title, String credit, double tempo, Melody melody) {
    /** What is heard of a tune before it goes on: four bars. */
    public static final int OPENING_STEPS = 4 * Melody.DEFAULT_STEPS_PER_BAR;

    /** How long it goes on: as long. */
    public static final int CONTINUATION_STEPS = OPENING_STEPS;

    private static final String FILE = "tunes.abc";
    private static final Pattern TITLE = Pattern.compile("(.+) \\((.+)\\)");

    /**
     * All that come along.
     *
     * @return the tunes
     */
    public static List<Tune> all() {
        try (InputStream file = Objects.requireNonNull(Tune.class.getResourceAsStream(FILE), FILE)) {
            return MusicFiles.parseAll(MusicFormat.ABC, file.readAllBytes()).stream()
                    .map(MusicReading::sequence)
                    .map(Tune::of)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Tune of(NoteSequence music) {
        Matcher title = TITLE.matcher(music.title());
        if (!title.matches()) {
            throw new IllegalStateException("a tune must be titled \"title (credit)\", but was " + music.title());
        }
        Melody melody = MelodyExtractor.generation()
                .extract(music.quantize(Grid.perQuarter(Melody.DEFAULT_STEPS_PER_QUARTER)))
                .get(0)
                .melodies()
                .get(0);
        double tempo = music.tempoMap().tempos().get(0).quartersPerMinute();
        return new Tune(title.group(1), title.group(2), tempo, melody);
    }

    /**
     * How it begins.
     *
     * @return its first bars
     */
    public Line opening() {
        return Line.of(melody.slice(0, OPENING_STEPS), Line.VELOCITY);
    }

    /**
     * How it goes on.
     *
     * @return the bars after its opening
     */
    public Line continuation() {
        int end = OPENING_STEPS + CONTINUATION_STEPS;
        return Line.of(melody.withLength(end).slice(OPENING_STEPS, end), Line.VELOCITY);
    }

    /**
     * How a network goes on.
     *
     * @param generator the network
     * @param seed what is drawn from
     * @return as many bars after its opening
     */
    public Line continuedBy(Generator generator, long seed) {
        NoteSequence primer = PrimerMusic.of(opening(), OPENING_STEPS, tempo);
        return Line.of(
                generator
                        .continuing(primer)
                        .steps(CONTINUATION_STEPS)
                        .seed(seed)
                        .generate()
                        .melody(),
                Line.VELOCITY);
    }
}
