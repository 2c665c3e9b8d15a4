package io.github.musicgen.examples.game;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Iterator;
import java.util.Optional;

/**
 * What the game is started with.
 *
 * @param headless how many frames to play without a window, if so
 * @param seed what all levels come from
 * @param thread whether bars are made on a second thread
 * @param paced whether a game without a window plays sixty frames a second and not as many as it can
 * @param autopilot whether nobody steers
 * @param mute whether a game with a window makes no sound
 * @param midi where the music goes at the end, if anywhere
 */
record GameOptions(
        Optional<Integer> headless,
        long seed,
        boolean thread,
        boolean paced,
        boolean autopilot,
        boolean mute,
        Optional<Path> midi) {
    static final String USAGE =
            "[--headless FRAMES [--paced]] [--seed N] [--thread] [--autopilot] [--mute] [--midi FILE]";

    static GameOptions parse(String... arguments) {
        GameOptions options = new GameOptions(Optional.empty(), 1, false, false, false, false, Optional.empty());
        Iterator<String> words = Arrays.asList(arguments).iterator();
        while (words.hasNext()) {
            options = options.with(words.next(), words);
        }
        return options;
    }

    private GameOptions with(String word, Iterator<String> more) {
        return switch (word) {
            case "--headless" ->
                new GameOptions(Optional.of(frames(value(word, more))), seed, thread, paced, autopilot, mute, midi);
            case "--seed" ->
                new GameOptions(headless, number(word, value(word, more)), thread, paced, autopilot, mute, midi);
            case "--thread" -> new GameOptions(headless, seed, true, paced, autopilot, mute, midi);
            case "--paced" -> new GameOptions(headless, seed, thread, true, autopilot, mute, midi);
            case "--autopilot" -> new GameOptions(headless, seed, thread, paced, true, mute, midi);
            case "--mute" -> new GameOptions(headless, seed, thread, paced, autopilot, true, midi);
            case "--midi" ->
                new GameOptions(
                        headless, seed, thread, paced, autopilot, mute, Optional.of(Path.of(value(word, more))));
            default -> throw new IllegalArgumentException("options are " + USAGE + ", but there was \"" + word + "\"");
        };
    }

    private static String value(String option, Iterator<String> more) {
        if (!more.hasNext()) {
            throw new IllegalArgumentException(option + " must be followed by a value, but nothing followed");
        }
        return more.next();
    }

    private static int frames(String text) {
        long frames = number("--headless", text);
        if (frames < 1 || frames > 10_000_000) {
            throw new IllegalArgumentException("--headless must be 1..10000000 frames, but was " + frames);
        }
        return (int) frames;
    }

    private static long number(String option, String text) {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(option + " must be a whole number, but was \"" + text + "\"", e);
        }
    }
}
