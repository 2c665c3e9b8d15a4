package io.github.musicgen.models.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.musicgen.models.training.TrainingProgress;
import io.github.musicgen.models.training.course.TrainingStep;
import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

class TrainingConsoleTest {
    private final StringWriter said = new StringWriter();
    private final PrintWriter out = new PrintWriter(said);

    @Test
    void elsewhere_itSaysALineForEachEpoch() {
        TrainingConsole console = TrainingConsole.of(out, false);

        console.step(new TrainingStep(1, 1, 10, 1.5, 9));
        console.epoch(Histories.epoch(1));

        assertThat(said)
                .asString()
                .matches("epoch 1  learned 1\\.3367, held out [0-9.]+ nats  steps [0-9.]+ %, "
                        + "events [0-9.]+ %  1:02  best\\R");
    }

    @Test
    void onATerminal_itWritesOverItsLine_andLeavesNothingOfIt() {
        TrainingConsole console = TrainingConsole.of(out, true);

        console.step(new TrainingStep(1, 9, 10, 1.5, 4000));
        console.step(new TrainingStep(1, 10, 10, 1.25, 0));

        String first = "epoch 1  9/10  1.5000 nats  1:06:40 left";
        String second = "epoch 1  10/10  1.2500 nats  0:00 left";
        assertThat(said).hasToString("\r" + first + "\r" + second + "  ");
    }

    @Test
    void onATerminal_theEpochTakesThePlaceOfItsBatches() {
        TrainingConsole console = TrainingConsole.of(out, true);

        console.epoch(Histories.epoch(1));
        console.step(new TrainingStep(2, 1, 10, 1.5, 9));

        assertThat(said.toString().split("[\\r\\n]+"))
                .satisfiesExactly(
                        nothing -> assertThat(nothing).isEmpty(),
                        epoch ->
                                assertThat(epoch).startsWith("epoch 1  learned").endsWith("best"),
                        batch -> assertThat(batch)
                                .startsWith("epoch 2  1/10  1.5000 nats  events ")
                                .endsWith("  0:09 left"));
    }

    @Test
    void close_endsTheLineInWhichTrainingStopped_andNoOther() {
        try (TrainingConsole console = TrainingConsole.of(out, true)) {
            console.epoch(Histories.epoch(1));
            console.step(new TrainingStep(2, 1, 10, 1.5, 9));
        }
        out.print("musicgen: stopped");
        assertThat(said.toString().split(System.lineSeparator()))
                .satisfiesExactly(
                        epoch -> assertThat(epoch).contains("epoch 1  learned"),
                        batch -> assertThat(batch).contains("epoch 2  1/10"),
                        error -> assertThat(error).isEqualTo("musicgen: stopped"));

        StringWriter ended = new StringWriter();
        try (TrainingConsole console = TrainingConsole.of(new PrintWriter(ended), true)) {
            console.epoch(Histories.epoch(1));
        }
        assertThat(ended.toString().split(System.lineSeparator())).hasSize(1);
    }

    @Test
    void aTrainingThatGoesOn_remembersItsBest() {
        TrainingConsole console = TrainingConsole.of(out, false);

        console.start(Histories.ofEpochs(16));
        console.epoch(Histories.epoch(1));

        assertThat(said.toString().lines())
                .satisfiesExactly(
                        line -> assertThat(line).startsWith("goes on after epoch 16, best so far 0."),
                        line -> assertThat(line).doesNotEndWith("best"));
    }

    @Test
    void several_areToldTheSame() {
        StringWriter other = new StringWriter();
        TrainingProgress both =
                TrainingProgress.all(TrainingConsole.of(out, true), TrainingConsole.of(new PrintWriter(other), true));

        both.start(Histories.ofEpochs(2));
        both.step(new TrainingStep(3, 1, 10, 1.5, 9));
        both.epoch(Histories.epoch(3));

        assertThat(said).hasToString(other.toString());
        assertThat(said.toString()).contains("goes on").contains("1/10").contains("epoch 3  learned");
    }
}
