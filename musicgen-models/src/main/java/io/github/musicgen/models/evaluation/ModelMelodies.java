package io.github.musicgen.models.evaluation;

import io.github.musicgen.api.melodyrnn.MelodyRnnConfiguration;
import io.github.musicgen.models.corpus.Piece;
import io.github.musicgen.representation.encoding.MelodyVocabulary;
import io.github.musicgen.representation.melody.Melody;
import java.util.List;

/**
 * Melodies as a model is shown them: in its key, if it has one, and in its range.
 *
 * @param configuration of the model
 */
public record ModelMelodies(MelodyRnnConfiguration configuration) {
    /**
     * The events that a model knows.
     *
     * @return its vocabulary
     */
    public MelodyVocabulary vocabulary() {
        return new MelodyVocabulary(configuration.minPitch(), configuration.maxPitch());
    }

    /**
     * Moves a melody.
     *
     * @param melody as it is written
     * @return as the model is shown it
     * @throws IllegalArgumentException if it is on another grid
     */
    public Melody squash(Melody melody) {
        int stepsPerQuarter = configuration.stepsPerQuarter();
        if (melody.stepsPerQuarter() != stepsPerQuarter) {
            throw new IllegalArgumentException("a melody for this model must have " + stepsPerQuarter
                    + " steps per quarter, but had " + melody.stepsPerQuarter());
        }
        return configuration.squash(melody).melody();
    }

    /** Moves the melodies of pieces. */
    List<Piece> squash(List<Piece> pieces) {
        return pieces.stream()
                .map(piece -> new Piece(
                        piece.name(),
                        piece.melodies().stream().map(this::squash).toList()))
                .toList();
    }

    /** Numbers the events of melodies. */
    List<int[]> codes(List<Melody> melodies) {
        return melodies.stream().map(this::codes).toList();
    }

    private int[] codes(Melody melody) {
        MelodyVocabulary vocabulary = vocabulary();
        int[] codes = squash(melody).events();
        for (int i = 0; i < codes.length; i++) {
            codes[i] = vocabulary.code(codes[i]);
        }
        return codes;
    }
}
