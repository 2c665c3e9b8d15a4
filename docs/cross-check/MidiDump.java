import io.github.musicgen.midi.smf.ChannelEvent.ChannelPressure;
import io.github.musicgen.midi.smf.ChannelEvent.ControlChange;
import io.github.musicgen.midi.smf.ChannelEvent.KeyPressure;
import io.github.musicgen.midi.smf.ChannelEvent.NoteOff;
import io.github.musicgen.midi.smf.ChannelEvent.NoteOn;
import io.github.musicgen.midi.smf.ChannelEvent.PitchBend;
import io.github.musicgen.midi.smf.ChannelEvent.ProgramChange;
import io.github.musicgen.midi.smf.MetaEvent;
import io.github.musicgen.midi.smf.MidiEvent;
import io.github.musicgen.midi.smf.MidiFile;
import io.github.musicgen.midi.MidiReader;
import io.github.musicgen.midi.smf.MidiTrack;
import io.github.musicgen.midi.MidiWriter;
import io.github.musicgen.midi.smf.SystemExclusive;
import io.github.musicgen.representation.sequence.Note;
import io.github.musicgen.representation.sequence.NoteSequence;
import io.github.musicgen.representation.sequence.Part;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/**
 * Writes down what musicgen reads, for midi.py to compare. Takes a folder as its argument and names of files on standard input,
 * one per line; of the n-th file it makes n.events, n.notes, n.events.mid (written event by event) and n.notes.mid (through notes).
 */
public final class MidiDump {

    private MidiDump() {}

    public static void main(String[] arguments) throws IOException {
        Path folder = Path.of(arguments[0]);
        BufferedReader names = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        int number = 0;
        for (String name = names.readLine(); name != null; name = names.readLine()) {
            dump(MidiFile.read(Path.of(name)), folder, number++);
        }
    }

    private static void dump(MidiFile file, Path folder, int number) throws IOException {
        NoteSequence sequence = MidiReader.read(file);
        try (PrintWriter out = writer(folder.resolve(number + ".events"))) {
            file.tracks().forEach(track -> dump(track, out));
        }
        try (PrintWriter out = writer(folder.resolve(number + ".notes"))) {
            out.println(sequence.seconds());
            sequence.parts().forEach(part -> dump(part, out));
        }
        file.write(folder.resolve(number + ".events.mid"));
        MidiWriter.write(sequence, folder.resolve(number + ".notes.mid"));
    }

    private static PrintWriter writer(Path path) throws IOException {
        return new PrintWriter(path.toFile(), StandardCharsets.UTF_8);
    }

    private static void dump(MidiTrack track, PrintWriter out) {
        out.println("track");
        for (MidiEvent event : track.events()) {
            out.println(event.tick() + " " + words(event));
        }
        out.println(track.endTick() + " end");
    }

    private static void dump(Part part, PrintWriter out) {
        for (Note note : part.notes()) {
            out.println(note.startTick() + " " + note.endTick() + " " + note.pitch() + " " + note.velocity() + " "
                    + (part.drums() ? "drums" : "pitches"));
        }
    }

    private static String words(MidiEvent event) {
        if (event instanceof NoteOn e) {
            return "note_on " + e.channel() + " " + e.key() + " " + e.velocity();
        } else if (event instanceof NoteOff e) {
            return "note_off " + e.channel() + " " + e.key() + " " + e.velocity();
        } else if (event instanceof KeyPressure e) {
            return "polytouch " + e.channel() + " " + e.key() + " " + e.pressure();
        } else if (event instanceof ControlChange e) {
            return "control_change " + e.channel() + " " + e.controller() + " " + e.value();
        } else if (event instanceof ProgramChange e) {
            return "program_change " + e.channel() + " " + e.program();
        } else if (event instanceof ChannelPressure e) {
            return "aftertouch " + e.channel() + " " + e.pressure();
        } else if (event instanceof PitchBend e) {
            return "pitchwheel " + e.channel() + " " + e.value();
        } else if (event instanceof SystemExclusive e) {
            return ("sysex " + e.payload()).replaceAll(" f7$", "");
        }
        MetaEvent meta = (MetaEvent) event;
        return ("meta " + meta.type() + " " + meta.payload()).strip();
    }
}
