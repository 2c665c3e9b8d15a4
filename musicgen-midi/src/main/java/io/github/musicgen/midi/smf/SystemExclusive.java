package io.github.musicgen.midi.smf;

/**
 * Bytes for one maker's devices, or any other bytes a file sends as they are.
 *
 * @param tick when, in ticks since the start of the track
 * @param form how the event begins in the file
 * @param payload the bytes after the length; a whole message of form {@link Form#F0} ends with the byte F7
 */
public record SystemExclusive(long tick, Form form, Payload payload) implements MidiEvent {

    /** How a system exclusive event begins. */
    public enum Form {
        /** A system exclusive message, or the first packet of one: F0 itself is sent before the payload. */
        F0(0xF0),
        /** A later packet, or bytes of any other kind: the payload alone is sent. */
        F7(0xF7);

        private final int status;

        Form(int status) {
            this.status = status;
        }

        int status() {
            return status;
        }
    }

    /** Checks the tick and the length. */
    public SystemExclusive {
        EventRange.tick(tick);
        EventRange.payload(payload);
    }
}
