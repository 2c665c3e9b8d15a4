package io.github.musicgen.representation.melody;

import io.github.musicgen.representation.sequence.NoteSequence;
import io.github.musicgen.representation.sequence.Part;
import io.github.musicgen.representation.sequence.QuantizedSequence;
import io.github.musicgen.representation.time.Grid;

/** Short music for tests, in quarter notes: {@code Music.onGrid(4).meter(0, 3, 4).part("60@0-1 62@1-2.5")}. */
final class Music {
    private static final int TICKS = 100; // per quarter

    private final int stepsPerQuarter;
    private final NoteSequence.Builder builder = NoteSequence.builder(TICKS);

    private Music(int stepsPerQuarter) {
        this.stepsPerQuarter = stepsPerQuarter;
    }

    static Music onGrid(int stepsPerQuarter) {
        return new Music(stepsPerQuarter);
    }

    Music meter(double quarter, int numerator, int denominator) {
        builder.timeSignature(ticks(quarter), numerator, denominator);
        return this;
    }

    Music part(String notes) {
        return part(Part.builder(""), notes);
    }

    Music drums(String notes) {
        return part(Part.builder("").drums(true), notes);
    }

    Music program(int program, String notes) {
        return part(Part.builder("").program(program), notes);
    }

    private Music part(Part.Builder part, String notes) {
        if (!notes.isEmpty()) {
            for (String note : notes.split(" ", -1)) {
                String[] fields = note.split("[@-]", -1);
                part.note(
                        Integer.parseInt(fields[0]),
                        80,
                        ticks(Double.parseDouble(fields[1])),
                        ticks(Double.parseDouble(fields[2])));
            }
        }
        builder.part(part.build());
        return this;
    }

    private static long ticks(double quarters) {
        return Math.round(quarters * TICKS);
    }

    QuantizedSequence quantized() {
        return builder.build().quantize(Grid.perQuarter(stepsPerQuarter));
    }
}
