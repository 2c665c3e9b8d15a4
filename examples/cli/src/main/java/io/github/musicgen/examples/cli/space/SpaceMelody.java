package io.github.musicgen.examples.cli.space;

import io.github.musicgen.api.LatentModel;
import io.github.musicgen.examples.cli.music.MusicInput;
import io.github.musicgen.representation.melody.Stretch;
import io.github.musicgen.representation.sequence.NoteSequence;
import io.github.musicgen.representation.time.TimeSignature;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/**
 * A stretch of music that a command was told to take.
 *
 * @param spec the command
 * @param path the file
 * @param option what names the bar
 * @param bar in which it begins, from 1 on; else it is the first stretch that begins with a note, or has one
 */
record SpaceMelody(CommandSpec spec, Path path, String option, Optional<Integer> bar) {
    static SpaceMelody of(CommandSpec spec, Path path, String option, @Nullable Integer bar) {
        if (bar != null && bar < 1) {
            throw new ParameterException(spec.commandLine(), option + " must be 1 or more, but was " + bar);
        }
        return new SpaceMelody(spec, path, option, Optional.ofNullable(bar));
    }

    <T extends Stretch<T>> T read(LatentModel<T> space) throws IOException {
        NoteSequence music = MusicInput.read(spec, path, 1, false).sequence();
        List<T> windows = MusicInput.within(path, () -> space.windows(music));
        if (windows.isEmpty()) {
            throw new IOException(path + ": there must be "
                    + space.configuration().contents().word() + " of " + bars(space)
                    + " of 4/4, but there was none in "
                    + (music.meterMap().barAt(Math.max(0, music.endTick() - 1)) + 1) + " bars of "
                    + music.meterMap().timeSignatures().stream()
                            .map(TimeSignature::name)
                            .distinct()
                            .collect(Collectors.joining(", ")));
        }
        return bar.isEmpty() ? first(windows) : at(bar.get(), windows, music, space);
    }

    private static <T extends Stretch<T>> T first(List<T> windows) {
        return windows.stream()
                .filter(window -> window.strikesAt(0))
                .findFirst()
                .orElse(windows.get(0));
    }

    private <T extends Stretch<T>> T at(int wanted, List<T> windows, NoteSequence music, LatentModel<T> space)
            throws IOException {
        for (T window : windows) {
            if (barOf(window, music) == wanted) {
                return window;
            }
        }
        throw new IOException(path + ": " + option + " " + wanted + " must be the first of " + bars(space)
                + " with a note, which are "
                + inWords(windows.stream().map(window -> barOf(window, music)).toList()));
    }

    private static String inWords(List<Long> bars) {
        long first = bars.get(0);
        long last = bars.get(bars.size() - 1);
        boolean all = last - first + 1 == bars.size();
        return all ? first + ".." + last : bars.stream().map(String::valueOf).collect(Collectors.joining(", "));
    }

    private static String bars(LatentModel<?> space) {
        return space.configuration().barsInWords();
    }

    /** As the meters of the music count it. */
    private static long barOf(Stretch<?> window, NoteSequence music) {
        long tick = (long) window.startStep() * music.ticksPerQuarter() / window.stepsPerQuarter();
        return music.meterMap().barAt(tick) + 1;
    }
}
