package io.github.musicgen.representation.sequence;

import static io.github.musicgen.representation.sequence.Seconds.control;
import static io.github.musicgen.representation.sequence.Seconds.note;
import static io.github.musicgen.representation.sequence.Seconds.part;
import static io.github.musicgen.representation.sequence.Seconds.tick;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.musicgen.representation.sequence.KeySignature.Mode;
import io.github.musicgen.representation.time.Tempo;
import io.github.musicgen.representation.time.Ticks;
import io.github.musicgen.representation.time.TimeSignature;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Notes are those that note-seq's tests expect of the same sequences. */
class ConcatenateTest {
    private static NoteSequence concatenated(NoteSequence... sequences) {
        return NoteSequence.concatenate(List.of(sequences));
    }

    private static NoteSequence barOf(Part part) {
        return Seconds.music().part(part).endTick(tick(4)).build();
    }

    private static List<ControlChange> controls(Part... parts) {
        NoteSequence[] bars =
                List.of(parts).stream().map(ConcatenateTest::barOf).toArray(NoteSequence[]::new);
        return concatenated(bars).parts().get(0).controlChanges();
    }

    @Test
    void sequences_followOneAnother() {
        NoteSequence first = Seconds.music(part(note(60, 100, 0.0, 1.0), note(72, 100, 0.5, 1.5)));
        NoteSequence second = Seconds.music(part(note(59, 100, 0.0, 1.0), note(71, 100, 0.5, 1.5)));
        assertThat(concatenated(first, second).parts())
                .containsExactly(part(
                        note(60, 100, 0.0, 1.0),
                        note(72, 100, 0.5, 1.5),
                        note(59, 100, 1.5, 2.5),
                        note(71, 100, 2.0, 3.0)));
    }

    @Test
    void sequences_thatEndInSilence_keepIt() {
        NoteSequence first = Seconds.music()
                .part(part(note(60, 100, 0.0, 1.0), note(72, 100, 0.5, 1.5)))
                .endTick(tick(2))
                .build();
        NoteSequence second = Seconds.music()
                .part(part(note(59, 100, 0.0, 1.0)))
                .endTick(tick(1.5))
                .build();
        NoteSequence third = Seconds.music()
                .part(part(note(72, 100, 0.0, 1.0), note(73, 100, 0.5, 1.5)))
                .endTick(tick(2))
                .build();
        NoteSequence all = concatenated(first, second, third);
        assertThat(all.parts())
                .containsExactly(part(
                        note(60, 100, 0.0, 1.0),
                        note(72, 100, 0.5, 1.5),
                        note(59, 100, 2.0, 3.0),
                        note(72, 100, 3.5, 4.5),
                        note(73, 100, 4.0, 5.0)));
        assertThat(all.endTick()).isEqualTo(tick(5.5));
    }

    @Test
    void one_isItself() {
        Part restating = Part.builder("")
                .controlChange(0, 7, 100)
                .controlChange(0, 7, 100)
                .pitchBend(0, 0)
                .build();
        NoteSequence sequence = Seconds.music()
                .title("Song")
                .part(restating)
                .part(restating)
                .keySignature(0, 0, Mode.MAJOR)
                .chordSymbol(0, "C")
                .chordSymbol(0, "C")
                .marker(0, "A")
                .build();
        assertThat(concatenated(sequence)).isEqualTo(sequence);
    }

