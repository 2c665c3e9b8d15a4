package io.github.musicgen.models.report;

import io.github.musicgen.api.Generation;
import io.github.musicgen.api.Generator;
import io.github.musicgen.api.bundle.Bundle;
import io.github.musicgen.midi.smf.MidiFile;
import io.github.musicgen.representation.melody.Melody;
import io.github.musicgen.representation.picture.PianoRollSvg;
import io.github.musicgen.representation.picture.Region;
import io.github.musicgen.representation.picture.Theme;
import io.github.musicgen.representation.sequence.NoteSequence;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/**
 * A piece that a model made, always the same.
 *
 * @param caption how it was made
 * @param svg a picture of it
 * @param midiAddress the file, within an address, so that a page needs no other file
 */
record Sample(String caption, String svg, String midiAddress) {
    private static final int STEPS = 128;
    private static final int PRIMER_QUARTERS = 8;
    private static final int LEAST_NOTES = 6;
    private static final double TEMPO = 120;
    private static final double WIDTH = 920;

    /** Two from nothing, and one that goes on as a melody begins, if there is one that begins with notes. */
    static List<Sample> of(Bundle bundle, List<Melody> heldOut) {
        Generator generator = Generator.of(bundle);
        int quarter = bundle.configuration().stepsPerQuarter();
        Optional<Melody> opening = opening(heldOut, Math.min(STEPS / 2, PRIMER_QUARTERS * quarter));
        return List.of(
                fromScratch(generator, 1),
                fromScratch(generator, 2),
                opening.map(primer -> continued(generator, primer, 3)).orElseGet(() -> fromScratch(generator, 3)));
    }

    private static Optional<Melody> opening(List<Melody> melodies, int steps) {
        return melodies.stream()
                .filter(melody -> melody.length() >= steps)
                .map(melody -> melody.slice(0, steps).withStartStep(0))
                .filter(opening -> notes(opening) >= LEAST_NOTES)
                .findFirst();
    }

    private static int notes(Melody melody) {
        int notes = 0;
        for (int event : melody.events()) {
            notes += event >= 0 ? 1 : 0;
        }
        return notes;
    }

    private static Sample fromScratch(Generator generator, long seed) {
        Generation made =
                generator.fromScratch().steps(STEPS).temperature(1).seed(seed).generate();
        return of(made, "From nothing, temperature 1, seed " + seed);
    }

    private static Sample continued(Generator generator, Melody opening, long seed) {
        NoteSequence primer = opening.toNoteSequence(TEMPO);
        Generation made = generator
                .continuing(primer)
                .steps(STEPS - opening.length())
                .temperature(1)
                .seed(seed)
                .generate();
        return of(made, "After the opening of a melody that was held out, temperature 1, seed " + seed);
    }

    private static Sample of(Generation made, String caption) {
        PianoRollSvg roll =
                PianoRollSvg.of(made.whole()).title("").theme(Theme.AUTO).width(WIDTH);
        long start = made.recipe().startTick();
        if (start > 0) {
            roll.region(Region.primer(0, start))
                    .region(Region.continuation(start, made.whole().endTick()));
        }
        return new Sample(caption, roll.svg(), address(made.toMidiFile()));
    }

    private static String address(MidiFile midi) {
        return "data:audio/midi;base64," + Base64.getEncoder().encodeToString(midi.toBytes());
    }
}
