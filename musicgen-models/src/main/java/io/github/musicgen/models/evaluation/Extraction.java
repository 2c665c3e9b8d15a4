package io.github.musicgen.models.evaluation;

import io.github.musicgen.api.bundle.Bundle;
import io.github.musicgen.api.bundle.MelodyVaeBundle;
import io.github.musicgen.api.bundle.ModelCard;
import io.github.musicgen.api.format.MalformedModelException;
import io.github.musicgen.models.corpus.CorpusOptions;
import io.github.musicgen.models.corpus.CorpusOptionsJson;
import java.util.Optional;

/**
 * How music has to be read for a model: as it was when the model was trained, or else its figures say something about the reading.
 *
 * @param options which parts, and which limits
 * @param recorded whether the model says so; otherwise the options are those of {@link CorpusOptions#training}, on the model's grid
 */
public record Extraction(CorpusOptions options, boolean recorded) {
    /**
     * Finds out for a model.
     *
     * @param bundle the model
     * @return how to read
     * @throws MalformedModelException if what the model says is no options, or not on the model's grid
     */
    public static Extraction of(Bundle bundle) throws MalformedModelException {
        return of(bundle.card(), bundle.configuration().stepsPerQuarter());
    }

    /**
     * Finds out for a space of melodies.
     *
     * @param bundle the space
     * @return how to read
     * @throws MalformedModelException if what the space says is no options, or not on its grid
     */
    public static Extraction of(MelodyVaeBundle bundle) throws MalformedModelException {
        return of(bundle.card(), bundle.configuration().stepsPerQuarter());
    }

    private static Extraction of(ModelCard card, int grid) throws MalformedModelException {
        Optional<CorpusOptions> recorded = CorpusOptionsJson.recorded(card.provenance());
        if (recorded.isPresent() && recorded.get().stepsPerQuarter() != grid) {
            throw new MalformedModelException(
                    "provenance, " + CorpusOptionsJson.PROVENANCE_NAME + ", stepsPerQuarter",
                    "the " + grid + " of the model",
                    String.valueOf(recorded.get().stepsPerQuarter()));
        }
        CorpusOptions usual =
                CorpusOptions.training().toBuilder().stepsPerQuarter(grid).build();
        return new Extraction(recorded.orElse(usual), recorded.isPresent());
    }
}
