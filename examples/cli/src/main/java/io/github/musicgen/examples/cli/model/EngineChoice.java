package io.github.musicgen.examples.cli.model;

import io.github.musicgen.api.engine.Engine;
import io.github.musicgen.examples.cli.output.Usage;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;

/** What multiplies. */
public final class EngineChoice {
    @Option(
            names = "--engine",
            paramLabel = "NAME",
            defaultValue = "java",
            description =
                    "What computes: java gives the same notes everywhere; java-12bit does, too, others, and is faster for "
                            + "large models; openblas is native and fast, and another machine may give other notes "
                            + "(default: ${DEFAULT-VALUE}).")
    private String name = "java";

    /** The engine of this name. */
    public Engine engine(CommandSpec spec) {
        return Usage.checked(spec, () -> Engine.named(name));
    }
}
