package io.github.musicgen.api.importer;

import io.github.musicgen.api.bundle.MelodyVaeBundle;
import io.github.musicgen.api.format.MalformedModelException;
import io.github.musicgen.api.json.JsonPlace;
import io.github.musicgen.api.melodyvae.LatentContents;
import io.github.musicgen.api.melodyvae.MelodyVaeConfiguration;
import io.github.musicgen.api.melodyvae.MelodyVaeTensors;
import io.github.musicgen.api.tensor.TensorTable;
import io.github.musicgen.api.weights.WeightFile;
import io.github.musicgen.representation.melody.Melody;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** One import of somebody else's space of melodies or of drums. */
final class MusicVaeImport {
    private static final int TWO_BARS = 2;
    private static final int SIXTEEN_BARS = 16;

    private final Origin origin;
    private final List<String> warnings = new ArrayList<>();

    MusicVaeImport(Path path, WeightFile file) {
        this.origin = Origin.of(path, file);
    }

    ImportedModel<MelodyVaeBundle> model() throws MalformedModelException {
        Variables variables = new Variables(origin.name(), origin.file().tensors());
        refuseOtherKinds(variables);
        MusicVaeReader reader = new MusicVaeReader(variables);
        TensorTable tensors = read(reader);
        warnings.addAll(reader.warnings());
        MelodyVaeConfiguration configuration = configuration(reader);
        tensors.schema().require(origin.name(), MelodyVaeTensors.schema(configuration));
        return origin.imported(
                MelodyVaeBundle.of(configuration, tensors, origin.card(), MelodyVaeBundle.SAMPLING), warnings);
    }

    private TensorTable read(MusicVaeReader reader) throws MalformedModelException {
        try {
            return reader.read();
        } catch (IllegalArgumentException e) {
            throw other("one that cannot be: " + e.getMessage());
        }
    }

    /** Whether it is a MusicVAE, of whatever kind. */
    boolean isMusicVae() throws MalformedModelException {
        return isMusicVae(new Variables(origin.name(), origin.file().tensors()));
    }

    static boolean isMusicVae(Variables variables) {
        return variables.hasScope("encoder") && variables.hasScope("decoder");
    }

    private void refuseOtherKinds(Variables variables) throws MalformedModelException {
        if (!isMusicVae(variables)) {
            throw other("a model without an encoder and a decoder");
        }
        if (variables.hasScope("core_decoder_0")) {
            throw other("one of several parts at once, such as a trio");
        }
        if (variables.hasScope("decoder/hierarchical_level_1") || variables.hasScope("encoder/hierarchical_level_2")) {
            throw other("one of more than two levels");
        }
        if (variables.hasScope("nade")) {
            throw other("one of drums, with a NADE");
        }
        Optional<JsonPlace> chords = MusicVaeContents.field(origin.file().config(), "chordEncoder");
        if (chords.isPresent()) {
            throw other("one that is told chords");
        }
    }

    private MalformedModelException other(String found) {
        return new MalformedModelException(origin.name(), MusicVaeContents.WANTED, found);
    }

    private MelodyVaeConfiguration configuration(MusicVaeReader reader) throws MalformedModelException {
        MusicVaeContents told =
                new MusicVaeContents(origin.name(), origin.file().config());
        LatentContents contents = told.of(reader.inputs(), reader.classes());
        warnings.addAll(told.warnings());
        try {
            return new MelodyVaeConfiguration(
                    origin.stem(),
                    contents,
                    bars(
                            told,
                            contents,
                            reader.encoder().readsBars() || reader.decoder().isConducted()),
                    Melody.DEFAULT_STEPS_PER_QUARTER,
                    reader.encoder(),
                    reader.decoder(),
                    reader.latentSize());
        } catch (IllegalArgumentException e) {
            throw other("one that cannot be: " + e.getMessage());
        }
    }

    /** No tensor tells how long stretches are. */
    private int bars(MusicVaeContents told, LatentContents contents, boolean hierarchical)
            throws MalformedModelException {
        int bar = Melody.DEFAULT_STEPS_PER_BAR;
        OptionalInt steps = told.number("numSteps", MelodyVaeConfiguration.MAX_BARS * bar);
        if (steps.isEmpty()) {
            warnings.add("the file does not tell how long " + contents.word() + " is; "
                    + (hierarchical
                            ? "sixteen bars are assumed, as in Magenta's hierarchical"
                            : "two bars are assumed, as in Magenta's small")
                    + " models");
            return hierarchical ? SIXTEEN_BARS : TWO_BARS;
        }
        if (steps.getAsInt() % bar != 0 || steps.getAsInt() == 0) {
            throw new MalformedModelException(
                    origin.name(), "whole bars of " + bar + " steps", steps.getAsInt() + " steps");
        }
        int bars = steps.getAsInt() / bar;
        OptionalInt segments = told.number("numSegments", MelodyVaeConfiguration.MAX_BARS * bar);
        if (segments.isPresent() && segments.getAsInt() != bars) {
            throw other("one of " + segments.getAsInt() + " segments in " + bars + " bars");
        }
        return bars;
    }
}
