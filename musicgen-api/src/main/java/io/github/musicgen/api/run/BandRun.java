package io.github.musicgen.api.run;

import io.github.musicgen.api.bandvae.BandInstrument;
import io.github.musicgen.api.bandvae.BandKey;
import io.github.musicgen.api.bandvae.BandNotes;
import io.github.musicgen.api.bandvae.BandPlayer;
import io.github.musicgen.api.bandvae.BandRolls;
import io.github.musicgen.api.bandvae.BandVae;
import io.github.musicgen.api.bandvae.BandVaeConfiguration;
import io.github.musicgen.api.bandvae.PlayOptions;
import io.github.musicgen.api.bandvae.PlayedCells;
import io.github.musicgen.api.bandvae.PlayedKey;
import io.github.musicgen.representation.harmony.Scale;
import io.github.musicgen.representation.sequence.KeySignature;
import io.github.musicgen.representation.sequence.Note;
import io.github.musicgen.representation.sequence.NoteSequence;
import io.github.musicgen.representation.sequence.Part;
import io.github.musicgen.representation.time.Tempo;
import io.github.musicgen.representation.time.TempoMap;
import io.github.musicgen.representation.time.Ticks;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.stream.Collectors;

/**
 * What a band plays, from music to music.
 *
 * @param model the band
 * @param options how it plays
 * @param wished the tones that alone it plays; in the key of what is given if there is no such wish
 */
public record BandRun(BandVae model, PlayOptions options, Optional<Scale> wished) {
    private static final int TICKS_PER_QUARTER = 480;
    private static final int QUARTERS_PER_BAR = 4;

    /** The most segments of music that is given, all of which is heard: more than an hour at the usual tempo. */
    private static final int MAX_GIVEN = 1_000;

    /**
     * Plays from nothing.
     *
     * @param tempo in quarter notes a minute
     * @param segments how many segments
     * @param steps after which it ends at last
     * @return the song
     */
    public NoteSequence compose(double tempo, int segments, long steps) {
        Optional<BandKey> told = keyToCompose();
        PlayedKey key = keys().played(told);
        BandPlayer player = new BandPlayer(model, options, key);
        List<BandNotes> notes = notes(key);
        for (int i = 0; i < segments; i++) {
            add(player.play(), notes, 0);
        }
        long ticks = ticksPerStep(TICKS_PER_QUARTER);
        long end = Math.min(steps, (long) segments * configuration().steps()) * ticks;
        NoteSequence.Builder song = NoteSequence.builder(TICKS_PER_QUARTER)
                .tempo(0, tempo)
                .timeSignature(0, QUARTERS_PER_BAR, QUARTERS_PER_BAR)
                .endTick(end);
        told.flatMap(known -> known.scale().keySignature()).ifPresent(song::keySignature);
        notes.forEach(each -> song.part(each.part(ticks, 0, end)));
        return song.build();
    }

    /**
     * The key of a song from nothing.
     *
     * @return what is wished or drawn; empty if the band plays in all keys
     */
    public Optional<BandKey> keyToCompose() {
        return keys().toCompose(options.seed());
    }

    private KeyChoice keys() {
        return new KeyChoice(wished, configuration());
    }

    /**
     * Goes on where a song ends, at the next bar line; each instrument in the part that it has in the song, if that has its name and sound.
     *
     * @param music the song
     * @param tempo from there on, if not that of the song
     * @param segments how many segments
     * @return the song and what follows
     */
    public NoteSequence continueSong(NoteSequence music, OptionalDouble tempo, int segments) {
        NoteSequence song = readable("the song", music);
        BandRolls given = BandRolls.of(song, configuration());
        Optional<BandKey> told = keys().toContinue(song, given);
        PlayedKey key = keys().played(told);
        BandRolls heard = given.transposed(key.toHome());
        if (heard.isSilent()) {
            throw new IllegalArgumentException("the song must have a note of one of "
                    + configuration().instruments().stream()
                            .map(BandRun::inWords)
                            .collect(Collectors.joining(", ")) + ", but had none" + among(song));
        }
        long ticks = ticksPerStep(song.ticksPerQuarter());
        long start = nextBar(song, (heard.steps() - heard.lead()) * ticks);
        BandPlayer player = new BandPlayer(model, options, key);
        hear(heard, heard.lead() + (int) Math.round((double) start / ticks), player);
        List<BandNotes> notes = notes(key);
        for (int i = 0; i < segments; i++) {
            add(player.play(), notes, 0);
        }
        return appended(EndedMusic.at(song, start), tempo, signature(told, start), notes, start, segments);
    }

