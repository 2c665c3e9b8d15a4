package io.github.musicgen.midi.smf;

/**
 * A chunk that is neither the header nor a track. The format asks readers to step over such chunks; here they are kept, so that
 * a file that is read and written again loses nothing.
 *
 * @param tracksBefore how many tracks stand before it in the file
 * @param id its four-letter name as a big-endian number
 * @param payload what it holds
 */
public record AlienChunk(int tracksBefore, int id, Payload payload) {

    /** Checks that there is a place for it and that the name is not that of a header or a track. */
    public AlienChunk {
        EventRange.between("tracks before a chunk", 0, MidiFile.MAX_TRACKS, tracksBefore);
        if (id == Chunks.HEADER || id == Chunks.TRACK) {
            throw new IllegalArgumentException("a chunk named " + Chunks.name(id) + " is not an alien one");
        }
    }

    /**
     * Returns the name of the chunk.
     *
     * @return four characters
     */
    public String name() {
        return Chunks.name(id);
    }
}
