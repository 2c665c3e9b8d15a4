package io.github.musicgen.representation.encoding;

import static io.github.musicgen.representation.melody.Melody.NOTE_OFF;
import static io.github.musicgen.representation.melody.Melody.NO_EVENT;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The oracle of the encodings: lookback and key-melody for 48..83, written down from their definition, with the whole past
 * looked through again at every step and a dense vector as the result.
 */
final class NaiveEncodings {
    private static final int MIN = 48;
    private static final int[] MAJOR = {0, 2, 4, 5, 7, 9, 11};

    private NaiveEncodings() {}

    private static int oneHot(int event) {
        return event == NO_EVENT ? 0 : event == NOTE_OFF ? 1 : event - MIN + 2;
    }

    private static int eventAt(int[] events, int position) {
        return position < 0 ? NO_EVENT : events[position];
    }

    private static boolean repeats(int[] events, int position, int distance) {
        return position >= distance && events[position] == events[position - distance];
    }

    static float[] lookbackInput(int[] events, int position) {
        float[] input = new float[121];
        input[oneHot(events[position])] = 1;
        input[38 + oneHot(eventAt(events, position - 16 + 1))] = 1;
        input[76 + oneHot(eventAt(events, position - 32 + 1))] = 1;
        for (int bit = 0; bit < 5; bit++) {
            input[114 + bit] = (position + 1) / power(bit) % 2 == 1 ? 1 : -1;
        }
        input[119] = repeats(events, position, 16) ? 1 : 0;
        input[120] = repeats(events, position, 32) ? 1 : 0;
        return input;
    }

    static int lookbackLabel(int[] events, int position) {
        if (isRepeatOf32(events, position)) {
            return 39;
        }
        return repeats(events, position, 16) ? 38 : oneHot(events[position]);
    }

    static int keyMelodyLabel(int[] events, int position) {
        if (isRepeatOf32(events, position)) {
            return 39;
        }
        if (repeats(events, position, 16)) {
            return 38;
        }
        int event = events[position];
        return event == NO_EVENT ? 36 : event == NOTE_OFF ? 37 : event - MIN;
    }

    private static boolean isRepeatOf32(int[] events, int position) {
        return (position < 32 && events[position] == NO_EVENT) || repeats(events, position, 32);
    }

    static float[] keyMelodyInput(int[] events, int position) {
        float[] input = new float[74];
        int[] past = Arrays.copyOf(events, position + 1);
        int sounding = sounding(past);
        if (sounding >= 0) {
            input[sounding - MIN] = 1;
            input[36] = 1;
        } else {
            input[37] = 1;
        }
        input[38] = attack(past) ? 1 : 0;
        input[39] = contour(past);
        input[40] = repeats(events, position, 16) ? 1 : 0;
        input[41] = repeats(events, position, 32) ? 1 : 0;
        for (int bit = 0; bit < 7; bit++) {
            input[42 + bit] = (position + 1) / power(bit) % 2 == 1 ? 1 : -1;
        }
        input[49] = (position + 1) % 16 == 0 ? 1 : 0;
        writeBestKeys(notes(past), input, 50);
        writeBestKeys(lastThreeDistinct(notes(past)), input, 62);
        return input;
    }

    private static int power(int exponent) {
        return (int) Math.round(Math.pow(2, exponent));
    }

    private static List<Integer> notes(int[] events) {
        return Arrays.stream(events).filter(event -> event >= 0).boxed().toList();
    }

    /** The pitch that the last event leaves sounding, -1 for silence. */
    private static int sounding(int[] events) {
        return Arrays.stream(events).filter(event -> event != NO_EVENT).reduce(NOTE_OFF, (before, event) -> event);
    }

    /** Of note-ons and no-events, whether the last was a note-on. */
    private static boolean attack(int[] events) {
        return Arrays.stream(events).filter(event -> event != NOTE_OFF).reduce(NO_EVENT, (before, event) -> event) >= 0;
    }

    /** The direction of the last two neighboring notes that differ. */
    private static int contour(int[] events) {
        List<Integer> notes = notes(events);
        for (int i = notes.size() - 1; i > 0; i--) {
            int direction = Integer.compare(notes.get(i), notes.get(i - 1));
            if (direction != 0) {
                return direction;
            }
        }
        return 0;
    }

    private static List<Integer> lastThreeDistinct(List<Integer> notes) {
        List<Integer> distinct = new ArrayList<>();
        for (int i = notes.size() - 1; i >= 0 && distinct.size() < 3; i--) {
            if (!distinct.contains(notes.get(i))) {
                distinct.add(notes.get(i));
            }
        }
        return distinct;
    }

    private static void writeBestKeys(List<Integer> notes, float[] input, int offset) {
        int[] fitting = new int[12];
        for (int note : notes) {
            for (int degree : MAJOR) {
                fitting[Math.floorMod(note - degree, 12)]++;
            }
        }
        int most = Arrays.stream(fitting).max().getAsInt();
        for (int key = 0; key < 12; key++) {
            input[offset + key] = fitting[key] == most ? 1 : 0;
        }
    }
}
