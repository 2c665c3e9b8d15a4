package io.github.musicgen.representation.sequence;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.musicgen.representation.testing.MusicArbitraries;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class SustainPedalLawsTest {
    @Property(tries = 300)
    void applied_isWhatPlayingTickByTickGives(@ForAll("short") NoteSequence sequence) {
        NoteSequence applied = sequence.applySustainPedal();
        for (int i = 0; i < sequence.parts().size(); i++) {
            Part part = sequence.parts().get(i);
            List<Note> expected = part.drums() ? part.notes() : played(part, sequence.endTick());
            assertThat(applied.parts().get(i).notes()).isEqualTo(expected);
        }
    }

    @Property(tries = 200)
    void applied_twice_isAppliedOnce(@ForAll("short") NoteSequence sequence) {
        NoteSequence applied = sequence.applySustainPedal();
        assertThat(applied.applySustainPedal()).isEqualTo(applied);
    }

    private static List<Note> played(Part part, long endTick) {
        List<Note> result = new ArrayList<>();
        for (Note note : part.notes()) {
            long tick = note.startTick();
            while (!endsAt(tick, note, part, endTick)) {
                tick++;
            }
            result.add(note.withTicks(note.startTick(), tick));
        }
        return result.stream().sorted().toList();
    }

    private static boolean endsAt(long tick, Note note, Part part, long endTick) {
        boolean struckAgain = tick > note.startTick()
                && isDown(part, tick, endTick)
                && part.notes().stream().anyMatch(other -> other.pitch() == note.pitch() && other.startTick() == tick);
        boolean released = tick >= note.endTick() && !isDown(part, tick, endTick);
        boolean lifted = tick > note.endTick() && isLifted(part, tick);
        return struckAgain || released || lifted || tick == endTick;
    }

    /** The pedal after all its events at a tick; where the music ends it is up. */
    private static boolean isDown(Part part, long tick, long endTick) {
        boolean down = false;
        for (ControlChange change : part.controlChanges()) {
            if (change.controller() == 64 && change.tick() <= tick) {
                down = change.value() >= 64;
            }
        }
        return down && tick < endTick;
    }

    private static boolean isLifted(Part part, long tick) {
        return part.controlChanges().stream()
                .anyMatch(change -> change.controller() == 64 && change.tick() == tick && change.value() < 64);
    }

    @Provide("short")
    Arbitrary<NoteSequence> shortSequences() {
        return MusicArbitraries.sequences(3);
    }
}
