package io.github.musicgen.examples.cli.generate;

import io.github.musicgen.api.ChangedMusicException;
import io.github.musicgen.api.Generation;
import io.github.musicgen.api.Generator;
import io.github.musicgen.api.Recipe;
import io.github.musicgen.api.engine.Engine;
import io.github.musicgen.examples.cli.model.ModelChoice;
import io.github.musicgen.examples.cli.model.ModelJson;
import io.github.musicgen.examples.cli.music.MusicInput;
import io.github.musicgen.examples.cli.output.Failures;
import io.github.musicgen.examples.cli.output.Json;
import io.github.musicgen.midi.files.MusicFormat;
import io.github.musicgen.midi.smf.MidiFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Makes again what a MIDI file says how to make. */
@Command(
        name = "replay",
        description = {
            "Makes a melody again from the recipe in its MIDI file.",
            "",
            "generate and continue leave the seed and every option in their .mid files. It takes the same model, which the "
                    + "recipe knows by its fingerprint, wherever its file lies now.",
            "",
            "Prints the same JSON as they do, and whether the music is identical to that of the old file. "
                    + "It is not if somebody changed the notes since.",
            ""
        },
        footer = {"", "Example:", "  musicgen replay folk tune.mid -o again.mid"},
        mixinStandardHelpOptions = true)
public final class ReplayCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(
            index = "0",
            paramLabel = "MODEL",
            completionCandidates = ModelChoice.Names.class,
            description = "The model that made the file: its name, or where it lies.")
    private ModelChoice model;

    @Parameters(index = "1", paramLabel = "FILE", description = "A .mid file that generate or continue wrote.")
    private Path file;

    @Mixin
    private OutputChoice output;

    @Override
    public Integer call() throws IOException {
        output.check(spec);
        if (MusicInput.format(spec, file) != MusicFormat.MIDI) {
            throw new ParameterException(
                    spec.commandLine(), "only .mid files carry a recipe, but the file is \"" + file + "\"");
        }
        OutputChoice.requireUsable(spec, output.paths(), List.of(model.place(), Optional.of(file)));
        MidiFile old = MusicInput.named(file, MidiFile::read);
        Generator generator = model.generator(spec);
        Replayed replayed = replay(generator, old);
        GenerationFile result = new GenerationFile(replayed.generation());
        for (Path path : output.paths()) {
            MusicInput.writing(path, () -> result.write(path));
        }
        Json json = new Json().put("model", ModelJson.name(generator)).put("replayed", file.toString());
        result.describe(json)
                .put("identical", replayed.identical())
                .putFiles(output.paths())
                .print(spec.commandLine().getOut());
        return 0;
    }

    /** What was made, and whether it is what the file holds. */
    private record Replayed(Generation generation, boolean identical) {}

    private Replayed replay(Generator generator, MidiFile old) throws IOException {
        try {
            Replayed replayed = replayed(generator, old);
            warnAboutVersion(old, replayed.generation().recipe());
            return replayed;
        } catch (IllegalArgumentException refused) {
            throw MusicInput.in(file, refused);
        }
    }

    /** On the engine of the recipe, so that nobody has to remember it. */
    private static Replayed replayed(Generator generator, MidiFile old) {
        String engine =
                Recipe.find(old).map(Recipe::engine).orElse(generator.engine().name());
        try {
            return new Replayed(generator.withEngine(Engine.named(engine)).replay(old), true);
        } catch (ChangedMusicException changed) {
            return new Replayed(changed.madeAgain(), false);
        }
    }

    private void warnAboutVersion(MidiFile old, Recipe now) {
        String then = Recipe.find(old).map(Recipe::libraryVersion).orElse("");
        if (!then.equals(now.libraryVersion())) {
            spec.commandLine()
                    .getErr()
                    .println(Failures.oneLine(file + ": made by version " + then + ", replayed by "
                            + now.libraryVersion() + "; the changelog says whether that gives other notes"));
        }
    }
}
