package io.github.musicgen.models.corpus;

import io.github.musicgen.models.corpus.report.Limit;
import io.github.musicgen.models.corpus.report.Tally;
import io.github.musicgen.representation.melody.ExtractionOptions;
import io.github.musicgen.representation.melody.Melody;
import io.github.musicgen.representation.melody.MelodyExtractor;
import io.github.musicgen.representation.melody.MelodyResult;
import io.github.musicgen.representation.melody.PartMelodies;
import io.github.musicgen.representation.sequence.NoteSequence;
import io.github.musicgen.representation.sequence.Part;
import io.github.musicgen.representation.time.Grid;
import java.util.ArrayList;
import java.util.List;

/** Takes the melodies out of one piece and counts what it could not take. Used once. */
final class PieceExtraction {
    private final CorpusOptions options;
    private final List<Part> parts;
    private final Tally tally;

    private PieceExtraction(CorpusOptions options, List<Part> parts, Tally tally) {
        this.options = options;
        this.parts = parts;
        this.tally = tally;
    }

    static List<Melody> extract(NoteSequence music, CorpusOptions options, Tally tally) {
        List<Part> parts = PartSelection.select(music.parts(), options.parts(), tally);
        return new PieceExtraction(options, parts, tally).extract(music.withParts(parts));
    }

    private List<Melody> extract(NoteSequence music) {
        MelodyExtractor extractor = new MelodyExtractor(limits());
        List<PartResult> results = new ArrayList<>();
        for (PartMelodies part : extractor.extract(music.quantize(Grid.perQuarter(options.stepsPerQuarter())))) {
            results.add(result(part));
        }
        if (options.parts() instanceof PartChoice.HighestMelody) {
            results = PartSelection.highest(results, tally);
        }
        List<Melody> melodies = new ArrayList<>();
        for (PartResult result : results) {
            melodies.addAll(result.melodies());
            tally.addAll(result.tally());
        }
        return melodies;
    }

    /** Where long melodies are split, the extractor must leave them whole. */
    private ExtractionOptions limits() {
        return options.splitLongMelodies()
                ? options.extraction().toBuilder()
                        .truncateSteps(ExtractionOptions.NO_LIMIT)
                        .build()
                : options.extraction();
    }

    private PartResult result(PartMelodies part) {
        MelodyRepairs repairs = new MelodyRepairs(options, place(part.part()));
        for (MelodyResult result : part.results()) {
            if (result instanceof MelodyResult.Extracted extracted) {
                repairs.take(extracted);
            } else if (result instanceof MelodyResult.Rejected rejected) {
                repairs.tally().lose(Limit.of(rejected.reason()), 0, place(part.part()) + rejected.message());
            }
        }
        return new PartResult(repairs.melodies(), repairs.tally());
    }

    private String place(int part) {
        String name = parts.get(part).name();
        return "part " + (part + 1) + (name.isBlank() ? "" : " \"" + name + "\"") + ": ";
    }

    /** What one part gave. */
    record PartResult(List<Melody> melodies, Tally tally) {}
}
