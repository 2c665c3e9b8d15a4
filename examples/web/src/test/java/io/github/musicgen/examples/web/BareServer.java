package io.github.musicgen.examples.web;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The program in a process of its own, as an operating system starts it. */
final class BareServer implements AutoCloseable {
    private static final String TOLD = "MelodyMe is at ";
    private static final Path CLASSES = Path.of("target", "classes");
    private static final Path MORE_MODELS = Path.of("META-INF", "musicgen");

    private final Process process;
    private final String address;

    private BareServer(Process process) throws IOException {
        this.process = process;
        this.address = told(process);
    }

    /** Starts it with all that tests have on their class path. */
    static BareServer start(Path data) throws IOException {
        return new BareServer(process(System.getProperty("java.class.path"), data));
    }

    /** Starts it without the larger models, as if their jar had been left out. */
    static BareServer withoutMoreModels(Path folder) throws IOException {
        Path bare = folder.resolve("classes");
        copyWithoutMoreModels(bare);
        List<String> classPath = new ArrayList<>(
                Arrays.asList(System.getProperty("java.class.path").split(File.pathSeparator, -1)));
        Path classes = CLASSES.toAbsolutePath();
        classPath.replaceAll(entry -> Path.of(entry).toAbsolutePath().equals(classes) ? bare.toString() : entry);
        return new BareServer(process(String.join(File.pathSeparator, classPath), folder.resolve("data")));
    }

    private static void copyWithoutMoreModels(Path to) throws IOException {
        try (Stream<Path> files = Files.walk(CLASSES)) {
            for (Path file : files.filter(Files::isRegularFile).collect(Collectors.toList())) {
                Path name = CLASSES.relativize(file);
                if (!name.startsWith(MORE_MODELS)) {
                    Files.createDirectories(to.resolve(name).getParent());
                    Files.copy(file, to.resolve(name));
                }
            }
        }
    }

    private static Process process(String classPath, Path data) throws IOException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        return new ProcessBuilder(
                        java, "-cp", classPath, MelodyMe.class.getName(), "--port", "0", "--data", data.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    private static String told(Process process) throws IOException {
        BufferedReader told = process.inputReader(StandardCharsets.UTF_8);
        String line = String.valueOf(told.readLine());
        if (!line.startsWith(TOLD + "http://") || !line.endsWith("/")) {
            throw new IOException("the program should have told its address, but told " + line);
        }
        return line.substring(TOLD.length());
    }

    /** The address of its first page. */
    String address() {
        return address;
    }

    /** Asks it to stop, and waits until it did. */
    @Override
    public void close() {
        process.destroy();
        process.onExit().join();
    }
}
