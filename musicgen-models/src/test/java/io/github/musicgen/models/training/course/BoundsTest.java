package io.github.musicgen.models.training.course;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class BoundsTest {
    private static void assertRefused(String message, ThrowingCallable asking) {
        assertThatThrownBy(asking).isInstanceOf(IllegalArgumentException.class).hasMessage(message);
    }

    @Test
    void require_namesValueAndBounds_andTakesTheBoundsThemselves() {
        assertRefused("batch size must be 1..64, but was 0", () -> Bounds.require("batch size", 0, 1, 64));
        assertRefused("batch size must be 1..64, but was 65", () -> Bounds.require("batch size", 65, 1, 64));
        assertRefused("beta must be 0.5..1000, but was 0.4", () -> Bounds.require("beta", 0.4, 0.5, 1000));
        assertRefused("beta must be 0..1, but was NaN", () -> Bounds.require("beta", Double.NaN, 0, 1));
        assertThatCode(() -> {
                    Bounds.require("batch size", 1, 1, 64);
                    Bounds.require("batch size", 64, 1, 64);
                    Bounds.require("beta", 0.5, 0.5, 1000);
                    Bounds.require("beta", 1000.0, 0.5, 1000);
                })
                .doesNotThrowAnyException();
    }

    @Test
    void requirePositive_refusesZeroAndWhatIsNoNumber() {
        assertRefused("epochs must be at least 1, but was 0", () -> Bounds.requirePositive("epochs", 0));
        assertRefused("clip must be more than 0 and finite, but was 0.0", () -> Bounds.requirePositive("clip", 0.0));
        assertRefused(
                "clip must be more than 0 and finite, but was Infinity",
                () -> Bounds.requirePositive("clip", Double.POSITIVE_INFINITY));
        assertRefused(
                "clip must be more than 0 and finite, but was NaN", () -> Bounds.requirePositive("clip", Double.NaN));
    }

    @Test
    void requireFraction_refusesTheWhole() {
        assertRefused(
                "dropout must be at least 0 and less than 1, but was 1.0", () -> Bounds.requireFraction("dropout", 1));
        assertRefused(
                "dropout must be at least 0 and less than 1, but was -0.1",
                () -> Bounds.requireFraction("dropout", -0.1));
        assertThatCode(() -> Bounds.requireFraction("dropout", 0)).doesNotThrowAnyException();
    }
}
