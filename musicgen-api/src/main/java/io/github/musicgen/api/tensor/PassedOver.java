package io.github.musicgen.api.tensor;

/**
 * Something in a file that no model needs to run.
 *
 * @param name what the file calls it
 * @param reason why it was passed over, such as {@code optimizer slot} or {@code type DT_INT64}
 */
public record PassedOver(String name, String reason) {}
