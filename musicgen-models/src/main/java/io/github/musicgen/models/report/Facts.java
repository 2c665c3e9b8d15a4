package io.github.musicgen.models.report;

import io.github.musicgen.api.bundle.ModelCard;
import io.github.musicgen.api.melodyrnn.MelodyRnnConfiguration;
import io.github.musicgen.models.corpus.Augmentation;
import io.github.musicgen.models.training.Clipping;
import io.github.musicgen.models.training.Slicing;
import io.github.musicgen.models.training.TrainingOptions;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** What a page says in tables: names, and what they stand for. */
final class Facts {
    private Facts() {}

    static Map<String, String> of(MelodyRnnConfiguration model) {
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("kind", model.name());
        facts.put("input", model.input().word());
        facts.put("pitches", model.minPitch() + " to " + (model.maxPitch() - 1));
        facts.put(
                "key",
                model.key().isPresent()
                        ? "major key of pitch class " + model.key().getAsInt()
                        : "any");
        facts.put("steps per quarter", Integer.toString(model.stepsPerQuarter()));
        facts.put("layers", layers(model));
        model.attention()
                .ifPresent(attention -> facts.put("attention", "to the last " + attention.length() + " outputs"));
        return facts;
    }

    private static String layers(MelodyRnnConfiguration model) {
        String units = model.layers().stream().map(String::valueOf).collect(Collectors.joining(", "));
        return units + " units, " + model.cell().word();
    }

    static Map<String, String> of(TrainingOptions options) {
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("batch size", Integer.toString(options.batchSize()));
        facts.put("melodies", slicing(options.slicing()));
        facts.put("updater", options.updater().toString());
        facts.put("recurrent dropout", Words.number(options.recurrentDropout()));
        facts.put("input dropout", Words.number(options.inputDropout()));
        facts.put("dropout", Words.number(options.dropout()));
        facts.put("l2", Words.number(options.l2()));
        facts.put("clipping", clipping(options.clipping()));
        facts.put("averaging", Words.number(options.averaging()));
        facts.put("epochs at most", Integer.toString(options.epochs()));
        facts.put("patience", options.patience() + " epochs");
        facts.put("augmentation", augmentation(options.augmentation()));
        facts.put("seed", Long.toString(options.seed()));
        return facts;
    }

    private static String slicing(Slicing slicing) {
        return slicing instanceof Slicing.Crops crops
                ? "cut into pieces of " + crops.steps() + " steps"
                : "whole, gradients go back " + ((Slicing.Whole) slicing).truncation() + " steps";
    }

    private static String clipping(Clipping clipping) {
        if (clipping.equals(Clipping.none())) {
            return "none";
        }
        String each = Double.isFinite(clipping.each()) ? "each variable to " + Words.number(clipping.each()) : "";
        String all = Double.isFinite(clipping.all()) ? "all together to " + Words.number(clipping.all()) : "";
        return each.isEmpty() || all.isEmpty() ? each + all : each + ", then " + all;
    }

    private static String augmentation(Augmentation augmentation) {
        return augmentation.equals(Augmentation.none()) ? "none" : augmentation.toString();
    }

    static Map<String, String> figures(ModelCard card) {
        Map<String, String> facts = new LinkedHashMap<>();
        card.figures().forEach((name, value) -> facts.put(words(name), Words.number(value)));
        return facts;
    }

    static Map<String, String> provenance(ModelCard card) {
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("description", card.description());
        facts.put("license", card.license());
        facts.put("attribution", card.attribution());
        card.provenance().forEach((name, value) -> facts.put(words(name), value));
        facts.values().removeIf(String::isBlank);
        return facts;
    }

    /** From {@code testNatsPerStep} to "test nats per step". */
    private static String words(String name) {
        return name.replaceAll("(?<=[a-z])(?=[A-Z])", " ").toLowerCase(Locale.ROOT);
    }
}
