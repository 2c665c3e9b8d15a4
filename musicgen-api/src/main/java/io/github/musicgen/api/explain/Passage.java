package io.github.musicgen.api.explain;

import io.github.musicgen.representation.time.MeterMap;

/**
 * What is seen of the music.
 *
 * @param from where it begins
 * @param to where it ends
 */
record Passage(long from, long to) {

    /**
     * The bars of the continuation, and those before it: as many again, or all that the model looked back on. A primer that is much
     * longer would leave it no room.
     */
    static Passage of(Explanation explanation) {
        long before = 2 * explanation.startTick() - explanation.endTick();
        for (ExplainedStep step : explanation.steps()) {
            long inMelody = (long) explanation.stepsBefore() + step.index();
            before = Math.min(
                    before, explanation.tickOf(inMelody - step.attention().size()));
            if (step.repeatOf().isPresent()) {
                before = Math.min(before, explanation.tickOf(step.repeatOf().getAsInt()));
            }
        }
        MeterMap bars = explanation.music().meterMap();
        long to = explanation.endTick();
        return new Passage(
                bars.barStart(bars.barAt(Math.max(0, before))), Math.max(to, bars.barStart(bars.barAt(to - 1) + 1)));
    }
}
