package io.github.musicgen.examples.web.browser;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Opens the stage for the first class that wants one, and closes it when the machine ends: where several machines share the classes of
 * tests, each class is a run of its own to JUnit.
 */
final class StageExtension implements BeforeAllCallback {
    private static @Nullable Stage stage;

    @Override
    public void beforeAll(ExtensionContext context) {
        stage();
    }

    static synchronized Stage stage() {
        if (stage == null) {
            Stage opened = Stage.open();
            Runtime.getRuntime().addShutdownHook(new Thread(() -> close(opened), "stage"));
            stage = opened;
        }
        return stage;
    }

    private static void close(Stage opened) {
        try {
            opened.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
