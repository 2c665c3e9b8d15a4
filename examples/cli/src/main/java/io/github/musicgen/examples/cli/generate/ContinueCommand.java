package io.github.musicgen.examples.cli.generate;

import io.github.musicgen.api.Beam;
import io.github.musicgen.api.Generation;
import io.github.musicgen.api.GenerationOptions;
import io.github.musicgen.api.Generator;
import io.github.musicgen.api.MelodyRequest;
import io.github.musicgen.api.constraint.Constraint;
import io.github.musicgen.api.constraint.ContradictoryWishesException;
import io.github.musicgen.api.sampling.SamplingOptions;
import io.github.musicgen.examples.cli.model.EngineChoice;
import io.github.musicgen.examples.cli.model.ModelFile;
import io.github.musicgen.examples.cli.model.ModelJson;
import io.github.musicgen.examples.cli.music.MusicInput;
import io.github.musicgen.examples.cli.music.OutputFormat;
import io.github.musicgen.examples.cli.output.Json;
import io.github.musicgen.examples.cli.output.OutputFile;
import io.github.musicgen.examples.cli.output.Usage;
import io.github.musicgen.midi.files.MusicReading;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Continues a melody, or makes one from nothing. */
@Command(
        name = "continue",
        description = {
            "Continues a melody with a trained model, or begins one from nothing.",
            "",
            "The model chooses step by step (a step is a sixteenth note in most models) among the events that "
                    + "could come next: a note starts, a note ends, or nothing changes.",
            "",
            "The choices are drawn by lot. The seed is the number that the lot starts from: the same model, "
                    + "primer, options and seed give the same file, byte for byte. It is printed, so that what you "
                    + "liked can be made again; a .mid file also carries it, for replay.",
            "",
            "Prints, as JSON, the seed, the new notes and the log-likelihood: how likely the model finds "
                    + "them; the nearer to 0, the likelier.",
            ""
        },
        footer = {
            "",
            "Example:",
            "  musicgen continue --model attention_rnn.mag --primer tune.abc --seed 42 \\",
            "    --steps 64 --key \"D dorian\" --wish \"end tonic\" -o more.mid --svg more.svg"
        },
        sortOptions = false,
        mixinStandardHelpOptions = true)
