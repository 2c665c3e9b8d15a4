package io.github.musicgen.examples.cli.music;

import io.github.musicgen.examples.cli.output.Terminal;
import io.github.musicgen.examples.cli.output.Usage;
import io.github.musicgen.midi.files.MusicFormat;
import io.github.musicgen.midi.playback.MidiOutput;
import io.github.musicgen.midi.playback.Player;
import io.github.musicgen.midi.smf.MidiFile;
import java.io.IOException;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Plays a file. */
@Command(
        name = "play",
        description = {"Plays a music file on the synthesizer of Java, or on a MIDI device.", "", "Ctrl-C ends it.", ""
        },
        footer = {
            "",
            "Examples:",
            "Listen, on the synthesizer that comes with Java:",
            "  musicgen play song.mid",
            "Practise the passage that begins after ten seconds, at half the tempo, again and again:",
            "  musicgen play song.mid --tempo 0.5 --from 10 --loop",
            "Play on another synthesizer, after a look at what there is:",
            "  musicgen play --list-devices",
            "  musicgen play song.mid --device fluidsynth"
        },
        mixinStandardHelpOptions = true)
public final class PlayCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private InputFile input;

    @Option(names = "--device", paramLabel = "NAME", description = "A MIDI output, or a part of its name.")
    private @Nullable String device;

    @Option(names = "--list-devices", help = true, description = "Print the names of the MIDI outputs and exit.")
    private boolean listDevices;

    @Option(
            names = "--tempo",
            paramLabel = "FACTOR",
            defaultValue = "1",
            description = "How many times as fast as written (default: ${DEFAULT-VALUE}).")
    private double tempo;

    @Option(
            names = "--from",
            paramLabel = "SECONDS",
            defaultValue = "0",
            description = "Where to begin, at the tempo of the piece (default: ${DEFAULT-VALUE}).")
    private double from;

    @Option(names = "--loop", description = "Begin again at the end, until Ctrl-C.")
    private boolean loop;

    @Override
    public Integer call() throws IOException, InterruptedException {
        if (listDevices) {
            MidiOutput.names().forEach(spec.commandLine().getOut()::println);
            return 0;
        }
        Usage.checked(spec, this::checkedTempo);
        Usage.checked(spec, this::checkedFrom);
        Playable music = music();
        try (MidiOutput output = device == null ? MidiOutput.openDefault() : MidiOutput.open(device);
                Player player = MusicInput.within(input.path(), () -> music.on(output))) {
            play(player, output);
        }
        return 0;
    }

    private double checkedTempo() {
        if (!(tempo >= Player.MIN_TEMPO_FACTOR && tempo <= Player.MAX_TEMPO_FACTOR)) {
            throw new IllegalArgumentException("--tempo must be " + Player.MIN_TEMPO_FACTOR + ".."
                    + Player.MAX_TEMPO_FACTOR + ", but was " + tempo);
        }
        return tempo;
    }

    /** Where the piece ends is known later. */
    private double checkedFrom() {
        if (!(from >= 0)) {
            throw new IllegalArgumentException("--from must be 0 seconds or more, but was " + from);
        }
        return from;
    }

    /** What is played is read before a device is opened, so that a bad file is said first. */
    private interface Playable {
        Player on(MidiOutput output);
    }

    private Playable music() throws IOException {
        if (input.format() != MusicFormat.MIDI) {
            var sequence = input.read(false).sequence();
            return output -> Player.of(sequence, output.receiver());
        }
        MidiFile file = input.readEvents();
        return output -> Player.of(file, output.receiver());
    }

    private void play(Player player, MidiOutput output) throws IOException, InterruptedException {
        Usage.checked(spec, () -> prepared(player));
        boolean terminal = Terminal.isThere();
        Progress progress = new Progress(player, terminal ? spec.commandLine().getErr() : null);
        player.addListener(progress);
        Thread release = new Thread(
                () -> {
                    player.close();
                    output.close();
                },
                "musicgen-release");
        Runtime.getRuntime().addShutdownHook(release);
        player.start();
        progress.awaitEnd(output.name());
        Runtime.getRuntime().removeShutdownHook(release);
    }

    private Player prepared(Player player) {
        if (from > player.endSeconds()) {
            throw new IllegalArgumentException(
                    "--from must be 0.." + player.endSeconds() + " seconds, but was " + from);
        }
        player.setTempoFactor(tempo);
        player.seek(player.tickAt(from));
        if (loop) {
            player.loop(0, player.endTick());
        }
        return player;
    }
}
