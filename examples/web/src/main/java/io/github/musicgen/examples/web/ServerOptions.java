package io.github.musicgen.examples.web;

import io.github.musicgen.examples.web.http.Limits;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What the server is started with.
 *
 * @param address where it listens
 * @param port where it listens; 0 for any that is free
 * @param models a folder of more models, if there is one
 * @param data the folder where duets and answers of the study are kept
 * @param limits how much of everything it takes
 */
public record ServerOptions(String address, int port, Optional<Path> models, Path data, Limits limits) {
    private static final int MAX_PORT = 65_535;

    /** Checks the port. */
    public ServerOptions {
        if (port < 0 || port > MAX_PORT) {
            throw new IllegalArgumentException("--port must be 0.." + MAX_PORT + ", but was " + port);
        }
    }
}
