package io.github.musicgen.examples.web.load;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LoadFiguresTest {
    private static final long MILLISECOND = 1_000_000;

    private static LoadFigures figures(int quick, int slow, long slowMilliseconds) {
        LoadFigures figures = new LoadFigures();
        for (int i = 0; i < slow; i++) {
            figures.ended(slowMilliseconds * MILLISECOND);
        }
        for (int i = 0; i < quick; i++) {
            figures.ended(10 * MILLISECOND);
        }
        return figures;
    }

    @Test
    void oneSlowAnswerOfAHundred_isBorne() {
        assertThat(figures(99, 1, 5000).failed()).isFalse();
    }

    @Test
    void twoSlowAnswersOfAHundred_fail() {
        assertThat(figures(98, 2, 251).failed()).isTrue();
        assertThat(figures(98, 2, 250).failed()).isFalse();
    }

    @Test
    void error_fails() {
        LoadFigures figures = figures(100, 0, 0);
        figures.error("an answer never came");
        assertThat(figures.failed()).isTrue();
    }

    @Test
    void noAnswerAtAll_fails() {
        assertThat(new LoadFigures().failed()).isTrue();
    }
}
