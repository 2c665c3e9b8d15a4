package io.github.musicgen.examples.game;

import io.github.musicgen.midi.MidiWriter;
import java.io.IOException;
import java.util.Optional;

/** Plays without a window or sound, steered by the autopilot, and tells what the music cost. */
record HeadlessRun(
        int frames,
        int bars,
        int lateBars,
        int notes,
        int levels,
        SliceTimes.Summary elapsed,
        Optional<SliceTimes.Summary> composing,
        SliceTimes.Summary worked) {
    static HeadlessRun play(GameOptions options, int frames) throws IOException {
        SliceTimes times = new SliceTimes(frames);
        GameLoop game = GameLoop.load(options.seed(), Game.workshop(options.thread()), new Silence(), times);
        try (game) {
            Pace pace = new Pace();
            for (int frame = 0; frame < frames; frame++) {
                if (options.paced()) {
                    pace.await(frame);
                }
                game.frame(Autopilot::steer);
            }
        }
        if (options.midi().isPresent()) {
            MidiWriter.write(game.score().toNoteSequence(), options.midi().get());
        }
        return new HeadlessRun(
                frames,
                game.soundtrack().bars(),
                game.soundtrack().lateBars(),
                game.score().notes().size(),
                game.world().level().number() + 1,
                times.elapsed(),
                times.composing(),
                times.worked());
    }

    @Override
    public String toString() {
        return """
                %d frames, level %d reached: %d bars, %d of them late, %d notes
                music in each frame, by the clock:      %s
                music in each frame, of the processor:  %s
                where a bar was composed, by the clock: %s""".formatted(
                        frames,
                        levels,
                        bars,
                        lateBars,
                        notes,
                        elapsed,
                        worked,
                        composing.map(SliceTimes.Summary::toString).orElse("in no frame, but on another thread"));
    }
}
