package io.github.musicgen.examples.web.line;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.musicgen.api.Generator;
import io.github.musicgen.representation.melody.Melody;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class LineTest {
    private static final int STEPS = 64;
    private static final Generator GENERATOR = Generator.load("folk");

    @Provide
    Arbitrary<List<LineNote>> played() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, 127),
                        Arbitraries.integers().between(0, STEPS - 10),
                        Arbitraries.integers().between(1, 10))
                .as((pitch, start, length) -> new LineNote(pitch, 90, start, start + length))
                .list()
                .ofMaxSize(30);
    }

    @Property
    void line_hasOneNoteAtATime_eachOfThemPlayed(@ForAll("played") List<LineNote> played) {
        List<LineNote> line = Line.of(played).notes();
        for (int i = 1; i < line.size(); i++) {
            assertThat(line.get(i).start())
                    .isGreaterThanOrEqualTo(line.get(i - 1).end());
        }
        assertThat(line)
                .allMatch(note -> played.stream()
                        .anyMatch(each -> each.pitch() == note.pitch()
                                && each.start() == note.start()
                                && each.end() >= note.end()));
    }

    @Property
    void line_hasTheHighestOfNotesStruckTogether(@ForAll("played") List<LineNote> played) {
        Line line = Line.of(played);
        for (LineNote note : line.notes()) {
            assertThat(played).noneMatch(each -> each.start() == note.start() && each.pitch() > note.pitch());
        }
        assertThat(line.notes().stream().map(LineNote::start))
                .containsExactlyElementsOf(
                        played.stream().map(LineNote::start).distinct().sorted().toList());
    }

    @Property
    void line_asMelodyAndBack_isTheSame(@ForAll("played") List<LineNote> played) {
        Line line = Line.of(played);
        assertThat(Line.of(line.melody(STEPS), 90)).isEqualTo(line);
    }

    @Property
    void until_isWhatSoundsBefore(@ForAll("played") List<LineNote> played) {
        Line line = Line.of(played);
        Line cut = line.until(20);
        assertThat(IntStream.range(0, STEPS).mapToObj(step -> sounding(cut, step)))
                .containsExactlyElementsOf(IntStream.range(0, STEPS)
                        .mapToObj(step -> step < 20 ? sounding(line, step) : Optional.<Integer>empty())
                        .toList());
    }

    private static Optional<Integer> sounding(Line line, int step) {
        return line.notes().stream()
                .filter(note -> note.start() <= step && step < note.end())
                .map(LineNote::pitch)
                .findFirst();
    }

    @Property(tries = 50)
    void primerMusic_isContinuedWhereItIsSaid(@ForAll("played") List<LineNote> played) {
        Line line = Line.of(played);
        if (!line.isSilent()) {
            Melody melody = GENERATOR
                    .continuing(PrimerMusic.of(line, STEPS, 100))
                    .steps(1)
                    .generate()
                    .melody();
            assertThat(melody.startStep()).isEqualTo(STEPS);
        }
    }
}
