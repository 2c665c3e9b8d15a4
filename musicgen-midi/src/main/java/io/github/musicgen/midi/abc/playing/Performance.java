package io.github.musicgen.midi.abc.playing;

import io.github.musicgen.midi.abc.report.MalformedAbcException;
import io.github.musicgen.midi.abc.text.Budget;
import io.github.musicgen.midi.abc.text.Place;
import io.github.musicgen.midi.abc.text.Problems;
import io.github.musicgen.midi.abc.tune.BarMark;
import io.github.musicgen.midi.abc.tune.FineTime;
import io.github.musicgen.midi.abc.tune.Key;
import io.github.musicgen.midi.abc.tune.Score;
import io.github.musicgen.midi.abc.tune.Voice;
import io.github.musicgen.midi.abc.tune.VoiceSettings;
import io.github.musicgen.midi.abc.unfolding.Route;
import io.github.musicgen.midi.abc.unfolding.Span;
import io.github.musicgen.representation.sequence.NoteSequence;
import io.github.musicgen.representation.sequence.Part;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/** Goes along the route over a score and writes down what is met. */
public final class Performance {
    private final Score score;
    private final Problems problems;
    private final Budget budget;
    private final Place place;
    private final List<BarMark> marks;
    private final List<PlayedVoice> voices = new ArrayList<>();
    private final PlayedBars bars = new PlayedBars();
    private final TreeMap<Long, Double> tempos = new TreeMap<>();
    private final TreeMap<Long, Key> keys = new TreeMap<>();
    private final TreeMap<Long, String> chordSymbols = new TreeMap<>();
    private final TreeMap<Long, String> markers = new TreeMap<>();
    private long end;

    private Performance(Score score, Problems problems, Budget budget) {
        this.score = score;
        this.problems = problems;
        this.budget = budget;
        this.place = score.start();
        Voice leader = score.leader();
        this.marks = leader == null ? List.of() : leader.barMarks();
        score.voices().forEach(voice -> voices.add(new PlayedVoice(voice)));
    }

    /** Plays a score, as far as the budget reaches. */
    public static NoteSequence of(Score score, Problems problems, Budget budget) throws MalformedAbcException {
        return new Performance(score, problems, budget).sequence();
    }

    private NoteSequence sequence() throws MalformedAbcException {
        List<Span> route = new Route(score, marks, problems, budget).spans();
        for (Span span : route.isEmpty() ? List.of(new Span(0, 0)) : route) {
            play(span);
        }
        Resolution resolution = resolution();
        if (!resolution.isExact()) {
            problems.noticed(place, "times that no resolution can say", "moved to the nearest ticks");
        }
        return written(resolution);
    }

    private void play(Span span) throws MalformedAbcException {
        budget.spend(1, "repeats", place);
        if (end + span.length() > FineTime.MAX_TIME) {
            throw place.malformed(
                    "a tune must end within " + FineTime.MAX_TIME / FineTime.QUARTER + " quarters, but did not");
        }
        for (PlayedVoice voice : voices) {
            budget.spend(voice.count(span), "repeats", place);
            voice.play(span, end);
        }
        playBars(span);
        playSigns(span);
        end += span.length();
    }

    private void playBars(Span span) throws MalformedAbcException {
        List<BarMark> played = BarMark.between(span.from(), span.to(), marks);
        budget.spend(played.size(), "repeats", place);
        for (BarMark mark : played) {
            boolean jump = mark.time() == span.from() || mark.time() == span.to();
            bars.add(mark.time() - span.from() + end, jump || !mark.isPlain());
        }
    }

    /** Plays what holds until something else does; after a jump that is what holds where it goes. */
    private void playSigns(Span span) throws MalformedAbcException {
        holding(score.meters, span).forEach(bars::meter);
        holding(score.quartersPerMinute, span).forEach((time, tempo) -> change(tempos, time, tempo));
        holding(score.keys, span).forEach((time, key) -> change(keys, time, key));
        chordSymbols.putAll(within(score.chordSymbols, span));
        markers.putAll(within(score.partLabels, span));
    }

    private <T> Map<Long, T> holding(NavigableMap<Long, T> signs, Span span) throws MalformedAbcException {
        Map<Long, T> played = within(signs, span);
        Map.Entry<Long, T> before = signs.floorEntry(span.from());
        if (before != null) {
            played.put(end, before.getValue());
        }
        return played;
    }

    private <T> Map<Long, T> within(NavigableMap<Long, T> signs, Span span) throws MalformedAbcException {
        Map<Long, T> written = signs.subMap(span.from(), span.to());
        budget.spend(written.size(), "repeats", place);
        Map<Long, T> played = new TreeMap<>();
        written.forEach((time, sign) -> played.put(time - span.from() + end, sign));
        return played;
    }

    private static <T> void change(NavigableMap<Long, T> changes, long time, T value) {
        Map.Entry<Long, T> last = changes.lastEntry();
        if (last == null || !last.getValue().equals(value)) {
            changes.put(time, value);
        }
    }

    private Resolution resolution() {
        Resolution resolution = new Resolution();
        voices.forEach(voice -> voice.visitTimes(resolution::include));
        tempos.keySet().forEach(resolution::include);
        chordSymbols.keySet().forEach(resolution::include);
        bars.timeSignatures(end).keySet().forEach(resolution::include);
        resolution.include(end);
        return resolution;
    }

    private NoteSequence written(Resolution resolution) {
        NoteSequence.Builder sequence = NoteSequence.builder(resolution.ticksPerQuarter())
                .title(score.title())
                .endTick(resolution.ticks(end));
        tempos.forEach((time, tempo) -> sequence.tempo(resolution.ticks(time), tempo));
        bars.timeSignatures(end)
                .forEach((time, meter) ->
                        sequence.timeSignature(resolution.ticks(time), meter.numerator(), meter.denominator()));
        keys.forEach((time, key) -> addKey(sequence, resolution.ticks(time), key));
        chordSymbols.forEach((time, text) -> sequence.chordSymbol(resolution.ticks(time), text));
        markers.forEach((time, text) -> sequence.marker(resolution.ticks(time), text));
        for (int i = 0; i < voices.size(); i++) {
            addPart(sequence, score.voices().get(i), voices.get(i), resolution);
        }
        return sequence.build();
    }

    private static void addKey(NoteSequence.Builder sequence, long tick, Key key) {
        Integer fifths = key.fifths();
        if (fifths != null) {
            sequence.keySignature(tick, fifths, key.mode());
        }
    }

    private static void addPart(NoteSequence.Builder sequence, Voice voice, PlayedVoice played, Resolution resolution) {
        if (!voice.isEmpty()) {
            VoiceSettings settings = voice.settings;
            Part.Builder part =
                    Part.builder(voice.name).program(settings.program).drums(settings.drums);
            played.writeTo(part, resolution);
            sequence.part(part.build());
        }
    }
}
