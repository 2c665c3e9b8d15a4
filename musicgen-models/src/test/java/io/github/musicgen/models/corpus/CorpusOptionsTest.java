package io.github.musicgen.models.corpus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.musicgen.api.format.MalformedModelException;
import io.github.musicgen.api.json.Json;
import io.github.musicgen.api.json.JsonPlace;
import io.github.musicgen.representation.melody.ExtractionOptions;
import java.util.LinkedHashMap;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class CorpusOptionsTest {
    @Property
    void json_andBack_isTheSame(@ForAll("options") CorpusOptions options) throws MalformedModelException {
        assertThat(CorpusOptionsJson.read(JsonPlace.of("test", CorpusOptionsJson.of(options))))
                .isEqualTo(options);
    }

    @Provide
    Arbitrary<CorpusOptions> options() {
        Arbitrary<PartChoice> parts =
                Arbitraries.of("all", "highest", "vocal", "name:Flute").map(PartChoice::parse);
        Arbitrary<ExtractionOptions> extraction = Arbitraries.of(
                ExtractionOptions.training(),
                ExtractionOptions.generation(),
                ExtractionOptions.training().toBuilder()
                        .gapBars(0.5)
                        .padEnd(true)
                        .build());
        Arbitrary<CorpusOptions> plain = Combinators.combine(
                        extraction, Arbitraries.integers().between(1, 96), parts, Arbitraries.of(true, false))
                .as((limits, steps, choice, flag) -> CorpusOptions.training().toBuilder()
                        .extraction(limits)
                        .stepsPerQuarter(steps)
                        .parts(choice)
                        .splitLongMelodies(flag)
                        .dropDuplicates(!flag)
                        .build());
        return Combinators.combine(
                        plain,
                        Arbitraries.of(true, false),
                        Arbitraries.integers().between(0, 60))
                .as((options, flag, pitch) -> flag
                        ? options
                        : options.toBuilder()
                                .range(new PitchRange(pitch, pitch + 24, pitch % 2 == 0))
                                .maxFileBytes(1000 + pitch)
                                .build());
    }

    @Test
    void json_thatIsNoOptions_isRefusedWithItsPlace() {
        Map<String, Json> fields = new LinkedHashMap<>(
                CorpusOptionsJson.of(CorpusOptions.training()).fields());
        fields.put("parts", new Json.Text("loudest"));

        assertThatThrownBy(() -> CorpusOptionsJson.read(JsonPlace.of("test", new Json.Fields(fields))))
                .isInstanceOf(MalformedModelException.class)
                .hasMessageContaining("loudest");

        fields.put("dropDuplicates", new Json.Whole(1));
        assertThatThrownBy(() -> CorpusOptionsJson.read(JsonPlace.of("test", new Json.Fields(fields))))
                .isInstanceOf(MalformedModelException.class)
                .hasMessageContaining("dropDuplicates");
    }

    @Test
    void badOptions_areRefusedWithTheirBounds() {
        assertThatThrownBy(() ->
                        CorpusOptions.training().toBuilder().stepsPerQuarter(0).build())
                .hasMessageContaining("1..96, but were 0");
        assertThatThrownBy(() -> CorpusOptions.training().toBuilder()
                        .maxFileBytes(1L << 31)
                        .build())
                .hasMessageContaining("2147483648");
        assertThatThrownBy(() -> new PitchRange(60, 70, true)).hasMessageContaining("60..70");
        assertThatThrownBy(() -> PartChoice.parse("name: ")).hasMessageContaining("blank");
        assertThatThrownBy(() -> new CorpusReader(CorpusOptions.training()).threads(0))
                .hasMessageContaining("but were 0");
        assertThatThrownBy(() -> CorpusOptions.training().toBuilder()
                        .extraction(ExtractionOptions.training().toBuilder()
                                .truncateSteps(0)
                                .build())
                        .splitLongMelodies(true)
                        .build())
                .hasMessageContaining("not into 0");
    }
}
