package io.github.musicgen.examples.cli.space;

import io.github.musicgen.api.LatentModel;
import io.github.musicgen.midi.files.MusicFiles;
import io.github.musicgen.midi.files.MusicFormat;
import io.github.musicgen.midi.format.MalformedMusicException;
import io.github.musicgen.representation.melody.Melody;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Melodies of whole folders, to look at: music that has none for a space, or cannot be read, has nothing to say. */
final class SpaceMusic {
    private SpaceMusic() {}

    static List<Melody> in(List<Path> places, LatentModel<Melody> space) throws IOException {
        List<Melody> melodies = new ArrayList<>();
        for (Path place : places) {
            try (Stream<Path> files = Files.walk(place)) {
                for (Path file : files.filter(SpaceMusic::isMusic).sorted().toList()) {
                    melodies.addAll(windows(file, space));
                }
            }
        }
        return melodies;
    }

    private static boolean isMusic(Path file) {
        return MusicFormat.ofName(file.toString()).isPresent() && Files.isRegularFile(file);
    }

    private static List<Melody> windows(Path file, LatentModel<Melody> space) throws IOException {
        try {
            return space.windows(MusicFiles.read(file));
        } catch (MalformedMusicException | IllegalArgumentException unusable) {
            return List.of();
        }
    }
}