public final class ContinueCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Option(names = "--model", paramLabel = "MODEL", required = true, description = ModelFile.DESCRIPTION)
    private Path model;

    @Mixin
    private PrimerFile primer;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "OUT",
            required = true,
            description = "The file to write, primer and continuation: .mid, .musicxml, .mxl, .svg or .wav.")
    private Path output;

    @Option(
            names = "--svg",
            paramLabel = "SVG",
            description = "Also draw the new bars and those before them, told apart by color.")
    private @Nullable Path picture;

    @Option(
            names = "--explain",
            paramLabel = "SVG",
            description = "Also draw what the model considered at each step: what else could have come, how much the "
                    + "choice surprised it, where its attention lay, what it repeats.")
    private @Nullable Path explanation;

    @Option(
            names = "--steps",
            paramLabel = "N",
            defaultValue = "32",
            description = "How many steps to add; 16 are a bar of 4/4 in most models (default: ${DEFAULT-VALUE}).")
    private int steps;

    @Option(
            names = "--seed",
            paramLabel = "S",
            description = "What the lot starts from, any whole number (default: a new one).")
    private @Nullable Long seed;

    @Mixin
    private ChoiceOptions choice;

    @Mixin
    private EngineChoice engine;

    @Option(
            names = "--candidates",
            paramLabel = "N",
            description = "Make N continuations, of this seed, the next and so on, and keep the likeliest.")
    private @Nullable Integer candidates;

    @Mixin
    private WishOptions wishes;

    @Override
    public Integer call() throws IOException {
        checkOptions();
        checkFiles();
        Generator generator = ModelFile.generator(model).withEngine(engine.engine(spec));
        Optional<MusicReading> music = primer.read();
        List<Generation> made = generate(request(generator, music));
        GenerationFile best = new GenerationFile(made.get(0));
        if (picture != null) {
            Path svg = picture;
            MusicInput.writing(svg, () -> best.writeSvg(svg));
        }
        if (explanation != null) {
            Path svg = explanation;
            MusicInput.writing(svg, () -> best.writeExplanation(svg, generator));
        }
        MusicInput.writing(output, () -> best.write(output));
        print(generator, made, best);
        return 0;
    }

    /** What is wrong in itself, whatever the model and the music, is said before they are read. */
    private void checkOptions() {
        Usage.checked(spec, () -> OutputFormat.of(output));
        primer.check();
        engine.engine(spec);
        Usage.checked(
                spec,
                () -> new GenerationOptions(
                        steps,
                        choice.sampling(SamplingOptions.DEFAULT),
                        0,
                        wishes.wishes(),
                        primer.part(),
                        choice.beam()));
        if (candidates != null && (candidates < 1 || candidates > MelodyRequest.MAX_CANDIDATES)) {
            throw wrong("--candidates must be 1.." + MelodyRequest.MAX_CANDIDATES + ", but was " + candidates);
        }
        requireSvg("--svg", picture);
        requireSvg("--explain", explanation);
        if (explanation != null && choice.beam().isPresent()) {
            throw wrong("--explain needs choices made one by one, which those of --beam are not");
        }
    }

    private void requireSvg(String option, @Nullable Path path) {
        if (path != null && !OutputFormat.SVG.fits(path)) {
            throw wrong(option + " must end with .svg, but was \"" + path + "\"");
        }
    }

    private void checkFiles() throws IOException {
        List<Path> files = files();
        for (int i = 0; i < files.size(); i++) {
            OutputFile.requireUsable(spec, files.get(i), model, primer.path());
            for (Path other : files.subList(0, i)) {
                OutputFile.requireOther(spec, files.get(i), other);
            }
        }
    }

    private List<Path> files() {
        return Stream.of(output, picture, explanation).filter(Objects::nonNull).toList();
    }

    private ParameterException wrong(String message) {
        return new ParameterException(spec.commandLine(), message);
    }

    private MelodyRequest request(Generator generator, Optional<MusicReading> music) {
        MelodyRequest request =
                music.map(reading -> generator.continuing(reading.sequence())).orElseGet(generator::fromScratch);
        SamplingOptions sampling = choice.sampling(generator.bundle().sampling());
        request = request.steps(steps)
                .temperature(sampling.temperature())
                .topK(sampling.topK())
                .topP(sampling.topP());
        if (seed != null) {
            request = request.seed(seed);
        }
        if (primer.part().isPresent()) {
            request = request.part(primer.part().get());
        }
        Optional<Beam> beam = choice.beam();
        if (beam.isPresent()) {
            request = request.beam(
                    beam.get().size(), beam.get().branches(), beam.get().steps());
        }
        for (Constraint wish : wishes.wishes()) {
            request = request.wishing(wish);
        }
        return request;
    }

    /** What the library refuses now is about this music and this model. */
    private List<Generation> generate(MelodyRequest request) throws IOException {
        try {
            return request.candidates(candidates == null ? 1 : candidates);
        } catch (IllegalArgumentException refused) {
            boolean ofPrimer = primer.path().isPresent() && !(refused instanceof ContradictoryWishesException);
            throw ofPrimer
                    ? MusicInput.in(primer.path().get(), refused)
                    : new IOException(refused.getMessage(), refused);
        }
    }

    private void print(Generator generator, List<Generation> made, GenerationFile best) throws IOException {
        Json json = new Json().put("model", ModelJson.name(generator));
        primer.path().ifPresent(path -> json.put("primer", path.toString()));
        best.describe(json);
        if (candidates != null) {
            json.putAll(
                    "candidates",
                    made,
                    each -> new Json().put("seed", each.seed()).put("logLikelihood", each.logLikelihood()));
        }
        json.put("files", files().stream().map(Path::toString).toList())
                .print(spec.commandLine().getOut());
    }
}
