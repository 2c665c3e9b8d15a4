package io.github.musicgen.models.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.musicgen.api.format.MalformedModelException;
import io.github.musicgen.api.json.JsonWriter;
import io.github.musicgen.api.melodyrnn.MelodyRnnConfiguration;
import io.github.musicgen.models.corpus.CorpusOptions;
import io.github.musicgen.models.corpus.CorpusOptionsJson;
import io.github.musicgen.models.corpus.PartChoice;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ExtractionTest {
    private static final MelodyRnnConfiguration CONFIGURATION =
            MelodyRnnConfiguration.basicRnn().withLayers(4);
    private static final CorpusOptions OPTIONS = CorpusOptions.training().toBuilder()
            .parts(new PartChoice.VocalLine())
            .splitLongMelodies(true)
            .build();

    @Test
    void of_aModelThatSaysHow_isThat() throws MalformedModelException {
        assertThat(of(JsonWriter.toText(CorpusOptionsJson.of(OPTIONS)))).isEqualTo(new Extraction(OPTIONS, true));
    }

    @Test
    void of_aModelThatDoesNot_isTheUsual() throws MalformedModelException {
        Extraction extraction = Extraction.of(RandomModels.bundle(CONFIGURATION, Map.of("seed", "1")));

        assertThat(extraction).isEqualTo(new Extraction(CorpusOptions.training(), false));
    }

    @Test
    void of_whatIsNoOptions_isRefusedWithItsPlace() {
        assertThatThrownBy(() -> of("{\"parts\": ")).isInstanceOf(MalformedModelException.class);
        assertThatThrownBy(() -> of("{}"))
                .isInstanceOf(MalformedModelException.class)
                .hasMessage("provenance, extraction: expected a field \"stepsPerQuarter\", but found none");
    }

    @Test
    void of_anotherGrid_isRefused() {
        CorpusOptions fine = OPTIONS.toBuilder().stepsPerQuarter(12).build();

        assertThatThrownBy(() -> of(JsonWriter.toText(CorpusOptionsJson.of(fine))))
                .isInstanceOf(MalformedModelException.class)
                .hasMessage("provenance, extraction, stepsPerQuarter: expected the 4 of the model, but found 12");
    }

    private static Extraction of(String recorded) throws MalformedModelException {
        return Extraction.of(RandomModels.bundle(CONFIGURATION, Map.of(CorpusOptionsJson.PROVENANCE_NAME, recorded)));
    }
}
