package io.github.musicgen.examples.cli.space;

import io.github.musicgen.api.LatentModel;
import io.github.musicgen.api.LatentRequest;
import io.github.musicgen.examples.cli.generate.OutputChoice;
import io.github.musicgen.examples.cli.model.ModelJson;
import io.github.musicgen.examples.cli.music.MusicInput;
import io.github.musicgen.examples.cli.music.OutputFormat;
import io.github.musicgen.examples.cli.output.Json;
import io.github.musicgen.representation.melody.BarWindows;
import io.github.musicgen.representation.melody.Melody;
import io.github.musicgen.representation.sequence.NoteSequence;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;

/**
 * What the commands of a space do alike: read melodies, make others, write them.
 *
 * @param spec the command
 * @param options what it was told
 * @param given what is read
 */
record SpaceMaking(CommandSpec spec, SpaceOptions options, List<SpaceMelody> given) {
    /** How melodies are made of those that were read. */
    interface Way {
        List<Melody> make(LatentModel space, LatentRequest request, List<Melody> given) throws IOException;
    }

    void run(Way way) throws IOException {
        options.check(spec);
        for (SpaceMelody each : given) {
            MusicInput.format(spec, each.path());
        }
        requireUsable(options.files(""));
        LatentModel space = options.model().space();
        LatentRequest request = options.request(space);
        List<Melody> read = new ArrayList<>();
        for (SpaceMelody each : given) {
            read.add(each.read(space));
        }
        List<Melody> made = made(way, space, request, read);
        List<Path> files = options.each() ? writeEach(made) : writeAll(options.files(""), BarWindows.join(made));
        new Json()
                .put("model", ModelJson.name(space))
                .put("seed", request.options().seed())
                .put("sampling", ModelJson.describe(request.options().sampling()))
                .put("files", files.stream().map(Path::toString).toList())
                .put("melodies", made.stream().map(SpaceMaking::events).toList())
                .print(spec.commandLine().getOut());
    }

    private void requireUsable(List<Path> files) throws IOException {
        List<Optional<Path>> inputs = new ArrayList<>(List.of(options.model().place()));
        given.forEach(each -> inputs.add(Optional.of(each.path())));
        OutputChoice.requireUsable(spec, files, inputs);
    }

    /** What the library refuses now is about these melodies and this space. */
    private static List<Melody> made(Way way, LatentModel space, LatentRequest request, List<Melody> read)
            throws IOException {
        try {
            return way.make(space, request, read);
        } catch (IllegalArgumentException refused) {
            throw new IOException(refused.getMessage(), refused);
        }
    }

    private List<Path> writeEach(List<Melody> melodies) throws IOException {
        int width = String.valueOf(melodies.size()).length();
        List<Path> all = new ArrayList<>();
        for (int i = 1; i <= melodies.size(); i++) {
            List<Path> files = options.files(("-%0" + width + "d").formatted(i));
            requireUsable(files);
            all.addAll(writeAll(files, melodies.get(i - 1)));
        }
        return all;
    }

    private List<Path> writeAll(List<Path> files, Melody melody) throws IOException {
        NoteSequence music = melody.withStartStep(0).toNoteSequence(options.tempo());
        for (Path file : files) {
            MusicInput.writing(file, () -> OutputFormat.of(file).write(music, file));
        }
        return files;
    }

    private static List<Integer> events(Melody melody) {
        return Arrays.stream(melody.events()).boxed().toList();
    }
}
