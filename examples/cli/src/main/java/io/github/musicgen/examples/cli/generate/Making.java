package io.github.musicgen.examples.cli.generate;

import io.github.musicgen.api.Generation;
import io.github.musicgen.api.Generator;
import io.github.musicgen.api.MelodyRequest;
import io.github.musicgen.api.constraint.ContradictoryWishesException;
import io.github.musicgen.examples.cli.model.ModelJson;
import io.github.musicgen.examples.cli.music.MusicInput;
import io.github.musicgen.examples.cli.output.Json;
import io.github.musicgen.examples.cli.output.StageProgress;
import io.github.musicgen.representation.sequence.NoteSequence;
import io.github.musicgen.representation.time.TimeSignature;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import picocli.CommandLine.Model.CommandSpec;

/**
 * What {@code generate} and {@code continue} do.
 *
 * @param spec the command
 * @param options what it was told
 * @param primer what is continued, if it is {@code continue}
 */
record Making(CommandSpec spec, MakingOptions options, Optional<PrimerFile> primer) {
    private static final TimeSignature FROM_NOTHING = new TimeSignature(0, 4, 4);

    /** A piece of several: its number as its files have it, and what was made. */
    private record Piece(Optional<String> number, Generation generation) {}

    void run() throws IOException {
        options.check(spec);
        primer.ifPresent(PrimerFile::check);
        checkFiles();
        Generator generator =
                options.model().generator(spec).withEngine(options.engine().engine(spec));
        MelodyRequest request = request(generator);
        Json json = new Json().put("model", ModelJson.name(generator));
        primer.ifPresent(file -> json.put("primer", file.path().toString()));
        if (options.count().isPresent()) {
            List<Json> pieces = new ArrayList<>();
            for (Piece piece : pieces(request, options.count().get())) {
                pieces.add(written(new Json(), piece, generator));
            }
            json.putAll("pieces", pieces, piece -> piece);
        } else {
            List<Generation> made =
                    refusedInWords(() -> request.candidates(options.candidates().orElse(1)));
            written(json, new Piece(Optional.empty(), made.get(0)), generator);
            options.candidates().ifPresent(asked -> tellAll(json, made));
        }
        json.print(spec.commandLine().getOut());
    }

    /** Before anything is read, so that nothing is made in vain. */
    private void checkFiles() throws IOException {
        List<Path> outputs =
                numbers().flatMap(number -> options.files(number).stream()).toList();
        OutputChoice.requireUsable(spec, outputs, List.of(options.model().place(), primer.map(PrimerFile::path)));
    }

    /** One for each piece, as wide as the last; none if there is but one. */
    private Stream<Optional<String>> numbers() {
        if (options.count().isEmpty()) {
            return Stream.of(Optional.empty());
        }
        int count = options.count().get();
        int width = String.valueOf(count).length();
        return IntStream.rangeClosed(1, count).mapToObj(i -> Optional.of(("%0" + width + "d").formatted(i)));
    }

    private MelodyRequest request(Generator generator) throws IOException {
        MelodyRequest asked = generator.fromScratch();
        TimeSignature meter = FROM_NOTHING;
        if (primer.isPresent()) {
            NoteSequence music = primer.get().read().sequence();
            asked = generator.continuing(music);
            meter = music.meterMap().timeSignatureAt(music.endTick());
            if (primer.get().part().isPresent()) {
                asked = asked.part(primer.get().part().get());
            }
        }
        MelodyRequest request = asked;
        TimeSignature ofBars = meter;
        return refusedInWords(() -> options.applyTo(
                request,
                generator.bundle().sampling(),
                ofBars,
                generator.bundle().configuration().stepsPerQuarter()));
    }

    private List<Piece> pieces(MelodyRequest request, int count) throws IOException {
        StageProgress progress = StageProgress.of(spec);
        List<Piece> pieces = new ArrayList<>();
        try {
            for (Optional<String> number : numbers().toList()) {
                progress.show("making " + (pieces.size() + 1) + " of " + count);
                long seed = request.options().seed() + pieces.size();
                pieces.add(new Piece(
                        number, refusedInWords(() -> request.seed(seed).generate())));
            }
        } finally {
            progress.end();
        }
        return pieces;
    }

    /** Writes the files of a piece, and adds what it is. */
    private Json written(Json json, Piece piece, Generator generator) throws IOException {
        GenerationFile file = new GenerationFile(piece.generation());
        List<Path> paths = options.files(piece.number());
        int music = options.output().paths().size();
        for (Path path : paths.subList(0, music)) {
            MusicInput.writing(path, () -> file.write(path));
        }
        for (Path path : paths.subList(music, paths.size())) {
            MusicInput.writing(path, () -> file.writeExplanation(path, generator));
        }
        if (file.isSilent()) {
            spec.commandLine()
                    .getErr()
                    .println("musicgen: " + paths.get(0)
                            + ": nothing but rests was made; more steps, another seed, or a wish such as "
                            + "\"force 0 D4\" may help");
        }
        return file.describe(json).putFiles(paths);
    }

    private static void tellAll(Json json, List<Generation> made) {
        json.putAll(
                "candidates",
                made,
                each -> new Json().put("seed", each.seed()).put("logLikelihood", each.logLikelihood()));
    }

    /** What the library refuses now is about this music and this model. */
    private <T> T refusedInWords(MusicInput.Step<T> step) throws IOException {
        try {
            return step.run();
        } catch (IllegalArgumentException refused) {
            boolean ofPrimer = primer.isPresent() && !(refused instanceof ContradictoryWishesException);
            throw ofPrimer
                    ? MusicInput.in(primer.get().path(), refused)
                    : new IOException(refused.getMessage(), refused);
        }
    }
}
