package io.github.musicgen.examples.cli.music;

import io.github.musicgen.examples.cli.output.OutputFile;
import io.github.musicgen.examples.cli.output.Usage;
import io.github.musicgen.midi.files.MusicFormat;
import io.github.musicgen.midi.files.MusicReading;
import io.github.musicgen.midi.playback.WavExport;
import io.github.musicgen.midi.smf.LenientMidi;
import io.github.musicgen.midi.smf.MidiFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Converts a file to another format. */
@Command(
        name = "convert",
        description = {
            "Converts a music file to a score, a picture, sound or MIDI.",
            "",
            "The extension of the output says what it becomes: .mid is MIDI, .musicxml and .mxl are scores, .svg is a picture "
                    + "of the notes, .wav is sound.",
            "",
            "From MIDI to MIDI or to sound, every event of the file is kept. Any other way goes through notes: what they "
                    + "cannot say is left out.",
            ""
        },
        footer = {
            "",
            "Examples:",
            "Hear a score, look at it, or take it to a program for scores:",
            "  musicgen convert song.mid song.wav",
            "  musicgen convert song.mid song.svg",
            "  musicgen convert song.mid song.musicxml",
            "Mend a damaged file:",
            "  musicgen convert damaged.mid mended.mid --repair"
        },
        mixinStandardHelpOptions = true)
public final class ConvertCommand implements Callable<Integer> {
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

    @Option(
            names = "--soundfont",
            paramLabel = "SF2",
            description = "The sounds of a .wav file (default: those of Java).")
    private @Nullable Path soundFont;

    @Override
    public Integer call() throws IOException {
        OutputFormat format = Usage.checked(spec, () -> OutputFormat.of(output));
        if (soundFont != null && format != OutputFormat.WAV) {
            throw new ParameterException(
                    spec.commandLine(), "--soundfont is for .wav files, but the output is \"" + output + "\"");
        }
        OutputFile.requireOther(spec, output, input.path());
        if (input.format() == MusicFormat.MIDI && (format == OutputFormat.MIDI || format == OutputFormat.WAV)) {
            copyEvents(format);
        } else if (format == OutputFormat.WAV) {
            MusicReading reading = input.read(repair);
            report(reading.notices());
            WavExport sound = sound();
            MusicInput.writing(input.path(), () -> sound.write(reading.sequence(), output));
        } else {
            MusicReading reading = input.read(repair);
            report(reading.notices());
            MusicInput.writing(input.path(), () -> format.write(reading.sequence(), output));
        }
        return 0;
    }

    private WavExport sound() throws IOException {
        if (soundFont == null) {
            return WavExport.standard();
        }
        OutputFile.requireNoFolder(soundFont);
        return WavExport.withSoundFont(soundFont);
    }

    private void copyEvents(OutputFormat format) throws IOException {
        MidiFile file = readEvents();
        if (format == OutputFormat.WAV) {
            WavExport sound = sound();
            MusicInput.writing(input.path(), () -> sound.write(file, output));
        } else {
            file.write(output);
        }
    }

    private MidiFile readEvents() throws IOException {
        if (!repair) {
            return input.readEvents();
        }
        LenientMidi lenient = input.repairEvents();
        report(lenient.repairs());
        return lenient.file();
    }

    private void report(List<?> notices) {
        notices.forEach(notice -> spec.commandLine().getErr().println(input.path() + ": " + notice));
    }
}
