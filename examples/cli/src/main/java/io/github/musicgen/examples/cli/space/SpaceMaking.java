package io.github.musicgen.examples.cli.space;

import io.github.musicgen.api.LatentModel;
import io.github.musicgen.api.LatentRequest;
import io.github.musicgen.examples.cli.generate.OutputChoice;
import io.github.musicgen.examples.cli.model.ModelJson;
import io.github.musicgen.examples.cli.music.MusicInput;
import io.github.musicgen.examples.cli.music.OutputFormat;
import io.github.musicgen.examples.cli.output.Json;
import io.github.musicgen.representation.melody.BarWindows;
import io.github.musicgen.representation.melody.DrumPattern;
import io.github.musicgen.representation.melody.Melody;
import io.github.musicgen.representation.melody.Stretch;
import io.github.musicgen.representation.sequence.NoteSequence;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import picocli.CommandLine.Model.CommandSpec;

/**
 * What the commands of a space do alike: read melodies or drums, make others, write them.
 *
 * @param spec the command
 * @param options what it was told
 * @param given what is read
 */
record SpaceMaking(CommandSpec spec, SpaceOptions options, List<SpaceMelody> given) {
    /** How stretches are made of those that were read. */
    interface Way<T extends Stretch<T>> {
        List<T> make(LatentModel<T> space, LatentRequest<T> request, List<T> given) throws IOException;
    }

    /** The same whatever they are. */
    interface AnyWay {
        <T extends Stretch<T>> List<T> make(LatentRequest<T> request, List<T> given);
    }

    void run(AnyWay way) throws IOException {
        check();
        run(options.space(spec), way);
    }

    private <T extends Stretch<T>> void run(LatentModel<T> model, AnyWay way) throws IOException {
        make(model, (space, request, read) -> way.make(request, read));
    }

    /** For what is about melodies alone. */
    void runInMelodies(Way<Melody> way) throws IOException {
        check();
        make(options.melodies(spec), way);
    }

    private void check() throws IOException {
        options.check(spec);
        for (SpaceMelody each : given) {
            MusicInput.format(spec, each.path());
        }
        if (options.each()) { // how many there are, and what they are called, is known when they are made
            OutputChoice.requireUsable(spec, options.files("-1"), List.of());
        } else {
            OutputChoice.requireUsable(spec, options.files(""), inputs());
        }
    }

    private <T extends Stretch<T>> void make(LatentModel<T> space, Way<T> way) throws IOException {
        LatentRequest<T> request = options.request(space);
        List<T> read = new ArrayList<>();
        for (SpaceMelody each : given) {
            read.add(each.read(space));
        }
        List<T> made = made(way, space, request, read);
        List<Path> files = options.each() ? writeEach(made) : writeAll(options.files(""), BarWindows.join(made));
        new Json()
                .put("model", ModelJson.name(space))
                .put("seed", request.options().seed())
                .put("sampling", ModelJson.describe(request.options().sampling()))
                .putFiles(files)
                .put(
                        space.configuration().contents().plural(),
                        made.stream().map(SpaceMaking::events).toList())
                .print(spec.commandLine().getOut());
    }

    private List<Optional<Path>> inputs() {
        List<Optional<Path>> inputs = new ArrayList<>(List.of(options.model().place()));
        given.forEach(each -> inputs.add(Optional.of(each.path())));
        return inputs;
    }

    /** What the library refuses now is about this music and this space. */
    private static <T extends Stretch<T>> List<T> made(
            Way<T> way, LatentModel<T> space, LatentRequest<T> request, List<T> read) throws IOException {
        try {
            return way.make(space, request, read);
        } catch (IllegalArgumentException refused) {
            throw new IOException(refused.getMessage(), refused);
        }
    }

    private <T extends Stretch<T>> List<Path> writeEach(List<T> made) throws IOException {
        String number = "-%0" + String.valueOf(made.size()).length() + "d";
        List<List<Path>> files = IntStream.rangeClosed(1, made.size())
                .mapToObj(i -> options.files(number.formatted(i)))
                .toList();
        List<Path> all = files.stream().flatMap(List::stream).toList();
        OutputChoice.requireUsable(spec, all, inputs());
        for (int i = 0; i < made.size(); i++) {
            writeAll(files.get(i), made.get(i));
        }
        return all;
    }

    private <T extends Stretch<T>> List<Path> writeAll(List<Path> files, T made) throws IOException {
        NoteSequence music = made.withStartStep(0).toNoteSequence(options.tempo());
        for (Path file : files) {
            MusicInput.writing(file, () -> OutputFormat.of(file).write(music, file));
        }
        return files;
    }

    /** Of a melody its events, of drums the pitches that are struck at each step. */
    private static List<?> events(Stretch<?> made) {
        return made instanceof DrumPattern drums
                ? IntStream.range(0, drums.length()).mapToObj(drums::pitches).toList()
                : Arrays.stream(made.events()).boxed().toList();
    }
}
