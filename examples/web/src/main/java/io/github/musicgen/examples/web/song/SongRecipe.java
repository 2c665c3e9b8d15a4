package io.github.musicgen.examples.web.song;

import io.github.musicgen.examples.web.json.Fields;
import io.github.musicgen.examples.web.json.Json;
import io.github.musicgen.examples.web.json.Refusal;
import io.github.musicgen.examples.web.line.Line;
import io.github.musicgen.examples.web.line.LineNote;
import io.github.musicgen.examples.web.model.Density;
import io.github.musicgen.representation.melody.Melody;
import io.github.musicgen.representation.sequence.Pitch;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** All that decides a song. The same recipe makes the same notes wherever the model is the same. */
public sealed interface SongRecipe {
    /** The most notes of a melody that is continued. */
    int MAX_PRIMER_NOTES = 256;

    /** The most steps of a melody that is continued: 32 bars. */
    int MAX_PRIMER_STEPS = 512;

    /** How often a song can be varied, and the variation, and so on. */
    int MAX_DEPTH = 16;

    /**
     * What is drawn from.
     *
     * @return the seed
     */
    long seed();

    /**
     * The same song but for what is drawn from.
     *
     * @param seed the new seed
     * @return the recipe
     */
    SongRecipe withSeed(long seed);

    /**
     * What was wished of the song before it was varied.
     *
     * @return a recipe that varies nothing
     */
    Original original();

    /**
     * What kind of recipe it is.
     *
     * @return the last part of the address that takes its options
     */
    String form();

    /** As a link holds it: every field, always in this order. */
    Map<String, @Nullable Object> toJson();

    /** How many recipes lie within each other. */
    int depth();

    /** Reads what {@link #toJson} wrote. */
    static SongRecipe read(Fields fields, int maxSteps) {
        String form = fields.requiredText("form", 20);
        SongRecipe recipe = switch (form) {
            case Composed.FORM -> Composed.read(fields, maxSteps);
            case Continued.FORM -> Continued.read(fields, maxSteps);
            case Varied.FORM -> Varied.read(fields, maxSteps);
            default -> throw Refusal.field("form", form, "compose, continue or vary");
        };
        fields.requireNoMore();
        if (recipe.depth() > MAX_DEPTH) {
            throw Refusal.field("variations of variations", recipe.depth(), "at most " + MAX_DEPTH + " deep");
        }
        return recipe;
    }

    private static long readSeed(Fields fields) {
        return fields.seed("seed").orElseThrow(() -> Refusal.field("seed", null, "given"));
    }

    /** A recipe that varies nothing. */
    sealed interface Original extends SongRecipe {
        /**
         * The model.
         *
         * @return its name
         */
        String model();

        /**
         * The model's fingerprint.
         *
         * @return as {@link io.github.musicgen.examples.web.model.Model#shortHash} tells it
         */
        String hash();

        /**
         * How it sounds.
         *
         * @return the style
         */
        SongStyle style();

        /**
         * How much is made.
         *
         * @return steps
         */
        int steps();

        /**
         * What is continued.
         *
         * @return a line, silent if there is nothing
         */
        Line primer();

        /**
         * How long that is.
         *
         * @return steps before the first that is made
         */
        int primerSteps();

        /**
         * Whether it comes home.
         *
         * @return whether its last note is the tonic
         */
        boolean endOnTonic();

        @Override
        default Original original() {
            return this;
        }

        @Override
        default int depth() {
            return 1;
        }

        @Override
        default Map<String, @Nullable Object> toJson() {
            Map<String, @Nullable Object> json =
                    Json.object("form", form(), "model", model(), "hash", hash(), "seed", seed(), "steps", steps());
            style().putInto(json);
            return json;
        }
    }

    /** A style that leaves nothing to a request's own default: links say everything. */
    private static SongStyle readStyle(Fields fields) {
        SongStyle nothingSaid = new SongStyle(SongStyle.USUAL_TEMPO, Optional.empty(), 1, Density.FREE, 0);
        return SongStyle.read(fields, nothingSaid);
    }

    /**
     * A song from nothing, which ends on its tonic.
     *
     * @param model the name of the model
     * @param hash its fingerprint
     * @param seed what is drawn from
     * @param steps how long it is
     * @param style how it sounds
     */
    record Composed(String model, String hash, long seed, int steps, SongStyle style) implements Original {
        static final String FORM = "compose";

        private static Composed read(Fields fields, int maxSteps) {
            return new Composed(
                    fields.requiredText("model", 40),
                    fields.requiredText("hash", 64),
                    readSeed(fields),
                    fields.requiredWhole("steps", 1, maxSteps),
                    readStyle(fields));
        }

        @Override
        public String form() {
            return FORM;
        }

