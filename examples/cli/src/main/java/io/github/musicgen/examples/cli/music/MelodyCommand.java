package io.github.musicgen.examples.cli.music;

import io.github.musicgen.examples.cli.output.Json;
import io.github.musicgen.examples.cli.output.Usage;
import io.github.musicgen.representation.melody.ExtractionOptions;
import io.github.musicgen.representation.melody.Melody;
import io.github.musicgen.representation.melody.MelodyExtractor;
import io.github.musicgen.representation.melody.MelodyResult;
import io.github.musicgen.representation.melody.PartMelodies;
import io.github.musicgen.representation.sequence.NoteSequence;
import io.github.musicgen.representation.time.Grid;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Finds the melodies of a file. */
@Command(
        name = "melody",
        description = {
            "Finds the melodies of each part of a music file, as JSON.",
            "",
            "This is how a network sees music: one event for each step, which is a sixteenth note if you do not say otherwise. "
                    + "A pitch (60 is middle C) starts a note, -1 ends it, -2 changes nothing. Where a part has no "
                    + "melody, the reason stands in its place.",
            ""
        },
        footer = {
            "",
            "Examples:",
            "What would a network learn from this song, if one were trained on it?",
            "  musicgen melody song.mid",
            "And what would it hear, if it were to go on from it?",
            "  musicgen melody song.mid --for generation"
        },
        mixinStandardHelpOptions = true)
public final class MelodyCommand implements Callable<Integer> {
    /** What the melodies are wanted for, which decides the limits. */
    enum Purpose {
        TRAINING,
        GENERATION
    }

    @Spec
    private CommandSpec spec;

    @Mixin
    private InputFile input;

    @Option(
            names = "--repair",
            description = "Repair a file that breaks the rules of its format instead of refusing it.")
    private boolean repair;

    @Option(
            names = "--for",
            paramLabel = "PURPOSE",
            defaultValue = "training",
            description = {
                "training: seven bars or more of five pitch classes, one note at a time, at most 512 steps,",
                "ended by a bar of silence, as Magenta trains; generation: all of the part, the highest note",
                "of each step, as Magenta primes (default: ${DEFAULT-VALUE})."
            })
    private Purpose purpose;

    @Option(
            names = "--steps-per-quarter",
            paramLabel = "N",
            defaultValue = "4",
            description = "Steps to a quarter note (default: ${DEFAULT-VALUE}).")
    private int stepsPerQuarter;

    @Option(names = "--min-bars", paramLabel = "N", description = "The fewest bars of a melody.")
    private @Nullable Integer minBars;

    @Option(names = "--max-steps", paramLabel = "N", description = "Where longer melodies are cut.")
    private @Nullable Integer maxSteps;

    @Option(names = "--min-pitches", paramLabel = "N", description = "The fewest different pitch classes of a melody.")
    private @Nullable Integer minPitches;

    @Option(names = "--gap-bars", paramLabel = "N", description = "Bars of silence that end a melody.")
    private @Nullable Double gapBars;

    @Override
    public Integer call() throws IOException {
        MelodyExtractor extractor = Usage.checked(spec, () -> new MelodyExtractor(options()));
        Grid grid = Usage.checked(spec, () -> Grid.perQuarter(stepsPerQuarter));
        NoteSequence music = input.read(repair).sequence();
        List<PartMelodies> parts = MusicInput.within(input.path(), () -> extractor.extract(music.quantize(grid)));
        new Json()
                .put("file", input.path().toString())
                .put("stepsPerQuarter", stepsPerQuarter)
                .putAll("parts", parts, part -> describe(part, music))
                .print(spec.commandLine().getOut());
        return 0;
    }

    private ExtractionOptions options() {
        ExtractionOptions.Builder builder = (purpose == Purpose.TRAINING
                        ? ExtractionOptions.training()
                        : ExtractionOptions.generation())
                .toBuilder();
        ifGiven(minBars, builder::minBars);
        ifGiven(maxSteps, builder::truncateSteps);
        ifGiven(minPitches, builder::minPitchClasses);
        ifGiven(gapBars, builder::gapBars);
        return builder.build();
    }

    private static <T> void ifGiven(@Nullable T value, Consumer<T> setter) {
        if (value != null) {
            setter.accept(value);
        }
    }

    private static Json describe(PartMelodies part, NoteSequence music) {
        return new Json()
                .put("part", part.part())
                .put("name", music.parts().get(part.part()).name())
                .putAll("melodies", part.results(), MelodyCommand::describe);
    }

    private static Json describe(MelodyResult result) {
        if (result instanceof MelodyResult.Rejected rejected) {
            return new Json()
                    .put("step", rejected.step())
                    .put("rejected", rejected.reason().name().toLowerCase(Locale.ROOT))
                    .put("reason", rejected.message());
        }
        MelodyResult.Extracted extracted = (MelodyResult.Extracted) result;
        Melody melody = extracted.melody();
        return new Json()
                .put("step", melody.startStep())
                .put("stepsPerBar", melody.stepsPerBar())
                .put("truncated", extracted.truncated())
                .put("events", Arrays.stream(melody.events()).boxed().toList());
    }
}
