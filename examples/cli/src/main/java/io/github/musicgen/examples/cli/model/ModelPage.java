package io.github.musicgen.examples.cli.model;

import io.github.musicgen.api.bandvae.BandInstrument;
import io.github.musicgen.api.bundle.BandVaeBundle;
import io.github.musicgen.api.bundle.Bundle;
import io.github.musicgen.api.bundle.MelodyVaeBundle;
import io.github.musicgen.api.bundle.ModelBundle;
import io.github.musicgen.api.bundle.ModelCard;
import io.github.musicgen.api.melodyvae.EncoderLayers;
import io.github.musicgen.api.melodyvae.MelodyVaeConfiguration;
import io.github.musicgen.examples.cli.output.Failures;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** The card of a model for reading. What it says of itself comes from a file, and is cleaned of what would move a cursor. */
final class ModelPage {
    private static final String INDENT = "  ";

    private ModelPage() {}

    static String of(ModelBundle bundle) {
        ModelCard card = bundle.card();
        StringBuilder text = new StringBuilder();
        line(text, Failures.oneLine(card.id()));
        if (!card.description().isBlank()) {
            line(text, INDENT + Failures.oneLine(card.description()));
        }
        section(text, "What it is", network(bundle));
        section(text, "What may be done with it", rights(card));
        section(text, "Where it comes from", card.provenance());
        section(text, "What it was measured to do on music held out", figures(card));
        return text.toString();
    }

    private static Map<String, String> network(ModelBundle bundle) {
        Map<String, String> network = new LinkedHashMap<>();
        if (bundle instanceof Bundle melodies) {
            network.put("configuration", melodies.configuration().name());
            network.put("layers", joined(melodies.configuration().layers()));
        } else if (bundle instanceof MelodyVaeBundle space) {
            MelodyVaeConfiguration configuration = space.configuration();
            network.put(
                    "configuration",
                    configuration.name() + ", a space of "
                            + configuration.contents().plural() + " of " + configuration.barsInWords());
            EncoderLayers encoder = configuration.encoder();
            if (encoder.readsBars()) {
                network.put("encoder of bars", "twice " + joined(encoder.ofBars()));
            }
            network.put("encoder", "twice " + joined(encoder.layers()));
            if (configuration.decoder().isConducted()) {
                network.put("conductor", joined(configuration.decoder().conductor()));
            }
            network.put("decoder", joined(configuration.decoder().layers()));
            network.put("numbers of a point", String.valueOf(configuration.latentSize()));
        } else if (bundle instanceof BandVaeBundle band) {
            network.put("configuration", band.configuration().name() + ", a band");
            network.put(
                    "instruments",
                    band.configuration().instruments().stream()
                            .map(BandInstrument::name)
                            .collect(Collectors.joining(", ")));
        }
        network.put("parameters", String.format(Locale.ROOT, "%,d", ModelJson.parameters(bundle)));
        network.put("sha256", bundle.hash());
        return network;
    }

    private static String joined(List<Integer> units) {
        return units.stream().map(String::valueOf).collect(Collectors.joining(", "));
    }

    private static Map<String, String> rights(ModelCard card) {
        Map<String, String> rights = new LinkedHashMap<>();
        rights.put("licence of the weights", card.license().isBlank() ? "not told" : card.license());
        if (!card.attribution().isBlank()) {
            rights.put("to be named", card.attribution());
        }
        return rights;
    }

    private static Map<String, String> figures(ModelCard card) {
        Map<String, String> figures = new LinkedHashMap<>();
        card.figures().forEach((name, value) -> figures.put(name, String.valueOf(value)));
        return figures;
    }

    private static void section(StringBuilder text, String title, Map<String, String> lines) {
        if (lines.isEmpty()) {
            return;
        }
        line(text, "");
        line(text, title);
        int width = lines.keySet().stream().mapToInt(String::length).max().orElse(0);
        lines.forEach((name, value) -> line(
                text,
                INDENT + Failures.oneLine(name) + " ".repeat(width - name.length() + 2) + Failures.oneLine(value)));
    }

    private static void line(StringBuilder text, String words) {
        text.append(words).append(System.lineSeparator());
    }
}
