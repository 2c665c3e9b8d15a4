package io.github.musicgen.examples.cli.model;

import io.github.musicgen.api.Band;
import io.github.musicgen.api.Generator;
import io.github.musicgen.api.LatentModel;
import io.github.musicgen.api.bundle.BandVaeBundle;
import io.github.musicgen.api.bundle.Bundle;
import io.github.musicgen.api.bundle.MelodyVaeBundle;
import io.github.musicgen.api.bundle.ModelBundle;
import io.github.musicgen.api.format.MalformedModelException;
import io.github.musicgen.api.importer.ImportOptions;
import io.github.musicgen.api.importer.ImportedModel;
import io.github.musicgen.api.importer.ModelFiles;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * A family of models: which of it come along, which commands take them, and how their files are read.
 *
 * @param <B> the bundles of its models
 */
public final class Family<B extends ModelBundle> {
    /** Models that make melodies event by event. */
    public static final Family<Bundle> MELODY_MODELS = new Family<>(
            "melody model",
            "musicgen generate and musicgen continue take",
            Bundle.class,
            Generator.available(),
            name -> Generator.load(name).bundle(),
            ModelFiles::read);

    /** Spaces of melodies or of drums. */
    public static final Family<MelodyVaeBundle> SPACES = new Family<>(
            "space",
            "musicgen space takes",
            MelodyVaeBundle.class,
            Stream.concat(LatentModel.available().stream(), LatentModel.availableDrums().stream())
                    .toList(),
            name -> (LatentModel.availableDrums().contains(name) ? LatentModel.loadDrums(name) : LatentModel.load(name))
                    .bundle(),
            ModelFiles::readMelodyVae);

    /** Bands. */
    public static final Family<BandVaeBundle> BANDS = new Family<>(
            "band",
            "musicgen band takes",
            BandVaeBundle.class,
            Band.available(),
            name -> Band.load(name).bundle(),
            path -> ofBundle(BandVaeBundle.read(path)));

    static final List<Family<?>> ALL = List.of(MELODY_MODELS, SPACES, BANDS);

    private final String word;
    private final String taken;
    private final Class<B> type;
    private final List<String> names;
    private final Function<String, B> shipped;
    private final Reading<B> reading;

    private Family(
            String word,
            String taken,
            Class<B> type,
            List<String> names,
            Function<String, B> shipped,
            Reading<B> reading) {
        this.word = word;
        this.taken = taken;
        this.type = type;
        this.names = names;
        this.shipped = shipped;
        this.reading = reading;
    }

    /** How a file of the family is read. */
    private interface Reading<B extends ModelBundle> {
        ImportedModel<B> read(Path path) throws IOException;
    }

    private static <B extends ModelBundle> ImportedModel<B> ofBundle(B bundle) {
        return new ImportedModel<>(bundle, "musicgen bundle", List.of(), List.of());
    }

    /** The family of the model of this name that comes along, if one does. */
    static Optional<Family<?>> ofName(String name) {
        return ALL.stream().filter(each -> each.names.contains(name)).findFirst();
    }

    /** The family of the model in a file, if there is a model in it. */
    static Optional<Family<?>> ofFile(Path path) throws IOException {
        try {
            ModelBundle found = ModelFiles.readAny(path, ImportOptions.DEFAULT).bundle();
            return ALL.stream().filter(each -> each.type.isInstance(found)).findFirst();
        } catch (MalformedModelException | NoSuchFileException none) {
            return Optional.empty();
        }
    }

    /** Those of all families that come along. */
    static List<String> allNames() {
        return ALL.stream().flatMap(each -> each.names.stream()).toList();
    }

    /** Those that come along. */
    List<String> names() {
        return names;
    }

    /** What one is called. */
    String word() {
        return word;
    }

    /** Loads one that comes along. */
    ImportedModel<B> load(String name) {
        return ofBundle(shipped.apply(name));
    }

    /** Reads a file. */
    ImportedModel<B> read(Path path) throws IOException {
        return reading.read(path);
    }

    /** Why a model of another family is not taken where one of this is wanted. */
    String refusal(String model, Family<?> other) {
        return model + " is a " + other.word + ", which " + other.taken + "; " + word + "s that come along: "
                + String.join(", ", names);
    }
}
