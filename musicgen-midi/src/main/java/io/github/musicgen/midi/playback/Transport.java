package io.github.musicgen.midi.playback;

import java.util.List;
import javax.sound.midi.MidiMessage;
import javax.sound.midi.Receiver;
import org.jspecify.annotations.Nullable;

/**
 * Where the music is and what the receiver must be sent for it. It has no clock and no thread: every call says what time it is,
 * in nanoseconds since anything. Not safe for several threads.
 */
final class Transport {
    /** What {@link #advance} returns when there is nothing to wait for. */
    static final long IDLE = Long.MAX_VALUE;

    /** Shorter loops would keep a thread busy with nothing but their preamble. */
    static final long SHORTEST_LOOP_NANOS = 10_000_000;

    private static final long AT_ONCE = -1;

    private final Timeline timeline;
    private final Receiver receiver;
    private final Chase chase;
    private final Sounding sounding = new Sounding();

    private int next;
    private long anchorMusic; // nanoseconds of music at the time anchorClock, at the tempos of the piece
    private long anchorClock;
    private double tempoFactor = 1;
    private boolean playing;
    private boolean stateUnknown; // to the receiver, since the position was changed or the pedals were let go
    private @Nullable Loop loop;

    Transport(Timeline timeline, Receiver receiver) {
        this.timeline = timeline;
        this.receiver = receiver;
        this.chase = new Chase(timeline.cues());
    }

    /** A region that is played again and again, with what the receiver is told each time before it begins. */
    private record Loop(long start, long end, int firstCue, List<MidiMessage> preamble) {}

    boolean isPlaying() {
        return playing;
    }

    /** Begins, or goes on. What has ended begins anew. */
    void start(long now) {
        if (playing) {
            return;
        }
        if (anchorMusic >= timeline.nanosAt(timeline.endTick())) {
            seek(0, now);
        }
        if (stateUnknown) {
            tellState(chase.before(next));
        }
        anchorClock = now;
        playing = true;
    }

    void pause(long now) {
        if (playing) {
            stopAt(musicAt(now));
        }
    }

    private void stopAt(long music) {
        anchorMusic = music;
        playing = false;
        letGo();
    }

    /** Stops and sends nothing: the receiver listens no more. */
    void abandon(long now) {
        anchorMusic = musicAt(now);
        playing = false;
        stateUnknown = true;
        sounding.release();
    }

    void seek(long tick, long now) {
        letGo();
        moveTo(timeline.indexOf(tick), timeline.nanosAt(tick), now);
        if (playing) {
            tellState(chase.before(next));
        }
    }

    void loop(long startTick, long endTick, long now) {
        long start = timeline.nanosAt(startTick);
        long end = timeline.nanosAt(endTick);
        if (end - start < SHORTEST_LOOP_NANOS) {
            throw new IllegalArgumentException("a loop must last " + SHORTEST_LOOP_NANOS / 1e9
                    + " seconds or longer, but lasts " + (end - start) / 1e9);
        }
        // What lies before this moment was not played in the loop.
        anchorMusic = musicAt(now);
        anchorClock = now;
        int firstCue = timeline.indexOf(startTick);
        loop = new Loop(start, end, firstCue, chase.before(firstCue));
    }

    void endLoop() {
        loop = null;
    }

    void tempoFactor(double factor, long now) {
        anchorMusic = musicAt(now);
        anchorClock = now;
        tempoFactor = factor;
    }

    long tick(long now) {
        return timeline.tickAt(musicAt(now));
    }

    double seconds(long now) {
        return musicAt(now) / 1e9;
    }

    /**
     * Sends what is due.
     *
     * @return after how many nanoseconds to call again, or {@link #IDLE}
     */
    long advance(long now) {
        if (!playing) {
            return IDLE;
        }
        if (loop != null && musicAt(now) >= loop.end) {
            sendBefore(loop.end);
            repeat(loop, now);
        }
        long music = musicAt(now);
        sendBefore(music + 1);
        long end = timeline.nanosAt(timeline.endTick());
        if (loop == null && music >= end) {
            stopAt(end);
            return IDLE;
        }
        return (long) Math.ceil((nextDue() - music) / tempoFactor);
    }

    /** Goes back to the start of the loop, and as far into it as the call came late; several rounds late are one. */
    private void repeat(Loop region, long now) {
        boolean ranThere = anchorMusic < region.end;
        long late = ranThere ? (musicAt(now) - region.end) % (region.end - region.start) : 0;
        letGo();
        moveTo(region.firstCue, region.start + late, now);
        tellState(region.preamble);
    }

    private void sendBefore(long music) {
        List<Cue> cues = timeline.cues();
        while (next < cues.size() && timeline.nanosAt(cues.get(next).tick()) < music) {
            send(cues.get(next++).message());
        }
    }

    private long nextDue() {
        List<Cue> cues = timeline.cues();
        long boundary = loop != null ? loop.end : timeline.nanosAt(timeline.endTick());
        return next < cues.size()
                ? Math.min(boundary, timeline.nanosAt(cues.get(next).tick()))
                : boundary;
    }

    private void moveTo(int cue, long music, long now) {
        next = cue;
        anchorMusic = music;
        anchorClock = now;
        stateUnknown = true;
    }

    private long musicAt(long now) {
        if (!playing) {
            return anchorMusic;
        }
        long music = anchorMusic + Math.round((now - anchorClock) * tempoFactor);
        return loop != null ? music : Math.min(music, timeline.nanosAt(timeline.endTick()));
    }

    private void tellState(List<MidiMessage> messages) {
        messages.forEach(this::send);
        stateUnknown = false;
    }

    private void letGo() {
        sounding.release().forEach(message -> {
            receiver.send(message, AT_ONCE);
            stateUnknown = true;
        });
    }

    private void send(MidiMessage message) {
        sounding.sent(message);
        receiver.send(message, AT_ONCE);
    }
}
