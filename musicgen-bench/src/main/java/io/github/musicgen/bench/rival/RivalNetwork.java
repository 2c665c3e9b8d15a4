package io.github.musicgen.bench.rival;

/** A network as a rival runs it, one step at a time; it carries its state itself, from zeros on. */
public interface RivalNetwork extends AutoCloseable {
    /**
     * Runs the network on what it is shown of the last event.
     *
     * @param input as the model's encoding writes it // [inputSize]
     * @return the score of each class, before the softmax; good until the next step // [classCount]
     */
    float[] step(float[] input);

    @Override
    void close();
}