    @Test
    void none_isRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> NoteSequence.concatenate(List.of()))
                .withMessage("sequences to put together must be 1 or more, but were 0");
    }

    @Test
    void moreThanTheLastTick_isRefused() {
        NoteSequence long1 = NoteSequence.builder(96).endTick(Ticks.MAX).build();
        NoteSequence long2 = NoteSequence.builder(96).endTick(1).build();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> concatenated(long1, long2))
                .withMessage("end of the music put together must be 0..274877906944 ticks, but was 274877906945");
    }

    @Test
    void parts_ofOneKind_becomeOne_inTheirOrder() {
        Part flute = Part.builder("Flute").program(73).note(60, 100, 0, 1).build();
        Part drums = Part.builder("Drums").drums(true).note(36, 100, 0, 1).build();
        Part violin1 = Part.builder("Violin").program(40).note(72, 100, 0, 1).build();
        Part violin2 = violin1.withNotes(List.of(new Note(64, 100, 0, 1)));
        NoteSequence first = Seconds.music(flute, violin1, violin2);
        NoteSequence second = Seconds.music(
                drums, violin1, flute, violin2.toBuilder().program(41).build());
        assertThat(concatenated(first, second).parts())
                .containsExactly(
                        flute.toBuilder().note(60, 100, 1, 2).build(),
                        violin1.toBuilder().note(72, 100, 1, 2).build(),
                        violin2,
                        drums.withNotes(List.of(new Note(36, 100, 1, 2))),
                        violin2.toBuilder().program(41).build().withNotes(List.of(new Note(64, 100, 1, 2))));
    }

    @Test
    void resolutions_meetInTheLeastThatIsExact() {
        NoteSequence two = NoteSequence.builder(2).marker(1, "half").endTick(2).build();
        NoteSequence three =
                NoteSequence.builder(3).marker(1, "third").endTick(3).build();
        NoteSequence both = concatenated(two, three);
        assertThat(both.ticksPerQuarter()).isEqualTo(6);
        assertThat(both.markers()).containsExactly(new Marker(3, "half"), new Marker(8, "third"));
        assertThat(both.endTick()).isEqualTo(12);
    }

    @Test
    void resolutions_withoutACommonOne_takeTheFinest() {
        NoteSequence coarse = NoteSequence.builder(10_007).endTick(4 * 10_007).build();
        NoteSequence fine = NoteSequence.builder(32_767).endTick(4 * 32_767).build();
        assertThat(concatenated(coarse, fine))
                .isEqualTo(NoteSequence.builder(32_767).endTick(8 * 32_767).build());
    }

    @Test
    void tempos_comeWithTheirSequence_unlessTheyHoldAlready() {
        NoteSequence fast = Seconds.music().tempo(tick(1), 120).endTick(tick(4)).build();
        assertThat(concatenated(fast, fast).tempoMap().tempos())
                .containsExactly(
                        Tempo.ofQuartersPerMinute(0, 60),
                        Tempo.ofQuartersPerMinute(tick(1), 120),
                        Tempo.ofQuartersPerMinute(tick(4), 60),
                        Tempo.ofQuartersPerMinute(tick(5), 120));
        NoteSequence slow = Seconds.music().endTick(tick(4)).build();
        assertThat(concatenated(slow, slow, slow).tempoMap().tempos()).hasSize(1);
    }

    @Test
    void meters_comeWithTheirSequence_unlessTheyHoldAlreadyAndABarBeginsThere() {
        NoteSequence fullBar = Seconds.music().endTick(tick(4)).build();
        NoteSequence shortBar = Seconds.music().endTick(tick(3)).build();
        NoteSequence waltz =
                Seconds.music().timeSignature(0, 3, 4).endTick(tick(3)).build();
        assertThat(concatenated(fullBar, waltz, waltz, shortBar, fullBar)
                        .meterMap()
                        .timeSignatures())
                .containsExactly(
                        new TimeSignature(0, 4, 4),
                        new TimeSignature(tick(4), 3, 4),
                        new TimeSignature(tick(10), 4, 4),
                        new TimeSignature(tick(13), 4, 4));
    }

    @Test
    void keysAndChords_thatHoldAlready_areNotStatedAgain() {
        NoteSequence bar = Seconds.music()
                .keySignature(0, 2, Mode.MAJOR)
                .chordSymbol(0, "D")
                .endTick(tick(4))
                .build();
        NoteSequence other = bar.toBuilder().chordSymbol(tick(2), "A7").build();
        NoteSequence all = concatenated(bar, other, bar);
        assertThat(all.keySignatures()).containsExactly(new KeySignature(0, 2, Mode.MAJOR));
        assertThat(all.chordSymbols())
                .containsExactly(
                        new ChordSymbol(0, "D"), new ChordSymbol(tick(6), "A7"), new ChordSymbol(tick(8), "D"));
    }

    @Test
    void aChord_endsWithItsSequence() {
        NoteSequence bar =
                Seconds.music().chordSymbol(tick(2), "D").endTick(tick(4)).build();
        assertThat(concatenated(bar, bar).chordSymbols())
                .containsExactly(
                        new ChordSymbol(tick(2), "D"),
                        new ChordSymbol(tick(4), ChordSymbol.NO_CHORD),
                        new ChordSymbol(tick(6), "D"));
    }

    @Test
    void aPedal_leftDown_isLiftedBeforeTheNextSequence() {
        Part pressed = Part.builder("")
                .controlChange(tick(1), 64, 127)
                .controlChange(tick(1), 7, 90)
                .build();
        Part quiet = Part.builder("").build();
        assertThat(controls(pressed, quiet, quiet))
                .containsExactly(control(1, 64, 127), control(1, 7, 90), control(4, 64, 0));
        assertThat(controls(pressed, pressed))
                .containsExactly(
                        control(1, 64, 127),
                        control(1, 7, 90),
                        control(4, 64, 0),
                        control(5, 64, 127),
                        control(5, 7, 90));
    }

    @Test
    void aPedal_thatTheNextSequenceSetsItself_isLeftToIt() {
        Part pressed = Part.builder("").controlChange(tick(1), 64, 127).build();
        Part holding = Part.builder("")
                .controlChange(0, 64, 127)
                .controlChange(tick(1), 64, 0)
                .build();
        assertThat(controls(pressed, holding)).containsExactly(control(1, 64, 127), control(5, 64, 0));
    }

    @Test
    void aPedal_ofAPartThatIsThenSilent_isLiftedWhereItsSequenceEnds() {
        Part pressed = Part.builder("Piano").controlChange(tick(1), 64, 127).build();
        NoteSequence all = concatenated(barOf(pressed), barOf(part()), barOf(part()), barOf(pressed));
        assertThat(all.parts().get(0).controlChanges())
                .containsExactly(control(1, 64, 127), control(4, 64, 0), control(13, 64, 127));
    }

    @Test
    void controllersAtRest_areThoseOfResetAllControllers() {
        Part.Builder moved = Part.builder("");
        for (int controller = 0; controller < 120; controller++) {
            moved.controlChange(0, controller, 5);
        }
        List<ControlChange> changes = controls(moved.build(), Part.builder("").build());
        assertThat(changes.subList(120, changes.size()))
                .containsExactly(
                        control(4, 1, 0),
                        control(4, 11, 127),
                        control(4, 64, 0),
                        control(4, 65, 0),
                        control(4, 66, 0),
                        control(4, 67, 0));
    }

    @Test
    void pitchBends_endWithTheirSequence() {
        Part bent = Part.builder("").pitchBend(tick(3), 500).build();
        Part bentAtOnce = Part.builder("").pitchBend(0, 500).build();
        assertThat(concatenated(barOf(bent), barOf(part()), barOf(bent), barOf(bentAtOnce))
                        .parts()
                        .get(0)
                        .pitchBends())
                .containsExactly(new PitchBend(tick(3), 500), new PitchBend(tick(4), 0), new PitchBend(tick(11), 500));
    }

    /** Dropping the second data entry, whose value is the one before, would leave parameter 0 with the value of parameter 1. */
    @Test
    void dataEntry_isStatedAgainUnlessAllItsParametersHoldAlready() {
        Part two = Part.builder("")
                .controlChange(0, 101, 0)
                .controlChange(0, 100, 0)
                .controlChange(0, 6, 12)
                .controlChange(0, 100, 1)
                .controlChange(0, 6, 64)
                .build();
        Part other = Part.builder("")
                .controlChange(0, 101, 0)
                .controlChange(0, 100, 0)
                .controlChange(0, 6, 64)
                .build();
        assertThat(controls(two, two)).isEqualTo(two.controlChanges());
        assertThat(controls(two, other)).hasSize(8).endsWith(control(4, 101, 0), control(4, 100, 0), control(4, 6, 64));
    }
}
