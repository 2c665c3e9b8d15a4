package io.github.musicgen.examples.cli;

import io.github.musicgen.midi.MalformedMusicException;
import io.github.musicgen.midi.MidiFile;
import io.github.musicgen.midi.files.MusicFormat;
import io.github.musicgen.midi.files.MusicReading;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Converts a file to another format. */
@Command(
        name = "convert",
        description = {
            "Converts a music file by the extension of the output. From MIDI to MIDI it goes",
            "event by event, so that nothing is lost; else through notes."
        },
        mixinStandardHelpOptions = true)
final class ConvertCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private InputFile input;

    @Parameters(index = "1", paramLabel = "OUT", description = "A .mid, .musicxml, .mxl, .svg or .wav file.")
    private Path output;

    @Option(
            names = "--repair",
            description = "Repair a file that breaks the rules of its format, and say on standard error what was done.")
    private boolean repair;

    @Override
    public Integer call() throws IOException {
        OutputFormat format = Usage.checked(spec, () -> OutputFormat.of(output));
        if (format == OutputFormat.MIDI && input.format() == MusicFormat.MIDI) {
            copyEvents();
        } else {
            MusicReading reading = input.read(repair);
            report(reading.notices());
            format.write(reading.sequence(), output);
        }
        return 0;
    }

    private void copyEvents() throws IOException {
        try {
            if (repair) {
                var lenient = MidiFile.readLenient(input.path());
                report(lenient.repairs());
                lenient.file().write(output);
            } else {
                MidiFile.read(input.path()).write(output);
            }
        } catch (MalformedMusicException malformed) {
            throw new IOException(input.path() + ": " + malformed.getMessage(), malformed);
        }
    }

    private void report(List<?> notices) {
        notices.forEach(notice -> spec.commandLine().getErr().println(input.path() + ": " + notice));
    }
}
