package io.github.musicgen.examples.cli.jam;

import io.github.musicgen.api.Generation;
import io.github.musicgen.api.Generator;
import io.github.musicgen.api.MelodyRequest;
import io.github.musicgen.representation.sequence.Note;
import io.github.musicgen.representation.sequence.NoteSequence;
import io.github.musicgen.representation.sequence.Part;
import java.util.List;
import java.util.function.UnaryOperator;

/** Answers calls with a model. The first answer is drawn from the seed, the next one from the next seed, and so on. */
final class Partner {
    private final Generator generator;
    private final Pulse pulse;
    private final int bars;
    private final UnaryOperator<MelodyRequest> style;
    private long nextSeed;

    /**
     * A partner.
     *
     * @param generator the model
     * @param pulse how fast the jam goes
     * @param bars how long an answer is
     * @param seed what the first answer is drawn from
     * @param style what else is said to each request
     */
    Partner(Generator generator, Pulse pulse, int bars, long seed, UnaryOperator<MelodyRequest> style) {
        this.generator = generator;
        this.pulse = pulse;
        this.bars = bars;
        this.nextSeed = seed;
        this.style = style;
    }

    String name() {
        return generator.bundle().card().id();
    }

    Pulse pulse() {
        return pulse;
    }

    /**
     * Answers.
     *
     * @param call what was played
     * @param start the step from which on the answer may sound: until then the model is silent, and knows it
     */
    Answer answer(Call call, int start) {
        int silence = Math.max(0, start - call.endStep());
        int steps = silence + bars * pulse.stepsPerBar();
        MelodyRequest request =
                style.apply(generator.continuing(music(call))).steps(steps).seed(nextSeed++);
        for (int step = 0; step < silence; step++) {
            request = request.resting(step);
        }
        Generation made = request.generate();
        List<StepNote> notes = made.whole().parts().get(0).notes().stream()
                .filter(note -> note.startTick() >= made.recipe().startTick())
                .map(Partner::onSteps)
                .toList();
        return new Answer(call, notes, call.endStep() + silence, call.endStep() + steps, made.seed());
    }

    private NoteSequence music(Call call) {
        Part.Builder part = Part.builder("You");
        call.notes()
                .forEach(note -> part.note(
                        note.pitch(), note.velocity(), JamRecord.tick(note.start()), JamRecord.tick(note.end())));
        return NoteSequence.builder(JamRecord.tick(pulse.stepsPerQuarter()))
                .tempo(pulse.tempo())
                .part(part.build())
                .build();
    }

    private static StepNote onSteps(Note note) {
        return new StepNote(
                note.pitch(), note.velocity(), JamRecord.step(note.startTick()), JamRecord.step(note.endTick()));
    }
}
