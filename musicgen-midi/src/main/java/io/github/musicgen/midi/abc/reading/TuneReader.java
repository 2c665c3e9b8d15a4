package io.github.musicgen.midi.abc.reading;

import io.github.musicgen.midi.abc.report.MalformedAbcException;
import io.github.musicgen.midi.abc.text.Budget;
import io.github.musicgen.midi.abc.text.Place;
import io.github.musicgen.midi.abc.text.Problems;
import io.github.musicgen.midi.abc.text.SourceLine;
import io.github.musicgen.midi.abc.text.TuneBook;
import io.github.musicgen.midi.abc.tune.Score;
import io.github.musicgen.midi.abc.tune.Voice;
import java.util.List;

/** Reads one tune of a book: its header, then its music line by line. */
public final class TuneReader {
    private final TuneHeader header;
    private final List<SourceLine> lines;
    private final Problems problems;
    private final Budget budget;

    public TuneReader(TuneHeader fileHeader, List<SourceLine> lines, Problems problems, Budget budget) {
        this.header = fileHeader.copy();
        this.lines = lines;
        this.problems = problems;
        this.budget = budget;
    }

    /** Reads it, but plays no repeats yet. */
    public Score read() throws MalformedAbcException {
        if (!TuneBook.isField(lines.get(0), 'X')) {
            problems.repaired(start(), "tune without a field X:", "numbered 0");
        }
        int body = readHeader();
        header.end();
        Score score = new Score(start(), header.number, header.title, header.partOrder);
        readBody(score, lines.subList(body, lines.size()));
        for (Voice voice : score.voices()) {
            voice.end(end());
        }
        return score;
    }

    private Place start() {
        return new Place(lines.get(0).number(), 1);
    }

    private Place end() {
        SourceLine last = lines.get(lines.size() - 1);
        return new Place(last.number(), last.text().length() + 1);
    }

    /** Reads up to and including the field {@code K:} and returns how many lines that are. */
    private int readHeader() throws MalformedAbcException {
        for (int i = 0; i < lines.size(); i++) {
            SourceLine line = lines.get(i);
            if (line.isDirective()) {
                header.directive(line.directive(), problems);
            } else if (line.isField()) {
                header.field(line.field(), problems);
                if (line.field().letter() == 'K') {
                    return i + 1;
                }
            } else if (!line.text().isBlank()) {
                problems.repaired(new Place(line.number(), 1), "music before the field K:", "read without a key");
                return i;
            }
        }
        problems.repaired(end(), "tune without a field K:", "read without a key");
        return lines.size();
    }

    private void readBody(Score score, List<SourceLine> body) throws MalformedAbcException {
        BodyFields fields = BodyFields.after(header, score, problems);
        SignParser signs = new SignParser(score, header.symbols, problems);
        MusicParser music = new MusicParser(fields, signs, problems, budget);
        boolean continued = false;
        for (SourceLine line : body) {
            if (line.isDirective()) {
                fields.line(line.directive());
            } else if (line.isField()) {
                fields.line(line.field());
            } else if (!line.text().isBlank()) {
                music.line(line.music(), continued);
                continued = line.text().endsWith("\\");
            }
        }
    }
}
