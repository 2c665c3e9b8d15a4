package io.github.musicgen.midi.abc.reading;

import io.github.musicgen.midi.abc.report.MalformedAbcException;
import io.github.musicgen.midi.abc.text.Field;
import io.github.musicgen.midi.abc.text.FieldWords;
import io.github.musicgen.midi.abc.text.FieldWords.Word;
import io.github.musicgen.midi.abc.text.Place;
import io.github.musicgen.midi.abc.text.Problems;
import io.github.musicgen.midi.abc.text.TextEscapes;
import io.github.musicgen.midi.abc.tune.Score;
import io.github.musicgen.midi.abc.tune.Voice;
import io.github.musicgen.midi.abc.tune.VoiceSettings;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The fields between the notes: they say which voice is being written, and what holds for it from there on. */
final class BodyFields {
    private static final String ONLY_VOICE = "1";

    private final Score score;
    private final TuneHeader header;
    private final Problems problems;
    private @Nullable Voice selected;

    private BodyFields(Score score, TuneHeader header, Problems problems) {
        this.score = score;
        this.header = header;
        this.problems = problems;
    }

    /** Does what the header says, now that all of it is known. */
    static BodyFields after(TuneHeader header, Score score, Problems problems) throws MalformedAbcException {
        BodyFields fields = new BodyFields(score, header, problems);
        for (TuneHeader.VoiceEntry entry : header.voiceEntries) {
            fields.declare(entry);
        }
        score.meters.put(0L, header.common.meter);
        VoiceSettings first =
                score.voices().isEmpty() ? header.common : score.voices().get(0).settings;
        score.keys.put(0L, first.key.sounding(first.semitones()));
        if (header.tempo != null) {
            fields.tempo(header.tempo);
        }
        return fields;
    }

    private void declare(TuneHeader.VoiceEntry entry) throws MalformedAbcException {
        Voice voice = voice(entry.voice());
        if (voice != null && entry.directive() != null) {
            Directives.apply(entry.directive().cursor(), voice.settings, problems);
        }
    }

    /** The voice that is being written. Music without any field {@code V:} has one too. */
    Voice current() throws MalformedAbcException {
        if (selected != null) {
            return selected;
        }
        if (score.voices().isEmpty()) {
            Voice only = new Voice(ONLY_VOICE, header.common.copy(), problems);
            only.name = "";
            score.add(only, new Place(1, 1));
        }
        return score.voices().get(0);
    }

    /** A field on a line of its own. */
    void line(Field field) throws MalformedAbcException {
        apply(field, false);
    }

    /** A field in brackets between the notes. */
    void inline(Field field) throws MalformedAbcException {
        apply(field, true);
    }

    private void apply(Field field, boolean inline) throws MalformedAbcException {
        switch (field.letter()) {
            case 'V' -> select(field);
            case 'K' -> key(field, targets(inline));
            case 'M' -> meter(field, targets(inline));
            case 'L' -> {
                for (VoiceSettings target : targets(inline)) {
                    target.unitNote = UnitField.read(field, target.unitNote, problems);
                }
            }
            case 'Q' -> tempo(field);
            case 'P' -> score.partLabels.put(now(), TextEscapes.decoded(field.value()));
            case 'w' -> LyricLine.align(field, current(), problems);
            case 'I', '%' -> {
                for (VoiceSettings target : targets(inline)) {
                    Directives.apply(field.cursor(), target, problems);
                }
            }
            case 'U' -> TuneHeader.symbol(field, header.symbols, problems);
            case 'm' -> problems.skipped(field.place(), "macro");
            case 's' -> problems.skipped(field.place(), "line of symbols");
            default -> {} // about the tune, not about its music
        }
    }

    /**
     * For whom a field is: for the voice that is being written; but between lines of music, when all voices have come to the
     * same time, for all of them.
     */
    private List<VoiceSettings> targets(boolean inline) throws MalformedAbcException {
        boolean forAll = selected == null || (!inline && !selected.justSelected && score.isAligned());
        if (!forAll) {
            return List.of(current().settings);
        }
        List<VoiceSettings> all = new ArrayList<>();
        for (Voice voice : score.voices()) {
            voice.settle();
            all.add(voice.settings);
        }
        if (score.end() == 0) {
            all.add(header.common);
        }
        return all;
    }

    private void key(Field field, List<VoiceSettings> targets) throws MalformedAbcException {
        for (VoiceSettings target : targets) {
            KeyField.apply(field, target, problems);
        }
        VoiceSettings first = targets.get(0);
        if (score.voices().isEmpty() || score.voices().get(0).settings == first) {
            score.keys.put(now(), first.key.sounding(first.semitones()));
        }
    }

    private void meter(Field field, List<VoiceSettings> targets) throws MalformedAbcException {
        for (VoiceSettings target : targets) {
            target.meter = TuneHeader.meter(field, target.meter, problems);
        }
        score.meters.put(now(), targets.get(0).meter);
    }

    private void tempo(Field field) throws MalformedAbcException {
        VoiceSettings settings = score.voices().isEmpty() ? header.common : current().settings;
        Double quarters = TempoField.read(field, settings.unitNote, problems);
        if (quarters != null) {
            score.quartersPerMinute.put(now(), quarters);
        }
    }

    private long now() throws MalformedAbcException {
        return score.voices().isEmpty() ? 0 : current().time();
    }

    private void select(Field field) throws MalformedAbcException {
        Voice voice = voice(field);
        if (voice == null) {
            return;
        }
        if (selected != null) {
            selected.settle();
        }
        voice.justSelected = true;
        selected = voice;
    }

    /** The voice that a field {@code V:} names, made if there is none yet, with what the field says about it. */
    private @Nullable Voice voice(Field field) throws MalformedAbcException {
        List<Word> words = FieldWords.of(field.cursor());
        if (words.isEmpty()) {
            problems.repaired(field.place(), "voice without a name", "skipped");
            return null;
        }
        String id = words.get(0).text();
        Voice voice = score.voice(id);
        if (voice == null) {
            voice = new Voice(id, header.common.copy(), problems);
            score.add(voice, field.place());
        }
        for (Word word : words.subList(1, words.size())) {
            describe(voice, word);
        }
        return voice;
    }

    private void describe(Voice voice, Word word) throws MalformedAbcException {
        if (word.name().equals("name") || word.name().equals("nm")) {
            voice.name = TextEscapes.decoded(word.value());
        } else if (!ClefWords.apply(word, voice.settings, problems)) {
            problems.skipped(word.place(), "voice field holds " + word.text() + "");
        }
    }
}
