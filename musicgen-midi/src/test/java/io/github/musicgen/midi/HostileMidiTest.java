package io.github.musicgen.midi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Files that want to hurt: nothing but {@link MalformedMidiException} comes out, soon, and with little memory. */
class HostileMidiTest {

    /** What a file of at most this test's sizes may allocate, strictly and leniently together, however much it promises. */
    private static final long MODEST_BYTES = 4_000_000;

    private static final byte[] SMALL = Smf.file(
            "00 FF0304 54756E65  00 FF5103 07A120  00 FF5804 04021808  00 F003 7E09F7" + Smf.END,
            "00 C005  00 B00740  00 903C40  60 3C00  00 E00040  00 803C40  8100 A03C01  00 D001" + Smf.END);

    /** Reads every way there is; what comes out must be writable. Returns whether strict reading accepts the bytes. */
    private static boolean readEveryWay(byte[] bytes) {
        try {
            checkWritable(MidiFile.parseLenient(bytes).file());
        } catch (MalformedMidiException hopeless) {
            assertThat(hopeless.offset()).isBetween(0L, (long) bytes.length);
        }
        try {
            MidiFile file = MidiFile.parse(bytes);
            checkWritable(file);
            assertThat(readLeniently(bytes)).isEqualTo(new LenientMidi(file, List.of()));
            return true;
        } catch (MalformedMidiException refused) {
            assertThat(refused.offset()).isBetween(0L, (long) bytes.length);
            return false;
        }
    }

    private static LenientMidi readLeniently(byte[] bytes) {
        try {
            return MidiFile.parseLenient(bytes);
        } catch (MalformedMidiException impossible) {
            throw new AssertionError("strict reading was kinder than lenient reading", impossible);
        }
    }

    private static void checkWritable(MidiFile file) throws MalformedMidiException {
        assertThat(MidiFile.parse(file.toBytes())).isEqualTo(file);
        MidiReader.readWithNotices(file);
    }

    @Test
    void parse_truncatedAtEveryByte_isNeverAccepted() {
        for (int length = 0; length < SMALL.length; length++) {
            assertThat(readEveryWay(Arrays.copyOf(SMALL, length)))
                    .as("%d bytes", length)
                    .isFalse();
        }
        assertThat(readEveryWay(SMALL)).isTrue();
    }

    @Test
    void parse_everyByteChangedToEveryOther_givesAFileOrOneKindOfException() {
        int accepted = 0;
        for (int i = 0; i < SMALL.length; i++) {
            byte[] changed = SMALL.clone();
            for (int difference = 1; difference < 256; difference++) {
                changed[i] = (byte) (SMALL[i] ^ difference);
                accepted += readEveryWay(changed) ? 1 : 0;
            }
        }
        // Data bytes, times and texts may change freely; names, lengths and statuses mostly may not.
        assertThat(accepted).isBetween(1_000, 255 * SMALL.length / 2);
    }

    static Stream<Arguments> liars() {
        String oneTrack = Smf.header(1, 1, "0060") + Smf.MTRK;
        return Stream.of(
                liar("10,000 tracks of nothing", Smf.header(1, 10_000, "0060")),
                liar("65,535 tracks of nothing", Smf.header(1, 65_535, "0060")),
                liar("a track of 2^31 - 1 bytes", oneTrack + "7FFFFFFF" + Smf.END),
                liar("a track of 2^32 - 1 bytes", oneTrack + "FFFFFFFF" + Smf.END),
                liar("a header of 2^32 - 1 bytes", Smf.MTHD + "FFFFFFFF 0001 0001 0060" + Smf.track(Smf.END)),
                liar(
                        "an alien chunk of 2^31 - 1 bytes",
                        Smf.header(1, 1, "0060") + "58464948 7FFFFFFF" + Smf.track(Smf.END)),
                liar("a meta event of 2^28 - 1 bytes", oneTrack + Smf.int32(11) + "00 FF7F FFFFFF7F" + Smf.END),
                liar(
                        "a system exclusive event of 2^28 - 1 bytes",
                        oneTrack + Smf.int32(10) + "00 F0 FFFFFF7F" + Smf.END),
                liar(
                        "ticks that overflow",
                        oneTrack + Smf.int32(7 * 2000 + 4) + "FFFFFF7F FF0100".repeat(2000) + Smf.END),
                liar(
                        "10,000 tracks that each claim the rest of the file",
                        Smf.header(1, 10_000, "0060") + claims(10_000)));
    }

    private static String claims(int tracks) {
        StringBuilder hex = new StringBuilder();
        for (int i = tracks - 1; i >= 0; i--) {
            hex.append(Smf.MTRK).append(Smf.int32(4 + 12 * i)).append(Smf.END);
        }
        return hex.toString();
    }

    private static Arguments liar(String name, String hex) {
        return Arguments.of(name, Smf.bytes(hex));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("liars")
    void parse_fileThatPromisesTooMuch_isRefusedSoonAndCheaply(String name, byte[] bytes) {
        readEveryWay(bytes); // so that loading classes is not counted below
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        boolean accepted = assertTimeoutPreemptively(Duration.ofSeconds(20), () -> {
            long before = threads.getCurrentThreadAllocatedBytes();
            boolean strictly = readEveryWay(bytes);
            assertThat(threads.getCurrentThreadAllocatedBytes() - before)
                    .isLessThan(MODEST_BYTES + 500L * bytes.length);
            return strictly;
        });
        assertThat(accepted).isFalse();
    }
}
