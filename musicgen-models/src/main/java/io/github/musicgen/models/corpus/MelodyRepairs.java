package io.github.musicgen.models.corpus;

import io.github.musicgen.models.corpus.report.Limit;
import io.github.musicgen.models.corpus.report.Repair;
import io.github.musicgen.models.corpus.report.Tally;
import io.github.musicgen.representation.melody.ExtractionOptions;
import io.github.musicgen.representation.melody.Melody;
import io.github.musicgen.representation.melody.MelodyResult;
import java.util.ArrayList;
import java.util.List;

/** Holds the melodies of one part against the limits that the extractor does not know, and repairs them. Used for one part. */
final class MelodyRepairs {
    private static final int OCTAVE = 12;

    private final CorpusOptions options;
    private final String place; // begins each message
    private final List<Melody> melodies = new ArrayList<>();
    private final Tally tally = new Tally();

    MelodyRepairs(CorpusOptions options, String place) {
        this.options = options;
        this.place = place;
    }

    List<Melody> melodies() {
        return melodies;
    }

    Tally tally() {
        return tally;
    }

    void take(MelodyResult.Extracted extracted) {
        Melody melody = extracted.melody();
        if (extracted.truncated()) {
            long lost = extracted.fullLength() - melody.length();
            tally.lose(Limit.TRUNCATION, lost, message(melody, "lost its last " + lost + " steps"));
        }
        int most = options.extraction().truncateSteps();
        if (options.splitLongMelodies() && melody.length() > most) {
            tally.repair(
                    Repair.SPLIT, message(melody, "must have " + most + " steps at most, but had " + melody.length()));
            split(melody, most);
        } else {
            takeInRange(melody);
        }
    }

    /** At bar lines, if a bar is not too long itself. */
    private void split(Melody melody, int most) {
        int bar = melody.stepsPerBar();
        int size = most >= bar ? most - most % bar : most;
        for (int from = 0; from < melody.length(); from += size) {
            takeStretch(melody.slice(from, Math.min(from + size, melody.length())));
        }
    }

    /** A stretch must be a melody in its own right. */
    private void takeStretch(Melody stretch) {
        ExtractionOptions limits = options.extraction();
        int pitchClasses = pitchClasses(stretch);
        if (stretch.length() < (long) limits.minBars() * stretch.stepsPerBar()) {
            tally.lose(
                    Limit.MIN_BARS,
                    stretch.length(),
                    message(
                            stretch,
                            "must have " + limits.minBars() + " bars, but is a rest of " + stretch.length()
                                    + " steps"));
        } else if (pitchClasses < limits.minPitchClasses()) {
            tally.lose(
                    Limit.MIN_PITCH_CLASSES,
                    stretch.length(),
                    message(
                            stretch,
                            "must have " + limits.minPitchClasses() + " pitch classes at least, but had "
                                    + pitchClasses));
        } else {
            takeInRange(stretch);
        }
    }

    private static int pitchClasses(Melody melody) {
        int classes = 0;
        for (int count : melody.pitchClassHistogram()) {
            classes += count > 0 ? 1 : 0;
        }
        return classes;
    }

    private void takeInRange(Melody melody) {
        if (options.range().isEmpty() || fits(melody, options.range().get(), 0)) {
            melodies.add(melody);
            return;
        }
        PitchRange range = options.range().get();
        String message = message(
                melody, "must lie in pitches " + range.minPitch() + ".." + (range.maxPitch() - 1) + ", but does not");
        if (range.moveByOctaves()) {
            tally.repair(Repair.OCTAVES, message);
            melodies.add(moved(melody, range));
        } else {
            tally.lose(Limit.RANGE, melody.length(), message);
        }
    }

    /** As a whole to the nearest octave where it fits; if there is none, each note for itself. */
    private static Melody moved(Melody melody, PitchRange range) {
        for (int octaves = 1; octaves * OCTAVE < range.maxPitch() + OCTAVE; octaves++) {
            for (int shift : new int[] {-octaves * OCTAVE, octaves * OCTAVE}) {
                if (fits(melody, range, shift)) {
                    return melody.transpose(shift, range.minPitch(), range.maxPitch());
                }
            }
        }
        return melody.transpose(0, range.minPitch(), range.maxPitch());
    }

    private static boolean fits(Melody melody, PitchRange range, int shift) {
        for (int i = 0; i < melody.length(); i++) {
            int pitch = melody.event(i);
            if (pitch >= 0 && (pitch + shift < range.minPitch() || pitch + shift >= range.maxPitch())) {
                return false;
            }
        }
        return true;
    }

    private String message(Melody melody, String what) {
        return place + "the melody at step " + melody.startStep() + " " + what;
    }
}
