package io.github.musicgen.midi.abc.reading;

import io.github.musicgen.midi.abc.report.MalformedAbcException;
import io.github.musicgen.midi.abc.text.Cursor;
import io.github.musicgen.midi.abc.text.FieldWords;
import io.github.musicgen.midi.abc.text.FieldWords.Word;
import io.github.musicgen.midi.abc.text.Problems;
import io.github.musicgen.midi.abc.tune.AccidentalRule;
import io.github.musicgen.midi.abc.tune.VoiceSettings;
import java.util.List;
import java.util.regex.Pattern;

/**
 * What directives ({@code %%} or {@code I:}) mean to a voice: {@code propagate-accidentals}, and the program, channel and
 * transposition of {@code MIDI}. Those about print mean nothing.
 */
final class Directives {
    private static final int DRUM_CHANNEL = 10;
    private static final int MAX_CHANNEL = 16;
    private static final int MAX_SEMITONES = 120;
    private static final Pattern NUMBER = Pattern.compile("[-+]?\\d{1,4}");

    private Directives() {}

    static void apply(Cursor text, VoiceSettings settings, Problems problems) throws MalformedAbcException {
        List<Word> words = FieldWords.of(text).stream()
                .filter(word -> !word.text().equals("="))
                .toList();
        if (words.size() < 2) {
            return;
        }
        if (words.get(0).text().equals("propagate-accidentals")) {
            AccidentalRule rule = AccidentalRule.parse(words.get(1).text());
            settings.accidentalRule = rule == null ? settings.accidentalRule : rule;
        } else if (words.get(0).text().equals("MIDI")) {
            midi(words.subList(1, words.size()), settings, problems);
        }
    }

    private static void midi(List<Word> words, VoiceSettings settings, Problems problems) throws MalformedAbcException {
        Word value = words.get(words.size() - 1);
        switch (words.get(0).text()) {
            case "program" -> settings.program = number(value, 0, 127, settings.program, problems);
            case "channel" -> settings.drums = number(value, 1, MAX_CHANNEL, 1, problems) == DRUM_CHANNEL;
            case "transpose" ->
                settings.midiTransposition =
                        number(value, -MAX_SEMITONES, MAX_SEMITONES, settings.midiTransposition, problems);
            default ->
                problems.skipped(
                        words.get(0).place(), "directive MIDI " + words.get(0).text() + "");
        }
    }

    private static int number(Word word, int min, int max, int otherwise, Problems problems)
            throws MalformedAbcException {
        if (NUMBER.matcher(word.text()).matches()) {
            int number = Integer.parseInt(word.text());
            if (number >= min && number <= max) {
                return number;
            }
        }
        problems.repaired(
                word.place(),
                "value of a directive must be " + min + ".." + max + ", but was " + word.text(),
                "skipped");
        return otherwise;
    }
}
