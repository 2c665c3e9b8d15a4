package io.github.musicgen.examples.cli.music;

import io.github.musicgen.examples.cli.output.Json;
import io.github.musicgen.midi.files.MusicReading;
import io.github.musicgen.representation.sequence.GeneralMidi;
import io.github.musicgen.representation.sequence.KeySignature;
import io.github.musicgen.representation.sequence.Note;
import io.github.musicgen.representation.sequence.NoteSequence;
import io.github.musicgen.representation.sequence.Part;
import io.github.musicgen.representation.sequence.Pitch;
import io.github.musicgen.representation.time.Tempo;
import io.github.musicgen.representation.time.TimeSignature;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Tells what is in a file. */
@Command(
        name = "inspect",
        description = {
            "Tells what is in a music file, as JSON.",
            "",
            "That is its parts, notes, tempos, meters and keys, and every problem that was found and repaired while reading it. "
                    + "A file that other commands refuse without --repair has the reason as its fault.",
            "",
            "A tick is the file's own smallest unit of time: ticksPerQuarter of them are a quarter note. A pitch is a number, "
                    + "one more for each semitone; 60 is middle C.",
            ""
        },
        footer = {
            "",
            "Examples:",
            "What is in a song, and is the file whole?",
            "  musicgen inspect song.mid",
            "Each note of the second tune in a book of tunes:",
            "  musicgen inspect tunes.abc --tune 2 --notes"
        },
        mixinStandardHelpOptions = true)
public final class InspectCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private InputFile input;

    @Option(names = "--notes", description = "List every note of each part.")
    private boolean listNotes;

    @Override
    public Integer call() throws IOException {
        MusicReading reading = input.read(true);
        Optional<String> fault = input.fault();
        NoteSequence music = reading.sequence();
        new Json()
                .put("file", input.path().toString())
                .put("format", input.format().name().toLowerCase(Locale.ROOT))
                .put("title", music.title())
                .put("ticksPerQuarter", music.ticksPerQuarter())
                .put("endTick", music.endTick())
                .put("seconds", music.seconds())
                .put("bars", music.endTick() == 0 ? 0 : music.meterMap().barAt(music.endTick() - 1) + 1)
                .put("notes", music.notes().count())
                .putAll("tempos", music.tempoMap().tempos(), tempo -> describe(tempo, music))
                .putAll("timeSignatures", music.meterMap().timeSignatures(), InspectCommand::describe)
                .putAll("keySignatures", music.keySignatures(), InspectCommand::describe)
                .putAll("parts", music.parts(), part -> describe(part, music))
                .putAll("chordSymbols", music.chordSymbols(), chord -> text(chord.tick(), chord.text()))
                .putAll("markers", music.markers(), marker -> text(marker.tick(), marker.text()))
                .put("repaired", fault.isPresent())
                .put("fault", fault.orElse(""))
                .put("problems", reading.notices())
                .print(spec.commandLine().getOut());
        return 0;
    }

    private static Json describe(Tempo tempo, NoteSequence music) {
        return new Json()
                .put("tick", tempo.tick())
                .put("seconds", music.tempoMap().secondsAt(tempo.tick()))
                .put("quartersPerMinute", tempo.quartersPerMinute())
                .put("microsecondsPerQuarter", tempo.microsecondsPerQuarter());
    }

    private static Json describe(TimeSignature signature) {
        return new Json()
                .put("tick", signature.tick())
                .put("numerator", signature.numerator())
                .put("denominator", signature.denominator());
    }

    private static Json describe(KeySignature signature) {
        return new Json()
                .put("tick", signature.tick())
                .put("key", signature.keyName())
                .put("fifths", signature.fifths())
                .put("mode", signature.mode().name().toLowerCase(Locale.ROOT));
    }

    private Json describe(Part part, NoteSequence music) {
        List<Note> notes = part.notes();
        Json json = new Json()
                .put("name", part.name())
                .put("program", part.program())
                .put("instrument", part.drums() ? "Drums" : GeneralMidi.programName(part.program()))
                .put("drums", part.drums())
                .put("notes", notes.size());
        if (!notes.isEmpty()) {
            json.put("lowest", pitch(notes.stream().mapToInt(Note::pitch).min().getAsInt()))
                    .put(
                            "highest",
                            pitch(notes.stream().mapToInt(Note::pitch).max().getAsInt()))
                    .put("startTick", notes.get(0).startTick())
                    .put(
                            "endTick",
                            notes.stream().mapToLong(Note::endTick).max().getAsLong())
                    .put("monophonic", isMonophonic(notes));
        }
        json.put("controlChanges", part.controlChanges().size())
                .put("pitchBends", part.pitchBends().size())
                .put("lyrics", part.lyrics().size());
        return listNotes ? json.putAll("noteList", notes, note -> describe(note, music)) : json;
    }

    private static Json describe(Note note, NoteSequence music) {
        return pitch(note.pitch())
                .put("velocity", note.velocity())
                .put("startTick", note.startTick())
                .put("endTick", note.endTick())
                .put("startSeconds", music.tempoMap().secondsAt(note.startTick()))
                .put("endSeconds", music.tempoMap().secondsAt(note.endTick()));
    }

    private static Json pitch(int pitch) {
        return new Json().put("pitch", pitch).put("name", Pitch.nameOf(pitch));
    }

    private static Json text(long tick, String text) {
        return new Json().put("tick", tick).put("text", text);
    }

    /** Whether no note starts before the one before it has ended. */
    private static boolean isMonophonic(List<Note> notes) {
        long end = 0;
        for (Note note : notes) {
            if (note.startTick() < end) {
                return false;
            }
            end = note.endTick();
        }
        return true;
    }
}
