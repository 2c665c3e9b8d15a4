package io.github.musicgen.midi;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.github.musicgen.representation.sequence.NoteSequence;

/**
 * Bytes that nobody thought of. Without a fuzzer each method runs over the files in its folder under
 * {@code src/test/resources}, which holds seeds and whatever was once found.
 */
class MidiFuzzTest {

    @FuzzTest(maxDuration = "2m")
    void strictReading_givesAFileThatIsWrittenAndReadAgainEqual(byte[] bytes) {
        MidiFile file;
        try {
            file = MidiFile.parse(bytes);
        } catch (MalformedMidiException refused) {
            assertThat(refused.offset()).isBetween(0L, (long) bytes.length);
            return;
        }
        for (RunningStatus habit : RunningStatus.values()) {
            assertThat(parsed(file.toBytes(habit))).isEqualTo(file);
        }
    }

    @FuzzTest(maxDuration = "2m")
    void lenientReading_givesAFileThatStrictReadingAccepts(byte[] bytes) {
        LenientMidi lenient;
        try {
            lenient = MidiFile.parseLenient(bytes);
        } catch (MalformedMidiException hopeless) {
            assertThat(hopeless.offset()).isBetween(0L, (long) bytes.length);
            return;
        }
        assertThat(parsed(lenient.file().toBytes())).isEqualTo(lenient.file());
        if (lenient.repairs().isEmpty()) {
            assertThat(parsed(bytes)).isEqualTo(lenient.file());
        }
    }

    @FuzzTest(maxDuration = "2m")
    void music_ofAnyFile_survivesASecondTrip(byte[] bytes) {
        NoteSequence sequence;
        try {
            sequence = MidiReader.read(MidiFile.parseLenient(bytes).file());
        } catch (MalformedMidiException hopeless) {
            return;
        }
        assertThat(MidiReader.read(MidiWriter.toMidiFile(sequence))).isEqualTo(sequence);
    }

    private static MidiFile parsed(byte[] written) {
        try {
            return MidiFile.parse(written);
        } catch (MalformedMidiException unreadable) {
            throw new AssertionError("what was written is refused", unreadable);
        }
    }
}
