package io.github.musicgen.midi.abc.reading;

import io.github.musicgen.midi.abc.report.MalformedAbcException;
import io.github.musicgen.midi.abc.text.Field;
import io.github.musicgen.midi.abc.text.Problems;
import io.github.musicgen.midi.abc.text.SourceLine;
import io.github.musicgen.midi.abc.text.TextEscapes;
import io.github.musicgen.midi.abc.text.TuneBook;
import io.github.musicgen.midi.abc.tune.Decorations;
import io.github.musicgen.midi.abc.tune.Meter;
import io.github.musicgen.midi.abc.tune.VoiceSettings;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What stands before the music of a tune, or before all tunes of a file. */
public final class TuneHeader {
    private static final Pattern NUMBER = Pattern.compile("\\d{1,9}");
    private static final Pattern SYMBOL = Pattern.compile("([.~H-Wh-w])\\s*=\\s*[!+\"]?\\^?([^!+\"]*)[!+\"]?");

    int number;
    String title = "";
    VoiceSettings common = new VoiceSettings();
    final Map<Character, String> symbols = new HashMap<>(Decorations.SYMBOLS);

    @Nullable
    Field tempo;

    @Nullable
    Field partOrder;
    /** Fields {@code V:}, and directives behind them that are for the voice. */
    final List<VoiceEntry> voiceEntries = new ArrayList<>();

    private boolean unitNoteGiven;

    /**
     * What the header says about a single voice.
     *
     * @param voice the field {@code V:} that names the voice
     * @param directive what is said about it behind that field; null for what the field itself says
     */
    record VoiceEntry(Field voice, @Nullable Field directive) {}

    /** What the header of a file says about all its tunes. */
    public static TuneHeader ofBook(TuneBook book, Problems problems) throws MalformedAbcException {
        TuneHeader header = new TuneHeader();
        for (SourceLine line : book.header()) {
            if (line.isDirective()) {
                header.directive(line.directive(), problems);
            } else {
                header.field(line.field(), problems);
            }
        }
        return header;
    }

    TuneHeader copy() {
        TuneHeader copy = new TuneHeader();
        copy.common = common.copy();
        copy.symbols.putAll(symbols);
        copy.tempo = tempo;
        copy.unitNoteGiven = unitNoteGiven;
        return copy;
    }

    void field(Field field, Problems problems) throws MalformedAbcException {
        switch (field.letter()) {
            case 'X' -> number = number(field, problems);
            case 'T' -> title = title.isEmpty() ? TextEscapes.decoded(field.value()) : title;
            case 'M' -> common.meter = meter(field, common.meter, problems);
            case 'L' -> {
                common.unitNote = UnitField.read(field, common.unitNote, problems);
                unitNoteGiven = true;
            }
            case 'Q' -> tempo = field;
            case 'P' -> partOrder = field;
            case 'V' -> voiceEntries.add(new VoiceEntry(field, null));
            case 'K' -> KeyField.apply(field, common, problems);
            case 'I' -> directive(field, problems);
            case 'U' -> symbol(field, symbols, problems);
            case 'm' -> problems.skipped(field.place(), "macro");
            default -> {} // about the tune, not about its music
        }
    }

    private static int number(Field field, Problems problems) throws MalformedAbcException {
        if (NUMBER.matcher(field.value()).matches()) {
            return Integer.parseInt(field.value());
        }
        problems.repaired(
                field.place(), "number of a tune must be 0..999999999, but was " + field.value(), "taken as 0");
        return 0;
    }

    static Meter meter(Field field, Meter before, Problems problems) throws MalformedAbcException {
        Meter meter = Meter.parse(field.value());
        if (meter != null) {
            return meter;
        }
        problems.repaired(field.place(), "meter makes no sense: " + field.value(), "skipped");
        return before;
    }

    /** Reads a field {@code U:}, which says what decoration a letter stands for. */
    static void symbol(Field field, Map<Character, String> symbols, Problems problems) {
        Matcher matcher = SYMBOL.matcher(field.value());
        if (matcher.matches()) {
            symbols.put(matcher.group(1).charAt(0), matcher.group(2).strip());
        } else {
            problems.skipped(field.place(), "symbol " + field.value() + "");
        }
    }

    /** A directive behind a field {@code V:} is for that voice. */
    void directive(Field directive, Problems problems) throws MalformedAbcException {
        if (voiceEntries.isEmpty()) {
            Directives.apply(directive.cursor(), common, problems);
        } else {
            VoiceEntry last = voiceEntries.get(voiceEntries.size() - 1);
            voiceEntries.add(new VoiceEntry(last.voice(), directive));
        }
    }

    /** Says that the music begins; what has not been said has its default from now on. */
    void end() {
        if (!unitNoteGiven) {
            common.unitNote = common.meter.unitNote();
        }
    }
}
