package io.github.musicgen.midi.abc.tune;

import io.github.musicgen.midi.abc.report.MalformedAbcException;
import io.github.musicgen.midi.abc.text.Place;
import java.util.ArrayList;
import java.util.List;

/** What a voice strikes at once, while it is being read: a note, a chord or a rest. Signs behind it may still change it. */
public final class Sound {
    private final Place place;
    private final List<Tone> tones; // none in a rest
    private final int velocity;
    private long length;
    private List<Tone> graceNotes = List.of();

    /** A sound as long as it is written. */
    public Sound(Place place, List<Tone> tones, int velocity, long length) {
        this.place = place;
        this.tones = new ArrayList<>(tones);
        this.velocity = velocity;
        this.length = length;
    }

    public static Sound rest(Place place, long length) {
        return new Sound(place, List.of(), 1, length);
    }

    List<Tone> tones() {
        return tones;
    }

    int velocity() {
        return velocity;
    }

    long length() {
        return length;
    }

    public boolean isRest() {
        return tones.isEmpty();
    }

    /** Those before it. */
    List<Tone> graceNotes() {
        return graceNotes;
    }

    void grace(List<Tone> before) {
        graceNotes = List.copyOf(before);
    }

    public void tie() {
        tones.replaceAll(Tone::withTie);
    }

    /** Multiplies all lengths by a fraction. */
    void scale(long numerator, long denominator) throws MalformedAbcException {
        length = scaled(length, numerator, denominator);
        for (int i = 0; i < tones.size(); i++) {
            tones.set(i, tones.get(i).withLength(scaled(tones.get(i).length(), numerator, denominator)));
        }
    }

    private long scaled(long before, long numerator, long denominator) throws MalformedAbcException {
        long after = FineTime.scaled(before, numerator, denominator);
        if (after < 1 || after > FineTime.MAX_LENGTH) {
            throw place.malformed("length of a note must be 1/" + FineTime.QUARTER + ".."
                    + FineTime.MAX_LENGTH / FineTime.QUARTER + " quarters, but was " + FineTime.inQuarters(after));
        }
        return after;
    }
}
