package io.github.musicgen.examples.web.song;

import io.github.musicgen.api.bandvae.BandInstrument;
import io.github.musicgen.examples.web.json.Fields;
import io.github.musicgen.examples.web.json.Json;
import io.github.musicgen.examples.web.json.Refusal;
import io.github.musicgen.examples.web.line.Line;
import io.github.musicgen.examples.web.line.LineNote;
import io.github.musicgen.representation.harmony.Scale;
import io.github.musicgen.representation.melody.Melody;
import io.github.musicgen.representation.sequence.NoteSequence;
import io.github.musicgen.representation.sequence.Part;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Music on the grid for a band to go on with. In each part all notes are struck as hard as in the mean: so a link has room for more of them.
 *
 * @param parts of each instrument of the band its notes, in order
 * @param signature the key that its key signature says where it ends, if it has one
 */
public record GivenMusic(List<List<LineNote>> parts, Optional<Scale> signature) {
    /** The most steps: 16 bars, which is as far back as the band repeats itself. */
    static final int MAX_STEPS = 256;

    /** The most notes that fit into a link. */
    static final int MAX_NOTES = 400;

    private static final int MAX_PARTS = 16;
    private static final int MAX_SIGNATURE = 40;
    private static final int MAX_VELOCITY = 127;
    private static final Comparator<LineNote> ORDER =
            Comparator.comparingInt(LineNote::start).thenComparingInt(LineNote::pitch);

    /** Sorts and levels the notes; checks that there is one, and not too many. */
    public GivenMusic {
        parts = parts.stream().map(GivenMusic::levelled).toList();
        int notes = parts.stream().mapToInt(List::size).sum();
        if (notes < 1 || notes > MAX_NOTES) {
            throw Refusal.field("notes", notes, "1.." + MAX_NOTES + " in all that the band is given");
        }
    }

    private static List<LineNote> levelled(List<LineNote> notes) {
        int velocity = velocity(notes);
        return notes.stream()
                .map(note -> new LineNote(note.pitch(), velocity, note.start(), note.end()))
                .sorted(ORDER)
                .toList();
    }

    private static int velocity(List<LineNote> notes) {
        return (int)
                Math.round(notes.stream().mapToInt(LineNote::velocity).average().orElse(Line.VELOCITY));
    }

    /** Reads notes that somebody sent, each with the part that plays it. */
    static List<List<LineNote>> readParts(Fields fields, List<BandInstrument> instruments) {
        List<List<LineNote>> parts = new ArrayList<>();
        instruments.forEach(instrument -> parts.add(new ArrayList<>()));
        for (Fields note : fields.objects("notes", MAX_NOTES)) {
            note.requireOnly("part", "pitch", "velocity", "start", "end");
            int start = note.requiredWhole("start", 0, MAX_STEPS - 1);
            parts.get(note.requiredWhole("part", 0, parts.size() - 1))
                    .add(new LineNote(
                            Line.pitch(note),
                            Line.velocity(note),
                            start,
                            note.requiredWhole("end", start + 1, MAX_STEPS)));
        }
        return parts;
    }

    /** Reads the key that a signature says. */
    static Optional<Scale> readSignature(Fields fields) {
        return fields.text("signature", MAX_SIGNATURE).map(GivenMusic::parseSignature);
    }

    private static Scale parseSignature(String text) {
        Scale key = SongStyle.parseKey("signature", text);
        if (key.keySignature().isEmpty()) {
            throw Refusal.field("signature", text, "a scale that has a key signature, such as \"D minor\"");
        }
        return key;
    }

    static GivenMusic readLinked(Fields fields) {
        List<List<LineNote>> parts = new ArrayList<>();
        for (Fields part : fields.objects("parts", MAX_PARTS)) {
            int velocity = part.requiredWhole("velocity", 1, MAX_VELOCITY);
            parts.add(LinkedLine.read(part, "notes", MAX_NOTES, MAX_STEPS, velocity));
            part.requireNoMore();
        }
        return new GivenMusic(parts, readSignature(fields));
    }

    /** As {@link #readSignature} takes it; nothing if there is none, for links are short of room. */
    void putSignatureInto(Map<String, @Nullable Object> json) {
        signature.ifPresent(key -> json.put("signature", key.name()));
    }

    List<Map<String, @Nullable Object>> linked() {
        return parts.stream()
                .map(notes -> Json.object("velocity", velocity(notes), "notes", LinkedLine.numbers(notes)))
                .toList();
    }

    /** As {@link #readParts} takes it. */
    List<Map<String, @Nullable Object>> toJson() {
        List<Map<String, @Nullable Object>> json = new ArrayList<>();
        for (int part = 0; part < parts.size(); part++) {
            for (LineNote note : parts.get(part)) {
                json.add(Song.note(note, part));
            }
        }
        return json;
    }

    /** How long it is: whole bars. */
    int steps() {
        int end = parts.stream()
                .flatMap(List::stream)
                .mapToInt(LineNote::end)
                .max()
                .orElse(0);
        int bar = Melody.DEFAULT_STEPS_PER_BAR;
        return (end + bar - 1) / bar * bar;
    }

    /** As music of those instruments. */
    NoteSequence music(List<BandInstrument> instruments, double tempo) {
        if (parts.size() != instruments.size()) {
            throw Refusal.field("parts", parts.size() + " of them", instruments.size() + ", one for each instrument");
        }
        int quarter = BandSong.TICKS_PER_STEP * Melody.DEFAULT_STEPS_PER_QUARTER;
        NoteSequence.Builder music =
                NoteSequence.builder(quarter).tempo(0, tempo).timeSignature(0, 4, 4);
        signature.flatMap(Scale::keySignature).ifPresent(music::keySignature);
        for (int i = 0; i < parts.size(); i++) {
            BandInstrument instrument = instruments.get(i);
            Part.Builder part = Part.builder(instrument.name())
                    .program(instrument.program())
                    .drums(instrument.drums());
            for (LineNote note : parts.get(i)) {
                part.note(
                        note.pitch(),
                        note.velocity(),
                        (long) note.start() * BandSong.TICKS_PER_STEP,
                        (long) note.end() * BandSong.TICKS_PER_STEP);
            }
            music.part(part.build());
        }
        return music.build();
    }
}
