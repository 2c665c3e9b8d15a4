package io.github.musicgen.midi;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.github.musicgen.representation.sequence.NoteSequence;

/**
 * Bytes that nobody thought of. Without a fuzzer this runs over the files in its folder under {@code src/test/resources}, which
 * holds seeds and whatever was once found.
 */
class MidiFuzzTest {

    @FuzzTest
    void anyBytes_areAFileThatCanBeWrittenOrAreRefused(byte[] bytes) {
        try {
            LenientMidi lenient = MidiFile.parseLenient(bytes);
            checkSurvival(lenient.file());
            checkStrictly(bytes, lenient);
            checkMusic(MidiReader.read(lenient.file()));
        } catch (MalformedMidiException hopeless) {
            assertThat(hopeless.offset()).isBetween(0L, (long) bytes.length);
        }
    }

    /** Strict reading accepts what lenient reading finds no fault with, and nothing else. */
    private static void checkStrictly(byte[] bytes, LenientMidi lenient) {
        try {
            assertThat(MidiFile.parse(bytes)).isEqualTo(lenient.file());
            assertThat(lenient.repairs()).isEmpty();
        } catch (MalformedMidiException refused) {
            assertThat(refused).hasMessage(message(lenient.repairs().get(0)));
        }
    }

    /** The first fault is the one that strict reading stops at. */
    private static String message(MidiRepair repair) {
        return MalformedMidiException.place(repair.track(), repair.offset()) + ": " + repair.fault();
    }

    private static void checkSurvival(MidiFile file) throws MalformedMidiException {
        for (RunningStatus habit : RunningStatus.values()) {
            assertThat(MidiFile.parse(file.toBytes(habit))).isEqualTo(file);
        }
    }

    private static void checkMusic(NoteSequence sequence) {
        assertThat(MidiReader.read(MidiWriter.toMidiFile(sequence))).isEqualTo(sequence);
    }
}
