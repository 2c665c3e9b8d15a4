package io.github.musicgen.examples.cli.jam;

import io.github.musicgen.examples.cli.output.Failures;
import java.io.IOException;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * A jam in time: when somebody pauses, the model answers on the next beat of the pulse that the first note of the call began. Who
 * plays into an answer ends it.
 */
final class LiveJam {
    private static final long LONGEST_WAIT = TimeUnit.HOURS.toMicros(1);

    private final Partner partner;
    private final Pulse pulse;
    private final Ear ear;
    private final JamRecord record;
    private final JamSound sound;
    private final JamTalk talk;
    private final boolean through;

    private long began = Ear.NEVER;
    private int answers;
    private Heard.@Nullable Off release; // of a key that cannot tell when it goes up

    /**
     * A jam.
     *
     * @param partner who answers
     * @param pauseBeats how long a pause ends a call
     * @param record where all is written down
     * @param sound where it is heard
     * @param talk where it is told
     * @param through whether keys that were heard sound here
     */
    LiveJam(Partner partner, double pauseBeats, JamRecord record, JamSound sound, JamTalk talk, boolean through) {
        this.partner = partner;
        this.pulse = partner.pulse();
        this.ear = new Ear(pulse, pauseBeats);
        this.record = record;
        this.sound = sound;
        this.talk = talk;
        this.through = through;
    }

    /** Plays until somebody ends it, or there are enough answers; the last one is played to its end. */
    void run(BlockingQueue<Heard> queue, LongSupplier clock, int mostAnswers) throws IOException, InterruptedException {
        long next = due(clock.getAsLong());
        while (answers < mostAnswers) {
            long wait = next == Ear.NEVER ? LONGEST_WAIT : Math.min(LONGEST_WAIT, next - clock.getAsLong());
            @Nullable Heard heard = queue.poll(Math.max(0, wait), TimeUnit.MICROSECONDS);
            if (heard instanceof Heard.End) {
                return;
            }
            if (heard != null) {
                hear(heard);
            }
            next = due(clock.getAsLong());
        }
        sound.awaitEnd();
    }

    int answers() {
        return answers;
    }

    /** Takes in what was played. */
    void hear(Heard heard) {
        if (heard instanceof Heard.Struck key) {
            long eighth = pulse.microsecondsAt(Math.max(1, pulse.stepsPerQuarter() / 2));
            letGo(key.microseconds());
            down(new Heard.On(key.microseconds(), key.pitch(), StepNote.VELOCITY));
            release = new Heard.Off(key.microseconds() + eighth, key.pitch());
        } else if (heard instanceof Heard.On key) {
            down(key);
        } else if (heard instanceof Heard.Off key) {
            up(key);
        }
    }

    /**
     * Does what is due.
     *
     * @return when to come back, if nothing is heard before
     */
    long due(long now) throws IOException {
        if (release != null && release.microseconds() <= now) {
            letGo(release.microseconds());
        }
        if (ear.overAt() <= now) {
            answer(now);
        }
        return release == null ? ear.overAt() : release.microseconds();
    }

    private void letGo(long now) {
        if (release != null) {
            Heard.Off key = release;
            release = null;
            up(new Heard.Off(Math.min(now, key.microseconds()), key.pitch()));
        }
    }

    private void down(Heard.On key) {
        if (ear.isEmpty()) {
            sound.stop();
        }
        if (through) {
            sound.on(key.pitch(), key.velocity());
        }
        ear.on(key);
    }

    private void up(Heard.Off key) {
        if (through) {
            sound.off(key.pitch());
        }
        ear.off(key);
    }

    private void answer(long now) throws IOException {
        long origin = ear.origin();
        began = Math.min(began, origin);
        Answer answer = answered(ear.take(), pulse.stepAt(now - origin));
        answers++;
        sound.play(answer.notes(), Math.max(0, now - origin));
        talk.tell(answer);
        record.add(answer, pulse.stepAt(origin - began));
    }

    private Answer answered(Call call, int now) throws IOException {
        try {
            return partner.answer(call, pulse.beatFrom(Math.max(now + 1, call.endStep())));
        } catch (IllegalArgumentException refused) {
            throw new IOException(Failures.oneLine(String.valueOf(refused.getMessage())), refused);
        }
    }
}
