package io.github.musicgen.midi.abc.text;

import java.util.ArrayList;
import java.util.List;

/**
 * A text cut into the header of the file and its tunes. A tune begins with a field {@code X:} and ends with an empty line; what
 * lies between tunes is free text. A text without any {@code X:} is taken as one tune if it has a field {@code K:}.
 *
 * @param header the fields before the first tune that hold for all of them
 * @param tunes the lines of each tune
 */
public record TuneBook(List<SourceLine> header, List<List<SourceLine>> tunes) {

    public static TuneBook of(List<SourceLine> lines) {
        List<SourceLine> joined = joined(withoutBlocks(lines));
        int first = firstTune(joined);
        if (first == joined.size()) {
            return joined.stream().anyMatch(line -> isField(line, 'K'))
                    ? new TuneBook(List.of(), List.of(joined))
                    : new TuneBook(List.of(), List.of());
        }
        return new TuneBook(fileHeader(joined.subList(0, first)), tunes(joined.subList(first, joined.size())));
    }

    public static boolean isField(SourceLine line, char letter) {
        return line.isField() && line.field().letter() == letter;
    }

    private static int firstTune(List<SourceLine> lines) {
        int first = 0;
        while (first < lines.size() && !isField(lines.get(first), 'X')) {
            first++;
        }
        return first;
    }

    private static List<SourceLine> fileHeader(List<SourceLine> lines) {
        return lines.stream()
                .takeWhile(line -> !line.blank())
                .filter(line -> line.isDirective() || line.isField())
                .toList();
    }

    private static List<List<SourceLine>> tunes(List<SourceLine> lines) {
        List<List<SourceLine>> tunes = new ArrayList<>();
        boolean within = false;
        for (SourceLine line : lines) {
            if (isField(line, 'X')) {
                tunes.add(new ArrayList<>());
                within = true;
            }
            within &= !line.blank();
            if (within) {
                tunes.get(tunes.size() - 1).add(line);
            }
        }
        return tunes;
    }

    /** Leaves out typeset text and other blocks from {@code %%beginname} to {@code %%endname}. */
    private static List<SourceLine> withoutBlocks(List<SourceLine> lines) {
        List<SourceLine> kept = new ArrayList<>(lines.size());
        boolean within = false;
        for (SourceLine line : lines) {
            within |= line.text().startsWith("%%begin");
            if (!within) {
                kept.add(line);
            }
            within &= !line.text().startsWith("%%end");
        }
        return kept;
    }

    /** Appends each line {@code +:} to the field that it continues. */
    private static List<SourceLine> joined(List<SourceLine> lines) {
        List<SourceLine> joined = new ArrayList<>(lines.size());
        int at = 0;
        while (at < lines.size()) {
            SourceLine line = lines.get(at++);
            if (at < lines.size() && isField(lines.get(at), '+')) {
                StringBuilder text = new StringBuilder(line.text());
                while (at < lines.size() && isField(lines.get(at), '+')) {
                    text.append(' ').append(lines.get(at++).field().value());
                }
                line = new SourceLine(line.number(), text.toString(), line.blank());
            }
            joined.add(line);
        }
        return joined;
    }
}
