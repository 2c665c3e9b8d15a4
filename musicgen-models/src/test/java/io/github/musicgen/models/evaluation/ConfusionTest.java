package io.github.musicgen.models.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.musicgen.api.format.MalformedModelException;
import io.github.musicgen.api.melodyrnn.MelodyRnn;
import io.github.musicgen.api.melodyrnn.MelodyRnnConfiguration;
import io.github.musicgen.api.melodyrnn.MelodyRnnState;
import io.github.musicgen.models.evaluation.Confusion.Event;
import io.github.musicgen.models.evaluation.Confusion.Guess;
import io.github.musicgen.representation.melody.Melody;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ConfusionTest {
    static List<MelodyRnnConfiguration> configurations() {
        return ModelScoreTest.configurations();
    }

    @ParameterizedTest
    @MethodSource("configurations")
    void of_countsWhatWasTakenForWhat(MelodyRnnConfiguration configuration) throws MalformedModelException {
        MelodyRnn model = ModelScoreTest.model(configuration, 2);
        Map<String, Long> naive = new TreeMap<>();
        for (Melody melody : ModelScoreTest.melodies()) {
            Melody shown = new ModelMelodies(configuration).squash(melody);
            MelodyRnnState run = model.start();
            for (int step = 0; step < shown.length(); step++) {
                int event = shown.event(step);
                if (step > 0) {
                    int likeliest = ModelScoreTest.likeliest(run, configuration);
                    naive.merge(name(event) + " as " + guess(event, likeliest), 1L, Long::sum);
                }
                run.feed(event);
            }
        }

        Confusion confusion = Confusion.of(model, ModelScoreTest.melodies());

        for (Event event : Event.values()) {
            for (Guess guess : Guess.values()) {
                assertThat(confusion.count(event, guess))
                        .as(event + " as " + guess)
                        .isEqualTo(naive.getOrDefault(event + " as " + guess, 0L));
            }
        }
    }

    private static String name(int event) {
        return event == Melody.NO_EVENT ? "NO_EVENT" : event == Melody.NOTE_OFF ? "NOTE_OFF" : "NOTE_ON";
    }

    private static String guess(int event, int likeliest) {
        return likeliest < 0 ? name(likeliest) : likeliest == event ? "SAME_NOTE" : "OTHER_NOTE";
    }

    @Test
    void sums_areTheStepsAndHitsOfTheScore() throws MalformedModelException {
        MelodyRnn model = ModelScoreTest.model(configurations().get(1), 3);

        Confusion confusion = Confusion.of(model, ModelScoreTest.melodies());
        ModelScore score = ModelScore.of(model, ModelScoreTest.melodies());

        assertThat(confusion.steps()).isEqualTo(score.steps());
        assertThat(confusion.steps(Event.NOTE_ON)).isEqualTo(score.noteOns().steps());
        assertThat(confusion.count(Event.NOTE_ON, Guess.SAME_NOTE))
                .isEqualTo(score.noteOns().hits());
        assertThat(confusion.count(Event.NOTE_OFF, Guess.NOTE_OFF))
                .isEqualTo(score.noteOffs().hits());
        assertThat(confusion.count(Event.NO_EVENT, Guess.NO_EVENT))
                .isEqualTo(score.noEvents().hits());
    }
}