    /** With the pitches that it knows, in its own key. */
    private static String inWords(BandInstrument instrument) {
        return instrument.drums()
                ? instrument.name()
                : instrument.name() + " (pitches " + instrument.lowest() + ".."
                        + (instrument.lowest() + instrument.columns() - 1) + ")";
    }

    private static String among(NoteSequence music) {
        long notes = music.notes().count();
        return notes == 0 ? "" : " among its " + notes;
    }

    /**
     * The key in which a song goes on.
     *
     * @param music the song
     * @return what is wished, or that of the song where it ends; empty if the band plays in all keys
     */
    public Optional<BandKey> keyToContinue(NoteSequence music) {
        NoteSequence song = readable("the song", music);
        return keys().toContinue(song, BandRolls.of(song, configuration()));
    }

    /** As the meters of the song have it, for not every bar need be whole. */
    private static long nextBar(NoteSequence song, long tick) {
        return tick == 0 ? 0 : song.meterMap().barStart(song.meterMap().barAt(tick - 1) + 1);
    }

    /** Segments are cut so that the last one ends where the band begins. */
    private void hear(BandRolls rolls, int end, BandPlayer player) {
        int steps = configuration().steps();
        int count = (end + steps - 1) / steps;
        for (int segment = 0; segment < count; segment++) {
            BandRolls heard = rolls.window(end - (count - segment) * steps, steps);
            List<PlayedCells> cells = new ArrayList<>();
            for (int i = 0; i < configuration().instruments().size(); i++) {
                cells.add(segment(heard, i));
            }
            player.hear(cells);
        }
    }

    private static PlayedCells segment(BandRolls segment, int instrument) {
        return new PlayedCells(segment.segment(instrument, 0), segment.velocities(instrument, 0), 0);
    }

    /** Only a wish leads to another key than that of the song. */
    private static Optional<KeySignature> signature(Optional<BandKey> key, long start) {
        return key.filter(told -> told.source() == BandKey.Source.WISH)
                .flatMap(told -> told.scale().keySignature())
                .map(signature -> signature.withTick(start));
    }

    private NoteSequence appended(
            NoteSequence song,
            OptionalDouble tempo,
            Optional<KeySignature> key,
            List<BandNotes> notes,
            long start,
            int segments) {
        long ticks = ticksPerStep(song.ticksPerQuarter());
        long end = start + (long) segments * configuration().steps() * ticks;
        requireEnd(end);
        List<Part> following =
                notes.stream().map(each -> each.part(ticks, start, end)).toList();
        NoteSequence longer = song.withParts(JoinedParts.of(song.parts(), following));
        NoteSequence.Builder builder = longer.toBuilder().endTick(Math.max(end, longer.endTick()));
        tempo.ifPresent(faster -> builder.tempo(start, faster));
        key.ifPresent(builder::keySignature);
        return builder.build();
    }

    /**
     * Plays to a melody.
     *
     * @param music the melody
     * @param tempo of all of it, if not its own
     * @param segments how many segments; to the bar line at its end if that is not said
     * @return the melody, and what the others play
     */
    public NoteSequence accompany(NoteSequence music, OptionalDouble tempo, OptionalInt segments) {
        NoteSequence melody = readable("the melody", music);
        BandRolls given = BandRolls.ofMelody(melody, configuration());
        PlayedKey key = keys().played(keys().toAccompany(melody, given));
        BandRolls rolls = given.transposed(key.toHome());
        if (rolls.isSilent()) {
            throw new IllegalArgumentException("the melody must have a note that the "
                    + inWords(configuration().instruments().get(0)) + " can play, but had none" + among(melody));
        }
        int steps = configuration().steps();
        int count = segments.orElse((rolls.steps() + steps - 1) / steps);
        BandPlayer player = new BandPlayer(model, options, key);
        List<BandNotes> notes = notes(key);
        for (int i = 0; i < count; i++) {
            add(player.play(segment(rolls.window(i * steps, steps), 0)), notes, 1);
        }
        long ticks = ticksPerStep(melody.ticksPerQuarter());
        long start = -rolls.lead() * ticks;
        long lastBar = nextBar(melody, (rolls.steps() - rolls.lead()) * ticks);
        long end = segments.isPresent() ? start + (long) count * steps * ticks : lastBar;
        NoteSequence ended = EndedMusic.at(melody, lastBar);
        return accompanied(tempo.isPresent() ? inTempo(ended, tempo.getAsDouble()) : ended, notes, start, end);
    }

