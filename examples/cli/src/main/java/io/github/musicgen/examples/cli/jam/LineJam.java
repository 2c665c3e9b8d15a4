package io.github.musicgen.examples.cli.jam;

import java.io.BufferedReader;
import java.io.IOException;
import java.util.List;

/** A jam in lines: each is a call, answered on the next bar line. No clock runs, so that a script gets the same each time. */
final class LineJam {
    private final Partner partner;
    private final JamRecord record;
    private final JamSound sound;
    private final JamTalk talk;

    LineJam(Partner partner, JamRecord record, JamSound sound, JamTalk talk) {
        this.partner = partner;
        this.record = record;
        this.sound = sound;
        this.talk = talk;
    }

    /** Answers line by line, until there are no more, one that holds but a q, or enough answers. */
    void run(BufferedReader lines, int mostAnswers) throws IOException, InterruptedException {
        PianoKeys keys = new PianoKeys();
        int answers = 0;
        int number = 0;
        for (String line = lines.readLine(); line != null && answers < mostAnswers; line = lines.readLine()) {
            if (line.strip().equalsIgnoreCase("q")) {
                return;
            }
            number++;
            List<StepNote> notes = notes(keys, line, number);
            if (!notes.isEmpty()) {
                answer(Call.of(notes));
                answers++;
            }
        }
    }

    private List<StepNote> notes(PianoKeys keys, String line, int number) throws IOException {
        try {
            return keys.notes(line, partner.pulse().stepsPerQuarter());
        } catch (IllegalArgumentException noKey) {
            throw new IOException("line " + number + ", " + noKey.getMessage(), noKey);
        }
    }

    private void answer(Call call) throws IOException, InterruptedException {
        Answer answer = partner.answer(call, partner.pulse().barFrom(call.endStep()));
        record.add(answer, record.nextBar());
        talk.tell(answer);
        sound.play(call.notes(), 0);
        sound.awaitEnd();
        sound.play(answer.notes(), partner.pulse().microsecondsAt(call.endStep()));
        sound.awaitEnd();
    }
}
