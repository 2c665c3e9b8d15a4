package io.github.musicgen.examples.cli.manual;

import io.github.musicgen.examples.cli.MusicgenCommand;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import picocli.CommandLine;

/** Writes a manual page for each command, from the same words that its help has. */
public final class ManualPages {
    private ManualPages() {}

    /**
     * Writes the pages.
     *
     * @param arguments the folder, which is made, and the version that the pages are of
     */
    public static void main(String[] arguments) throws IOException {
        if (arguments.length != 2) {
            throw new IllegalArgumentException(
                    "a folder and a version are needed, but there were " + arguments.length + " arguments");
        }
        Path folder = Files.createDirectories(Path.of(arguments[0]));
        write(folder, MusicgenCommand.commandLine(), arguments[1]);
    }

    private static void write(Path folder, CommandLine command, String version) throws IOException {
        String name = ManualPage.nameOf(command.getCommandSpec());
        String page = new ManualPage(command.getCommandSpec(), version).text();
        Files.writeString(folder.resolve(name + ".1"), page, StandardCharsets.UTF_8);
        for (CommandLine sub : command.getSubcommands().values()) {
            write(folder, sub, version);
        }
    }
}
