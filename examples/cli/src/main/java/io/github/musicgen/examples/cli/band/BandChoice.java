package io.github.musicgen.examples.cli.band;

import io.github.musicgen.api.Band;
import io.github.musicgen.api.BandRequest;
import io.github.musicgen.api.bandvae.BandKey;
import io.github.musicgen.api.bandvae.PlayOptions;
import io.github.musicgen.examples.cli.generate.DrawnSeed;
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
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
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
            paramLabel = "S",
            description =
                    "What the lot starts from, any whole number: the same gives the same music (default: a new one).")
    private @Nullable Long seed;

    @Option(
            names = "--key",
            paramLabel = "SCALE",
            description =
                    "They play only notes of a scale, such as \"D dorian\", C, \"F# minor\" or \"Eb major pentatonic\", but for "
                            + "drums (default: all notes, in the key that is printed).")
    private @Nullable String key;

    @Option(
            names = "--tempo",
            paramLabel = "QPM",
            description = "Quarter notes in a minute, 10 to 500 (default: those of the music that is given, or 120).")
    private @Nullable Double tempo;

    @Option(
            names = "--temperature",
            paramLabel = "T",
            description =
                    "How daring, 0 to 10: 0 takes the likeliest of all new segments, 1 draws them as was learned; whether an "
                            + "earlier one comes again is drawn at 0, too (default: the band's own, usually 1).")
    private @Nullable Double temperature;

    @Option(
            names = "--threshold",
            paramLabel = "P",
            description =
                    "How likely a note must be to sound, more than 0 and less than 1: lower is denser (default: the "
                            + "band's own).")
    private @Nullable Double threshold;

    /** How music is made of a request, and in which key. */
    record Making(Function<BandRequest, NoteSequence> music, Function<BandRequest, Optional<BandKey>> key) {}

    /**
     * Makes music, writes it and tells of it; what cannot be made of the input is bad input.
     *
     * @param input the music that is given, if any is
     * @param segments how many to play; what is usual if null
     * @param making makes it
     */
    void run(Optional<Path> input, @Nullable Integer segments, Making making) throws IOException {
        output.check(spec);
        OutputChoice.requireUsable(spec, output.paths(), List.of(model.place(), input));
        Band band = Band.of(model.read(Family.BANDS, spec).bundle());
        BandRequest request = Usage.checked(spec, () -> request(band, segments));
        NoteSequence music = input.isPresent()
                ? MusicInput.within(input.get(), () -> making.music().apply(request))
                : Usage.checked(spec, () -> making.music().apply(request));
        for (Path path : output.paths()) {
            MusicInput.writing(path, () -> OutputFormat.of(path).write(music, path));
        }
        print(request, making.key().apply(request), music);
    }

    private void print(BandRequest request, Optional<BandKey> key, NoteSequence music) throws IOException {
        PlayOptions play = request.options().play();
        Json json = new Json().put("model", model.toString()).put("seed", play.seed());
        key.ifPresent(known -> json.put("key", known.scale().name())
                .put("keyFrom", known.source().name().toLowerCase(Locale.ROOT)));
        json.put("temperature", play.temperature())
                .put("threshold", play.threshold())
                .put("seconds", music.seconds())
                .putAll("parts", music.parts(), BandChoice::describe)
                .putFiles(output.paths())
                .print(spec.commandLine().getOut());
    }

    private BandRequest request(Band band, @Nullable Integer segments) {
        BandRequest request = band.request().seed(DrawnSeed.unless(seed));
        request = key == null ? request : request.inKey(key);
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
