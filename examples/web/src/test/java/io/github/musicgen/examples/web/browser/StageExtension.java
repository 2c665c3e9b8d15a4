package io.github.musicgen.examples.web.browser;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;

/** Opens the stage for the first class that wants one, and closes it after the last. */
final class StageExtension implements BeforeAllCallback {
    private static @Nullable Stage stage;

    @Override
    public void beforeAll(ExtensionContext context) {
        stage = context.getRoot()
                .getStore(Namespace.create(StageExtension.class))
                .getOrComputeIfAbsent(Stage.class, type -> Stage.open(), Stage.class);
    }

    static Stage stage() {
        return Objects.requireNonNull(stage, "a class that wants a stage must be extended by this");
    }
}
