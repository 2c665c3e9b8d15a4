package io.github.musicgen.midi.abc.reading;

import io.github.musicgen.midi.abc.report.MalformedAbcException;
import io.github.musicgen.midi.abc.text.Field;
import io.github.musicgen.midi.abc.text.FieldWords;
import io.github.musicgen.midi.abc.text.FieldWords.Word;
import io.github.musicgen.midi.abc.text.Problems;
import io.github.musicgen.midi.abc.tune.Key;
import io.github.musicgen.midi.abc.tune.StaffNote;
import io.github.musicgen.midi.abc.tune.VoiceSettings;
import io.github.musicgen.representation.sequence.KeySignature.Mode;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads a field {@code K:} into the settings of a voice: key, explicit accidentals, clef and transposition. */
final class KeyField {
    private static final Pattern TONIC =
            Pattern.compile("([A-G])([#b\u266F\u266D]?)([A-Za-z]*)((?:(?:\\^{1,2}|_{1,2}|=)[A-Ga-g])*)");
    private static final Pattern MODE = Pattern.compile("(?i)m|(?:maj|min|ion|dor|phr|lyd|mix|aeo|loc)[a-z]*");
    private static final Pattern ACCIDENTALS = Pattern.compile("(?:(?:\\^{1,2}|_{1,2}|=)[A-Ga-g])+");

    private final VoiceSettings settings;
    private final Problems problems;

    private KeyField(VoiceSettings settings, Problems problems) {
        this.settings = settings;
        this.problems = problems;
    }

    static void apply(Field field, VoiceSettings settings, Problems problems) throws MalformedAbcException {
        new KeyField(settings, problems).apply(FieldWords.of(field.cursor()));
    }

    private void apply(List<Word> words) throws MalformedAbcException {
        if (words.isEmpty()) {
            settings.key = Key.NONE;
        }
        int used = words.isEmpty() ? 0 : tonic(words);
        for (Word word : words.subList(used, words.size())) {
            detail(word);
        }
    }

    /** Reads the key at the start of the field and returns how many words it took. */
    private int tonic(List<Word> words) throws MalformedAbcException {
        Word first = words.get(0);
        Key special = special(first.text());
        if (special != null) {
            settings.key = special;
            return 1;
        }
        Matcher matcher = TONIC.matcher(first.text());
        if (isTooLong(first) || !matcher.matches()) {
            return 0;
        }
        String mode = matcher.group(3);
        boolean modeFollows = mode.isEmpty()
                && words.size() > 1
                && MODE.matcher(words.get(1).text()).matches();
        settings.key = key(matcher, modeFollows ? words.get(1).text() : mode, first);
        accidentals(matcher.group(4));
        return modeFollows ? 2 : 1;
    }

    private static boolean isTooLong(Word word) {
        return word.text().length() > Field.LONGEST;
    }

    private static @Nullable Key special(String word) {
        return switch (word) {
            case "none", "None", "NONE" -> Key.NONE;
            case "HP", "Hp" -> Key.HIGHLAND_PIPES;
            default -> null;
        };
    }

    private Key key(Matcher tonic, String mode, Word word) throws MalformedAbcException {
        int accidental = switch (tonic.group(2)) {
            case "" -> 0;
            case "#", "\u266F" -> 1;
            default -> -1;
        };
        Key key = Key.parse(tonic.group(1).charAt(0), accidental, mode);
        if (key != null) {
            return key;
        }
        problems.repaired(word.place(), "mode " + mode + " is unknown", "taken as major");
        return Key.of(Key.fifthsOf(tonic.group(1).charAt(0), accidental), Mode.MAJOR);
    }

    private void detail(Word word) throws MalformedAbcException {
        if (word.text().equals("exp")) {
            settings.key = Key.NONE;
        } else if (!isTooLong(word) && ACCIDENTALS.matcher(word.text()).matches()) {
            accidentals(word.text());
        } else if (!ClefWords.apply(word, settings, problems)) {
            problems.skipped(word.place(), "key field holds " + word.text() + "");
        }
    }

    private void accidentals(String text) {
        int alteration = 0;
        for (int i = 0; i < text.length(); i++) {
            switch (text.charAt(i)) {
                case '^' -> alteration++;
                case '_' -> alteration--;
                case '=' -> alteration = 0;
                default -> {
                    settings.key = settings.key.with(StaffNote.step(text.charAt(i)), alteration);
                    alteration = 0;
                }
            }
        }
    }
}
