package io.github.musicgen.api.importer;

import io.github.musicgen.api.format.MalformedModelException;
import io.github.musicgen.api.json.Json;
import io.github.musicgen.api.json.JsonPlace;
import io.github.musicgen.api.melodyvae.LatentContents;
import io.github.musicgen.api.melodyvae.LatentContents.Drums;
import io.github.musicgen.api.melodyvae.LatentContents.Melodies;
import io.github.musicgen.api.melodyvae.MelodyVaeConfiguration;
import io.github.musicgen.representation.melody.DrumPattern;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** What somebody else's space is made of: the converter of its {@code config.json} tells it, or the sizes of its tensors do. */
final class MusicVaeContents {
    /** What is read. */
    static final String WANTED = "a MusicVAE of melodies or of drums";

    private static final String MELODIES = "MelodyConverter";
    private static final String DRUMS = "DrumsConverter";
    private static final int SPECIAL_CLASSES = 2;
    private static final Drums NINE_DRUMS = new Drums();

    private final String name;
    private final Optional<JsonPlace> converter;
    private final List<String> warnings = new ArrayList<>();

    MusicVaeContents(String name, Optional<JsonPlace> config) throws MalformedModelException {
        this.name = name;
        this.converter = field(config, "dataConverter");
    }

    LatentContents of(int inputs, int classes) throws MalformedModelException {
        Optional<JsonPlace> told = field(converter, "type");
        String type = told.isPresent() ? told.get().text() : typeOf(inputs, classes);
        return switch (type) {
            case MELODIES -> melodies(inputs, classes);
            case DRUMS -> drums(inputs, classes);
            default -> throw new MalformedModelException(name, WANTED, "one with a " + type);
        };
    }

    private static String typeOf(int inputs, int classes) {
        return inputs == NINE_DRUMS.inputSize()
                        && classes == NINE_DRUMS.vocabulary().size()
                ? DRUMS
                : MELODIES;
    }

    private LatentContents melodies(int inputs, int classes) throws MalformedModelException {
        OptionalInt highest = number("maxPitch", 127);
        int minPitch = number("minPitch", 127).orElse(MelodyVaeConfiguration.MIN_PITCH);
        int maxPitch = highest.isPresent() ? highest.getAsInt() + 1 : MelodyVaeConfiguration.MAX_PITCH;
        int expected = maxPitch - minPitch + SPECIAL_CLASSES;
        if (classes != expected) {
            throw new MalformedModelException(
                    name,
                    expected + " classes, those of melodies from " + minPitch + " to " + (maxPitch - 1),
                    String.valueOf(classes));
        }
        requireInputs(classes, inputs);
        try {
            return new Melodies(minPitch, maxPitch);
        } catch (IllegalArgumentException e) {
            throw new MalformedModelException(name, "a range of melodies", String.valueOf(e.getMessage()));
        }
    }

    private LatentContents drums(int inputs, int classes) throws MalformedModelException {
        int expected = NINE_DRUMS.vocabulary().size();
        if (classes != expected) {
            throw new MalformedModelException(
                    name,
                    expected + " classes, those of " + DrumPattern.CLASSES.size() + " drums",
                    String.valueOf(classes));
        }
        requireInputs(NINE_DRUMS.inputSize(), inputs);
        checkClasses();
        return NINE_DRUMS;
    }

    private void requireInputs(int expected, int inputs) throws MalformedModelException {
        if (inputs != expected) {
            throw new MalformedModelException(
                    name, "an encoder that is shown " + expected + " numbers at each step", String.valueOf(inputs));
        }
    }

    /** A file may tell how it sorts drums. What its classes are played by has to be ours; where it sorts another drum is a small thing. */
    private void checkClasses() throws MalformedModelException {
        Optional<JsonPlace> told = field(field(converter, "args"), "pitchClasses");
        if (told.isEmpty()) {
            return;
        }
        List<List<Integer>> classes = new ArrayList<>();
        for (JsonPlace pitches : told.get().items()) {
            List<Integer> each = new ArrayList<>();
            for (JsonPlace pitch : pitches.items()) {
                each.add((int) pitch.whole(0, 127));
            }
            classes.add(each);
        }
        if (!played(classes).equals(played(DrumPattern.CLASSES.classes()))) {
            throw told.get()
                    .malformed(
                            "classes of drums that are played by " + played(DrumPattern.CLASSES.classes()),
                            played(classes).toString());
        }
        if (!classes.equals(DrumPattern.CLASSES.classes())) {
            warnings.add("the file sorts some drums into other classes than Magenta does today; today's are used");
        }
    }

    private static List<Integer> played(List<List<Integer>> classes) {
        return classes.stream()
                .map(pitches -> pitches.isEmpty() ? -1 : pitches.get(0))
                .toList();
    }

    /** A number that the converter is told. */
    OptionalInt number(String argument, int most) throws MalformedModelException {
        Optional<JsonPlace> place = field(field(converter, "args"), argument);
        return place.isPresent() ? OptionalInt.of((int) place.get().whole(0, most)) : OptionalInt.empty();
    }

    List<String> warnings() {
        return warnings;
    }

    static Optional<JsonPlace> field(Optional<JsonPlace> object, String name) throws MalformedModelException {
        return object.isEmpty()
                ? Optional.empty()
                : object.get().optionalField(name).filter(field -> !(field.value() instanceof Json.Null));
    }
}
