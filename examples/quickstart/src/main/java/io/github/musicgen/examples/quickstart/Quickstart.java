package io.github.musicgen.examples.quickstart;

import io.github.musicgen.api.Generation;
import io.github.musicgen.api.Generator;
import io.github.musicgen.midi.files.MusicFiles;
import io.github.musicgen.midi.playback.WavExport;
import io.github.musicgen.representation.picture.PianoRollSvg;
import io.github.musicgen.representation.picture.Region;
import io.github.musicgen.representation.sequence.NoteSequence;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;

/** Continues a tune with a model that comes along, and writes it as MIDI, as sound and as a picture. */
public final class Quickstart {
    private Quickstart() {}

    /**
     * Makes music.
     *
     * @param arguments a music file, the name or the path of a model, a seed, and the folder to write to
     * @throws IOException if a file cannot be read or written
     */
    public static void main(String[] arguments) throws IOException {
        if (arguments.length != 4) {
            throw new IllegalArgumentException(
                    "arguments must be: music file, model, seed, folder; but were " + Arrays.toString(arguments));
        }
        Path folder = Files.createDirectories(Path.of(arguments[3]).normalize());

        NoteSequence primer = MusicFiles.read(existing(arguments[0]));
        Generation generation = generator(arguments[1])
                .continuing(primer)
                .steps(128) // sixteenths: eight bars of 4/4
                .seed(Long.parseLong(arguments[2])) // the same seed gives the same notes, everywhere
                .endingOnTonic() // a wish is kept always, not only likely
                .generate();
        NoteSequence tune = generation.whole();

        Path midi = folder.resolve("continued.mid");
        Path sound = folder.resolve("continued.wav");
        Path picture = folder.resolve("continued.svg");
        generation.write(midi);
        WavExport.standard().write(tune, sound);
        Files.writeString(picture, picture(tune, generation.recipe().startTick()));

        System.out.println(Farewell.words(generation, midi, sound, picture));
    }

    private static Generator generator(String model) throws IOException {
        if (Generator.available().contains(model)) {
            return Generator.load(model);
        }
        if (Files.notExists(Path.of(model))) {
            throw new IllegalArgumentException(
                    "model must be one of " + Generator.available() + " or a file, but was \"" + model + "\"");
        }
        return Generator.load(Path.of(model));
    }

    private static Path existing(String file) throws NoSuchFileException {
        if (Files.notExists(Path.of(file))) {
            throw new NoSuchFileException(file, null, "no such file to continue");
        }
        return Path.of(file);
    }

    private static String picture(NoteSequence tune, long startOfContinuation) {
        return PianoRollSvg.of(tune)
                .region(Region.primer(0, startOfContinuation))
                .region(Region.continuation(startOfContinuation, tune.endTick()))
                .svg();
    }
}
