package io.github.musicgen.examples.cli.jam;

import io.github.musicgen.api.Generator;
import io.github.musicgen.examples.cli.model.ModelChoice;
import io.github.musicgen.examples.cli.music.OutputFormat;
import io.github.musicgen.examples.cli.output.OutputFile;
import io.github.musicgen.examples.cli.output.Terminal;
import io.github.musicgen.examples.cli.output.Usage;
import io.github.musicgen.midi.playback.MidiInput;
import io.github.musicgen.midi.playback.MidiOutput;
import io.github.musicgen.midi.playback.MidiPortException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Plays with somebody. */
@Command(
        name = "jam",
        description = {
            "Answers what you play: call and response with a model, live.",
            "",
            "Play something, and pause: on the next beat the model answers. Your first note sets the beat, --tempo says how fast "
                    + "it goes. Play on whenever you like; the answer makes room for you.",
            "",
            "You play on a MIDI keyboard (--input), or on the keys of the computer: a s d f g h j k l ; are white keys from C on, "
                    + "w e t y u o p the black ones between them, z and x go an octave down and up; q ends. Where keys come in "
                    + "lines, as from a file or another program, each line is a call: a key is an eighth note, a blank or a "
                    + "dot a rest, a hyphen makes the note before it longer; a line with but a q ends.",
            "",
            "Tells the notes of both as they come, in words or as --json, one line for each answer.",
            ""
        },
        footer = {
            "",
            "Examples:",
            "  musicgen jam",
            "  musicgen jam --input keystation --device fluidsynth --tempo 90 --record jam.mid",
            "  echo \"a d g  d\" | musicgen jam --seed 7 --json"
        },
        sortOptions = false,
        mixinStandardHelpOptions = true)
public final class JamCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Option(
            names = "--model",
            paramLabel = "MODEL",
            defaultValue = ModelChoice.DEFAULT,
            completionCandidates = ModelChoice.Names.class,
            description = {ModelChoice.DESCRIPTION, "Default: ${DEFAULT-VALUE}."})
    private ModelChoice model;

    @Option(
            names = "--input",
            paramLabel = "NAME",
            description = "The MIDI input that you play on, or a part of its name (default: the keys of the computer).")
    private @Nullable String input;

    @Option(
            names = "--device",
            paramLabel = "NAME",
            description =
                    "The MIDI output that plays, or a part of its name (default: the synthesizer of Java; none if keys "
                            + "come in lines).")
    private @Nullable String device;

    @Option(names = "--silent", description = "Play nothing: only tell and record.")
    private boolean silent;

    @Option(
            names = "--thru",
            description = "Also play what comes from --input, for keyboards that have no sound of their own.")
    private boolean thru;

    @Option(names = "--list-devices", help = true, description = "Print the MIDI inputs and outputs and exit.")
    private boolean listDevices;

    @Mixin
    private JamStyle style;

    @Option(
            names = "--answers",
            paramLabel = "N",
            description = "End after so many answers (default: when you end it, with q, Enter or Ctrl-C).")
    private @Nullable Integer answers;

    @Option(
            names = "--record",
            paramLabel = "FILE",
            description = "Write what both play: .mid, .musicxml, .mxl, .svg or .wav; anew after each answer.")
    private @Nullable Path record;

    @Option(names = "--json", description = "Tell each call and answer as one line of JSON, for scripts.")
    private boolean asJson;

    @Override
    public Integer call() throws IOException, InterruptedException {
        if (listDevices) {
            MidiInput.names().forEach(name -> spec.commandLine().getOut().println("input   " + name));
            MidiOutput.names().forEach(name -> spec.commandLine().getOut().println("output  " + name));
            return 0;
        }
        check();
        Generator generator = model.generator(spec);
        Partner partner = Usage.checked(spec, () -> style.partner(generator));
        JamRecord recorded = new JamRecord(partner.pulse(), partner.name(), Optional.ofNullable(record));
        JamTalk talk = new JamTalk(spec.commandLine().getOut(), partner.name(), asJson);
        if (input == null && !Terminal.isThere()) {
            BufferedReader lines = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
            try (JamSound sound = sound(partner.pulse(), false)) {
                new LineJam(partner, recorded, sound, talk).run(lines, mostAnswers());
            }
            return 0;
        }
        // The input first: who named a wrong one hears of that, not of a missing sound card.
        try (LiveInput heard = LiveInput.open(input, spec.commandLine().getErr());
                JamSound sound = sound(partner.pulse(), true)) {
            boolean through = input == null || thru;
            LiveJam jam = new LiveJam(partner, style.pauseBeats(), recorded, sound, talk, through);
            jam.run(heard.queue(), LiveInput::now, mostAnswers());
        }
        return 0;
    }

    private void check() throws IOException {
        Usage.checked(spec, () -> {
            style.check();
            if (answers != null && answers < 1) {
                throw new IllegalArgumentException("--answers must be 1 or more, but was " + answers);
            }
            if (silent && device != null) {
                throw new IllegalArgumentException(
                        "--silent plays nothing, so that --device cannot be \"" + device + "\": leave one of them out");
            }
            return record == null ? this : OutputFormat.of(record);
        });
        if (record != null) {
            if (model.place().isPresent()) {
                OutputFile.requireOther(spec, record, model.place().get());
            }
            OutputFile.require(record);
        }
    }

    private int mostAnswers() {
        return answers == null ? Integer.MAX_VALUE : answers;
    }

    private JamSound sound(Pulse pulse, boolean live) throws MidiPortException {
        if (silent || (device == null && !live)) {
            return JamSound.NONE;
        }
        if (device != null) {
            return new MidiSound(MidiOutput.open(device), pulse);
        }
        try {
            return new MidiSound(MidiOutput.openDefault(), pulse);
        } catch (MidiPortException soundless) {
            throw new MidiPortException(
                    soundless.getMessage()
                            + "; --device NAME plays on another MIDI output, --silent does without sound",
                    soundless);
        }
    }
}
