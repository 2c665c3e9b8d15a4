package io.github.musicgen.models.corpus.drums;

import io.github.musicgen.models.corpus.division.Digests;
import io.github.musicgen.representation.melody.DrumPattern;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;

/**
 * What drums play in a piece, as a space of drums sees it.
 *
 * @param name where it comes from
 * @param stretches its different stretches, all from step 0 on; at least one
 */
public record DrumPiece(String name, List<DrumPattern> stretches) {
    /** Copies the list. */
    public DrumPiece {
        stretches = List.copyOf(stretches);
        if (stretches.isEmpty()) {
            throw new IllegalArgumentException("a piece must have a stretch, but \"" + name + "\" had none");
        }
    }

    /** A hash of all that is in it, the same wherever and whatever the file is called. */
    String mark() {
        return mark(stretches);
    }

    /** A hash of each stretch. */
    List<String> marks() {
        return stretches.stream().map(stretch -> mark(List.of(stretch))).toList();
    }

    static String mark(List<DrumPattern> stretches) {
        MessageDigest digest = Digests.sha256();
        for (DrumPattern stretch : stretches) {
            ByteBuffer bytes = ByteBuffer.allocate(3 * Integer.BYTES + Short.BYTES * stretch.length());
            bytes.putInt(stretch.length()).putInt(stretch.stepsPerBar()).putInt(stretch.stepsPerQuarter());
            for (int i = 0; i < stretch.length(); i++) {
                bytes.putShort((short) stretch.event(i));
            }
            digest.update(bytes.flip());
        }
        return HexFormat.of().formatHex(digest.digest());
    }
}
