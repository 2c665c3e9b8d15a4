package io.github.musicgen.bench.start;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** What the machine says of its processors. */
final class Processors {
    private static final Path LINUX = Path.of("/proc/cpuinfo");
    private static final String MODEL = "model name";

    private Processors() {}

    static String describe() {
        return Runtime.getRuntime().availableProcessors() + " cores of " + model();
    }

    /** As Linux names them; elsewhere the architecture, which is all that Java knows. */
    private static String model() {
        String architecture = System.getProperty("os.arch");
        if (!Files.isReadable(LINUX)) {
            return architecture;
        }
        try {
            return name(Files.readAllLines(LINUX), architecture);
        } catch (IOException e) {
            return architecture;
        }
    }

    /** ARM's kernels write lines without a name. */
    static String name(List<String> lines, String otherwise) {
        return lines.stream()
                .filter(line -> line.startsWith(MODEL))
                .map(line -> line.substring(line.indexOf(':') + 1).strip())
                .findFirst()
                .orElse(otherwise);
    }
}