        @Override
        public Line primer() {
            return Line.SILENCE;
        }

        @Override
        public int primerSteps() {
            return 0;
        }

        @Override
        public boolean endOnTonic() {
            return true;
        }

        @Override
        public Composed withSeed(long newSeed) {
            return new Composed(model, hash, newSeed, steps, style);
        }
    }

    /**
     * A melody and how it goes on.
     *
     * @param model the name of the model
     * @param hash its fingerprint
     * @param seed what is drawn from
     * @param steps how long the continuation is
     * @param style how it sounds
     * @param primer the melody
     * @param primerSteps where the continuation begins
     * @param endOnTonic whether it comes home
     */
    record Continued(
            String model,
            String hash,
            long seed,
            int steps,
            SongStyle style,
            Line primer,
            int primerSteps,
            boolean endOnTonic)
            implements Original {
        static final String FORM = "continue";
        private static final int NUMBERS = 3; // of a note in a link: pitch, start and length

        /** Checks that there is a melody. */
        public Continued {
            if (primer.isSilent()) {
                throw Refusal.field("notes", "none", "a melody of at least one note");
            }
        }

        private static Continued read(Fields fields, int maxSteps) {
            int primerSteps = fields.requiredWhole("primerSteps", 1, MAX_PRIMER_STEPS);
            return new Continued(
                    fields.requiredText("model", 40),
                    fields.requiredText("hash", 64),
                    readSeed(fields),
                    fields.requiredWhole("steps", 1, maxSteps),
                    readStyle(fields),
                    readPrimer(fields, primerSteps),
                    primerSteps,
                    fields.truth("endOnTonic"));
        }

        private static Line readPrimer(Fields fields, int primerSteps) {
            int[] numbers =
                    fields.wholes("primer", NUMBERS * MAX_PRIMER_NOTES, 0, Math.max(Pitch.MAX, MAX_PRIMER_STEPS));
            List<LineNote> notes = new ArrayList<>();
            for (int i = 0; i + NUMBERS <= numbers.length; i += NUMBERS) {
                int end = numbers[i + 1] + numbers[i + 2];
                if (numbers[i] > Pitch.MAX || numbers[i + 2] < 1 || end > primerSteps) {
                    throw Refusal.field(
                            "primer",
                            numbers[i] + " from step " + numbers[i + 1] + " to " + end,
                            "notes of 0..127 in steps 0.." + primerSteps);
                }
                notes.add(new LineNote(numbers[i], Line.VELOCITY, numbers[i + 1], end));
            }
            return Line.of(notes);
        }

        @Override
        public String form() {
            return FORM;
        }

        @Override
        public Continued withSeed(long newSeed) {
            return new Continued(model, hash, newSeed, steps, style, primer, primerSteps, endOnTonic);
        }

        @Override
        public Map<String, @Nullable Object> toJson() {
            Map<String, @Nullable Object> json = Original.super.toJson();
            List<Integer> numbers = new ArrayList<>();
            for (LineNote note : primer.notes()) {
                numbers.addAll(List.of(note.pitch(), note.start(), note.end() - note.start()));
            }
            json.put("primer", numbers);
            json.put("primerSteps", primerSteps);
            json.put("endOnTonic", endOnTonic);
            return json;
        }
    }

    /**
     * A song of which a part is made anew.
     *
     * @param of the song
     * @param percent how much of it
     * @param seed what is drawn from
     */
    record Varied(SongRecipe of, int percent, long seed) implements SongRecipe {
        static final String FORM = "vary";

        private static Varied read(Fields fields, int maxSteps) {
            Fields of = fields.object("of").orElseThrow(() -> Refusal.field("of", null, "given"));
            return new Varied(SongRecipe.read(of, maxSteps), fields.requiredWhole("percent", 1, 100), readSeed(fields));
        }

        @Override
        public String form() {
            return FORM;
        }

        @Override
        public Varied withSeed(long newSeed) {
            return new Varied(of, percent, newSeed);
        }

        @Override
        public Original original() {
            return of.original();
        }

        @Override
        public int depth() {
            return of.depth() + 1;
        }

        @Override
        public Map<String, @Nullable Object> toJson() {
            return Json.object("form", FORM, "of", of.toJson(), "percent", percent, "seed", seed);
        }

        /** How many beats of a song are made anew: at least one. */
        int beats(int ofBeats) {
            return Math.max(1, (int) Math.round(ofBeats * percent / 100.0));
        }

        /** How many beats that many steps touch. */
        static int beatsIn(int steps) {
            return (steps + Melody.DEFAULT_STEPS_PER_QUARTER - 1) / Melody.DEFAULT_STEPS_PER_QUARTER;
        }
    }
}
