package io.github.musicgen.examples.cli.generate;

import io.github.musicgen.api.Generator;
import io.github.musicgen.api.Score;
import io.github.musicgen.api.Score.NoteSurprise;
import io.github.musicgen.examples.cli.model.ModelChoice;
import io.github.musicgen.examples.cli.model.ModelJson;
import io.github.musicgen.examples.cli.music.InputFile;
import io.github.musicgen.examples.cli.music.MusicInput;
import io.github.musicgen.examples.cli.output.Json;
import io.github.musicgen.midi.files.MusicReading;
import io.github.musicgen.representation.sequence.NoteSequence;
import io.github.musicgen.representation.sequence.Pitch;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Tells how well a model foresees a melody. */
@Command(
        name = "score",
        description = {
            "Tells how well a model foresees the melody of a music file, as JSON.",
            "",
            "Before each step the model says how likely it finds what comes. The surprise of the step is "
                    + "minus the natural logarithm of that, in nats: 0 if it was sure, 0.7 for an even chance, 4.6 for "
                    + "one in a hundred.",
            "",
            "natsPerStep is the average over all steps but the first; perplexity is among how many equally "
                    + "likely events that is like choosing. Smaller is better, and compares models as well as melodies.",
            ""
        },
        footer = {
            "",
            "Examples:",
            "Which of two tunes is more like those that the model learned? The one with fewer nats per step:",
            "  musicgen score --model folk first.abc",
            "  musicgen score --model folk second.abc",
            "Of a piece of several parts one that is named:",
            "  musicgen score --model classical --part Violin quartet.mid"
        },
        mixinStandardHelpOptions = true)
public final class ScoreCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Option(
            names = "--model",
            paramLabel = "MODEL",
            required = true,
            completionCandidates = ModelChoice.Names.class,
            description = ModelChoice.DESCRIPTION)
    private ModelChoice model;

    @Mixin
    private InputFile input;

    @Mixin
    private PartChoice part;

    @Option(
            names = "--repair",
            description = "Repair a file that breaks the rules of its format, and say on standard error what was done.")
    private boolean repair;

    @Override
    public Integer call() throws IOException {
        input.format();
        Generator generator = model.generator(spec);
        MusicReading reading = input.read(repair);
        if (repair) {
            reading.notices().forEach(notice -> spec.commandLine().getErr().println(input.path() + ": " + notice));
        }
        Score score = score(generator, reading.sequence());
        new Json()
                .put("model", ModelJson.name(generator))
                .put("file", input.path().toString())
                .put("natsPerStep", score.natsPerStep())
                .put("perplexity", score.perplexity())
                .put("steps", score.melody().length())
                .put("startStep", score.melody().startStep())
                .put("notes", score.notes().size())
                .putAll("noteList", score.notes(), ScoreCommand::describe)
                .print(spec.commandLine().getOut());
        return 0;
    }

    private Score score(Generator generator, NoteSequence music) throws IOException {
        try {
            return part.name().map(name -> generator.score(music, name)).orElseGet(() -> generator.score(music));
        } catch (IllegalArgumentException refused) {
            throw MusicInput.in(input.path(), refused);
        }
    }

    private static Json describe(NoteSurprise note) {
        return new Json()
                .put("step", note.step())
                .put("pitch", note.pitch())
                .put("name", Pitch.nameOf(note.pitch()))
                .put("surprise", note.nats());
    }
}
