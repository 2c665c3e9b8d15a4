package io.github.musicgen.models.evaluation;

import io.github.musicgen.api.json.Json;
import java.util.Optional;

/**
 * All that is known of how good a model is.
 *
 * @param pieces how many pieces were held out
 * @param score how likely the model finds them
 * @param nGram how likely an n-gram finds them
 * @param comparison generated beside held-out music, if enough was held out
 * @param copying what is the same in the music that the model was trained on, if that was given
 */
public record Evaluation(
        int pieces,
        ModelScore score,
        NGramScore nGram,
        Optional<MusicComparison> comparison,
        Optional<Copying> copying) {
    /**
     * The evaluation for programs.
     *
     * @return an object, of which {@code musicgen evaluate --help} tells what is in it
     */
    public Json.Fields toJson() {
        return EvaluationJson.of(this);
    }
}
