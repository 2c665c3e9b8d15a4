package io.github.musicgen.examples.cli.band;

import io.github.musicgen.api.Band;
import io.github.musicgen.api.BandRequest;
import io.github.musicgen.examples.cli.generate.OutputChoice;
import io.github.musicgen.examples.cli.model.Family;
import io.github.musicgen.examples.cli.model.ModelChoice;
import io.github.musicgen.examples.cli.music.MusicInput;
import io.github.musicgen.examples.cli.music.OutputFormat;
import io.github.musicgen.examples.cli.output.Json;
import io.github.musicgen.examples.cli.output.Usage;
import io.github.musicgen.representation.sequence.NoteSequence;
import io.github.musicgen.representation.sequence.Part;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Spec.Target;

/** Which band plays, how, and where that is written. */
final class BandChoice {
    @Spec(Target.MIXEE)
    private CommandSpec spec;

    @Option(
            names = "--model",
            paramLabel = "BAND",
            defaultValue = "arcade",
            description = {"The band: arcade, which comes along; or a .safetensors file.", "Default: ${DEFAULT-VALUE}."
            })
    private ModelChoice model;

    @Mixin
    private OutputChoice output;

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "0",
            description =
                    "The number that the lot starts from: the same gives the same music (default: ${DEFAULT-VALUE}).")
    private long seed;

    @Option(names = "--tempo", paramLabel = "QPM", description = "In quarter notes a minute.")
    private @Nullable Double tempo;

    @Option(
            names = "--temperature",
            paramLabel = "T",
            description = "How daring: 0 draws nothing, 1 is as it was learned (default: the band's own).")
    private @Nullable Double temperature;

    @Option(
            names = "--threshold",
            paramLabel = "P",
            description = "How likely a note must be to sound: lower is denser (default: the band's own).")
    private @Nullable Double threshold;

    @Option(names = "--segments", paramLabel = "N", description = "How many segments to play.")
    private @Nullable Integer segments;

    /** Makes music of a request. */
    interface Making {
        NoteSequence make(BandRequest request);
    }

    boolean hasSegments() {
        return segments != null;
    }

    /** Makes music, writes it and tells of it; what cannot be made of the input is bad input. */
    void run(Optional<Path> input, Making making) throws IOException {
        output.check(spec);
        OutputChoice.requireUsable(spec, output.paths(), List.of(model.place(), input));
        Band band = Band.of(model.read(Family.BANDS, spec).bundle());
        BandRequest request = Usage.checked(spec, () -> request(band));
        NoteSequence music = input.isPresent()
                ? MusicInput.within(input.get(), () -> making.make(request))
                : Usage.checked(spec, () -> making.make(request));
        for (Path path : output.paths()) {
            MusicInput.writing(path, () -> OutputFormat.of(path).write(music, path));
        }
        new Json()
                .put("model", model.toString())
                .put("seed", seed)
                .put("seconds", music.seconds())
                .putAll("parts", music.parts(), BandChoice::describe)
                .print(spec.commandLine().getOut());
    }

    private BandRequest request(Band band) {
        BandRequest request = band.request().seed(seed);
        request = tempo == null ? request : request.tempo(tempo);
        request = temperature == null ? request : request.temperature(temperature);
        request = threshold == null ? request : request.threshold(threshold);
        return segments == null ? request : request.segments(segments);
    }

    private static Json describe(Part part) {
        return new Json()
                .put("name", part.name())
                .put("program", part.program())
                .put("drums", part.drums())
                .put("notes", part.notes().size());
    }
}