    /**
     * The key in which a melody is accompanied.
     *
     * @param music the melody
     * @return what is wished, or that of the melody where it begins; empty if the band plays in all keys
     */
    public Optional<BandKey> keyToAccompany(NoteSequence music) {
        NoteSequence melody = readable("the melody", music);
        return keys().toAccompany(melody, BandRolls.ofMelody(melody, configuration()));
    }

    private static NoteSequence inTempo(NoteSequence music, double tempo) {
        TempoMap tempos = TempoMap.of(music.ticksPerQuarter(), List.of(Tempo.ofQuartersPerMinute(0, tempo)));
        return new NoteSequence(
                music.title(),
                tempos,
                music.meterMap(),
                music.keySignatures(),
                music.parts(),
                music.chordSymbols(),
                music.markers(),
                music.endTick());
    }

    private NoteSequence accompanied(NoteSequence melody, List<BandNotes> notes, long start, long end) {
        long ticks = ticksPerStep(melody.ticksPerQuarter());
        requireEnd(end);
        BandInstrument first = configuration().instruments().get(0);
        List<Part> parts = melody.parts().stream().filter(part -> !part.drums()).toList();
        List<Note> played = parts.size() == 1 ? parts.get(0).notes() : together(parts);
        NoteSequence.Builder builder = melody.withParts(List.of()).toBuilder().endTick(Math.max(end, melody.endTick()));
        builder.part(Part.builder(first.name())
                .program(first.program())
                .notes(played)
                .build());
        for (BandNotes each : notes.subList(1, notes.size())) {
            builder.part(each.part(ticks, start, end));
        }
        return builder.build();
    }

    /** The notes of several parts in one, in which no pitch starts while it sounds. */
    private static List<Note> together(List<Part> parts) {
        RingingPitches ringing = new RingingPitches();
        return parts.stream()
                .flatMap(part -> part.notes().stream())
                .sorted()
                .flatMap(note -> ringing.whenFree(note).stream())
                .toList();
    }

    private NoteSequence readable(String what, NoteSequence music) {
        NoteSequence fine = fineEnough(music);
        requireLength(what, fine);
        return fine;
    }

    /** Before rolls are made, which take a hundred times the memory of a note that lies far away. */
    private void requireLength(String what, NoteSequence music) {
        long steps = music.lastNoteEnd() / ticksPerStep(music.ticksPerQuarter());
        if (steps / configuration().steps() >= MAX_GIVEN) {
            throw new IllegalArgumentException(what + " must be shorter than " + MAX_GIVEN + " segments of "
                    + configuration().steps() + " steps, but had " + steps + " steps");
        }
    }

    private static void requireEnd(long end) {
        if (end > Ticks.MAX) {
            throw new IllegalArgumentException("music must end at tick " + Ticks.MAX + " at last, but would at " + end);
        }
    }

    private BandVaeConfiguration configuration() {
        return model.configuration();
    }

    private List<BandNotes> notes(PlayedKey key) {
        List<BandNotes> notes = new ArrayList<>();
        for (int i = 0; i < configuration().instruments().size(); i++) {
            notes.add(new BandNotes(configuration(), i, key));
        }
        return notes;
    }

    private static void add(List<PlayedCells> segment, List<BandNotes> notes, int from) {
        for (int i = from; i < notes.size(); i++) {
            notes.get(i).add(segment.get(i).cells(), segment.get(i).velocities());
        }
    }

    private long ticksPerStep(int ticksPerQuarter) {
        return ticksPerQuarter / configuration().stepsPerQuarter();
    }

    /** Steps fall on ticks: where they do not, ticks are divided. */
    private NoteSequence fineEnough(NoteSequence music) {
        int steps = configuration().stepsPerQuarter();
        int resolution = music.ticksPerQuarter();
        int fine = resolution;
        while (fine % steps != 0) {
            fine += resolution;
        }
        if (fine > Ticks.MAX_PER_QUARTER) {
            throw new IllegalArgumentException(
                    "music for a band must have ticks that can be divided into " + steps + " steps of a quarter, "
                            + Ticks.MAX_PER_QUARTER + " in a quarter at most, but it had " + resolution);
        }
        return fine == resolution ? music : music.withResolution(fine);
    }
}
