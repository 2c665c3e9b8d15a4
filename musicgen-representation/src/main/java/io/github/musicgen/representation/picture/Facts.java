package io.github.musicgen.representation.picture;

import io.github.musicgen.representation.sequence.KeySignature;
import io.github.musicgen.representation.sequence.Note;
import io.github.musicgen.representation.sequence.NoteSequence;
import io.github.musicgen.representation.sequence.Pitch;
import io.github.musicgen.representation.time.Tempo;
import io.github.musicgen.representation.time.TimeSignature;
import java.util.ArrayList;
import java.util.IntSummaryStatistics;
import java.util.List;
import java.util.Locale;
import java.util.LongSummaryStatistics;

/** What can be said about music in a line. */
final class Facts {
    private static final String SEPARATOR = "  ·  ";
    private static final int MOST_METERS = 4;
    private static final List<String> TONICS = List.of(
            "Cb", "Gb", "Db", "Ab", "Eb", "Bb", "F", "C", "G", "D", "A", "E", "B", "F#", "C#", "G#", "D#", "A#");
    private static final int C_MAJOR = 7;
    private static final int MINOR_FIFTHS = 3;

    private Facts() {}

    /** Such as {@code 3/4 · 96 bpm · A minor · 0:42}. */
    static String line(NoteSequence sequence) {
        List<String> facts = new ArrayList<>();
        facts.add(meters(sequence));
        facts.add(tempos(sequence));
        sequence.keySignatures().stream().findFirst().map(Facts::key).ifPresent(facts::add);
        if (sequence.endTick() > 0) {
            facts.add(duration(sequence));
        }
        return String.join(SEPARATOR, facts);
    }

    /** For those who do not see the picture. */
    static String description(Scene scene) {
        int notes =
                scene.voices().stream().mapToInt(voice -> voice.notes().size()).sum();
        int parts = scene.voices().size();
        StringBuilder text = new StringBuilder("Piano roll of ");
        text.append(notes).append(notes == 1 ? " note in " : " notes in ");
        text.append(parts).append(parts == 1 ? " part" : " parts").append(pitches(scene.voices()));
        text.append(". ")
                .append(scene.header().facts().replace(SEPARATOR, ", "))
                .append('.');
        for (Region region : scene.regions()) {
            text.append(' ').append(sentence(region, scene.sequence()));
        }
        for (PlacedPanel placed : scene.panels()) {
            text.append(' ').append(placed.panel().description());
        }
        return text.toString();
    }

    private static String pitches(List<Voice> voices) {
        IntSummaryStatistics pitches = voices.stream()
                .filter(voice -> !voice.drums())
                .flatMap(voice -> voice.notes().stream())
                .mapToInt(Note::pitch)
                .summaryStatistics();
        return pitches.getCount() == 0
                ? ""
                : ", from " + Pitch.nameOf(pitches.getMin()) + " to " + Pitch.nameOf(pitches.getMax());
    }

    private static String sentence(Region region, NoteSequence sequence) {
        long first = sequence.meterMap().barAt(region.fromTick()) + 1;
        long last = sequence.meterMap().barAt(region.toTick() - 1) + 1;
        String name = region.label().isBlank() ? region.kind().name().toLowerCase(Locale.ROOT) : region.label();
        return "Bars " + first + " to " + last + ": " + name + ".";
    }

    private static String meters(NoteSequence sequence) {
        List<String> meters = sequence.meterMap().timeSignatures().stream()
                .map(TimeSignature::name)
                .distinct()
                .limit(MOST_METERS + 1)
                .toList();
        return meters.size() <= MOST_METERS ? String.join(", ", meters) : "several meters";
    }

    private static String tempos(NoteSequence sequence) {
        LongSummaryStatistics tempos = sequence.tempoMap().tempos().stream()
                .mapToDouble(Tempo::quartersPerMinute)
                .mapToLong(Math::round)
                .summaryStatistics();
        return tempos.getMin() == tempos.getMax()
                ? tempos.getMin() + " bpm"
                : tempos.getMin() + "–" + tempos.getMax() + " bpm";
    }

    private static String key(KeySignature key) {
        boolean minor = key.mode() == KeySignature.Mode.MINOR;
        return TONICS.get(C_MAJOR + key.fifths() + (minor ? MINOR_FIFTHS : 0)) + (minor ? " minor" : " major");
    }

    private static String duration(NoteSequence sequence) {
        long seconds = Math.round(sequence.seconds());
        return seconds / 60 + ":" + (seconds % 60 < 10 ? "0" : "") + seconds % 60;
    }
}
