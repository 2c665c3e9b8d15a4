package io.github.musicgen.representation.melody;

import java.util.List;
import java.util.stream.Stream;

/**
 * What a {@link MelodyExtractor} made of one part.
 *
 * @param part the number of the part, from 0 on
 * @param results melodies and reasons in the order of the music, at least one
 */
public record PartMelodies(int part, List<MelodyResult> results) {
    /** Copies the list. */
    public PartMelodies {
        results = List.copyOf(results);
    }

    /**
     * The melodies alone.
     *
     * @return in the order of the music, perhaps none
     */
    public List<Melody> melodies() {
        return results.stream()
                .flatMap(result -> result instanceof MelodyResult.Extracted extracted
                        ? Stream.of(extracted.melody())
                        : Stream.empty())
                .toList();
    }
}
