package io.github.musicgen.midi;

import java.util.ArrayList;
import java.util.List;

/** What to do about a fault in a file: strict reading throws, lenient reading takes a note and lets the reader repair it. */
sealed interface Faults {

    /**
     * Reports a fault. If this returns, the reader does what {@code repair} says.
     *
     * @throws MalformedMidiException if the fault is not to be repaired
     */
    void report(int track, long offset, String fault, String repair) throws MalformedMidiException;

    static String bytes(long count) {
        return count == 1 ? "1 byte" : count + " bytes";
    }

    /** Refuses every fault. */
    record Strict() implements Faults {
        @Override
        public void report(int track, long offset, String fault, String repair) throws MalformedMidiException {
            throw new MalformedMidiException(track, offset, fault);
        }
    }

    /** Collects repairs, but not without end: the memory for them stays small however large the file is. */
    record Lenient(List<MidiRepair> repairs) implements Faults {

        static final int MAX_REPAIRS = 10_000;

        Lenient() {
            this(new ArrayList<>());
        }

        @Override
        public void report(int track, long offset, String fault, String repair) throws MalformedMidiException {
            if (repairs.size() == MAX_REPAIRS) {
                throw new MalformedMidiException(track, offset, "more than " + MAX_REPAIRS + " faults");
            }
            repairs.add(new MidiRepair(track, offset, fault, repair));
        }
    }
}
