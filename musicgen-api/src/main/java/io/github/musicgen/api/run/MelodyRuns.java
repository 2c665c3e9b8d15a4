package io.github.musicgen.api.run;

import io.github.musicgen.api.melodyrnn.MelodyRnn;
import io.github.musicgen.api.melodyrnn.MelodyRnnBatch;
import io.github.musicgen.api.melodyrnn.MelodyRnnState;
import java.util.List;

/** Continuations that grow together: the network takes each step for all of them at once. Owned by one thread at a time. */
public final class MelodyRuns {
    private final MelodyRnn model;
    private final MelodyRnnBatch batch;
    private final MelodyRnnState[] states; // [most], those that are fed next
    private final int[] events; // [most]
    private int count;

    /**
     * Makes room.
     *
     * @param model the model of all of them
     * @param most how many they are at most
     */
    public MelodyRuns(MelodyRnn model, int most) {
        this.model = model;
        this.batch = model.batch(most);
        this.states = new MelodyRnnState[most];
        this.events = new int[most];
    }

    /**
     * Lets the model hear primers, each in a run of its own.
     *
     * @param primers what will be continued
     * @return the model after each primer
     */
    public List<MelodyRnnState> hear(List<Primer> primers) {
        List<MelodyRnnState> heard =
                primers.stream().map(primer -> model.start()).toList();
        int longest = primers.stream()
                .mapToInt(primer -> primer.shown().length())
                .max()
                .orElse(0);
        for (int step = 0; step < longest; step++) {
            for (int i = 0; i < primers.size(); i++) {
                if (step < primers.get(i).shown().length()) {
                    enqueue(heard.get(i), primers.get(i).shown().event(step));
                }
            }
            feed();
        }
        return heard;
    }

    /**
     * Takes a step in each run.
     *
     * @param runs runs of the model
     */
    public void step(List<MelodyRun> runs) {
        count = 0;
        for (int i = 0; i < runs.size(); i++) { // an iterator would be made for each step
            MelodyRun run = runs.get(i);
            if (run.owesEvent()) {
                enqueue(run.state(), run.takeOwedEvent());
            }
        }
        feed();
        for (int i = 0; i < runs.size(); i++) {
            runs.get(i).step();
        }
    }

    private void enqueue(MelodyRnnState state, int event) {
        states[count] = state;
        events[count] = event;
        count++;
    }

    private void feed() {
        batch.feed(states, events, count);
        count = 0;
    }
}
