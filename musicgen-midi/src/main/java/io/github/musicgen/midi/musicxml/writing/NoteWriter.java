package io.github.musicgen.midi.musicxml.writing;

import io.github.musicgen.midi.musicxml.notation.LyricPlacement;
import io.github.musicgen.midi.musicxml.notation.NotatedNote;
import io.github.musicgen.midi.musicxml.notation.NotatedPiece;
import io.github.musicgen.midi.musicxml.notation.NotatedPiece.Head;
import io.github.musicgen.midi.musicxml.notation.PartNotation.VoiceBar;
import io.github.musicgen.midi.musicxml.vocabulary.DrumStaff;
import io.github.musicgen.midi.musicxml.vocabulary.Loudness;
import io.github.musicgen.midi.musicxml.vocabulary.NoteValue;
import io.github.musicgen.midi.musicxml.vocabulary.Spelling;
import io.github.musicgen.representation.sequence.KeySignature;
import io.github.musicgen.representation.sequence.KeySignature.Mode;
import io.github.musicgen.representation.sequence.Lyric;
import io.github.musicgen.representation.sequence.Note;
import io.github.musicgen.representation.sequence.Part;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes the notes and rests of one part. */
final class NoteWriter {
    private static final int PER_OCTAVE = 12;
    private static final int LOWEST_WRITTEN = 12; // C of octave 0
    private static final int HIGHEST_WRITTEN = 131; // B of octave 9
    // The flattest of the twelve neighbors on the line of fifths that a key is written with.
    private static final int FLATTEST_IN_MAJOR = -4;
    private static final int FLATTEST_IN_MINOR = -3;

    private final XmlText xml;
    private final String partId;
    private final boolean drums;
    private final int staves;
    private final long unit;
    private final int octavesUp;
    private final LyricPlacement lyrics;
    private int flattest = FLATTEST_IN_MAJOR;
    private boolean withinWord;

    NoteWriter(XmlText xml, String partId, Part part, int staves, long unit, LyricPlacement lyrics) {
        this.xml = xml;
        this.partId = partId;
        this.drums = part.drums();
        this.staves = staves;
        this.unit = unit;
        this.octavesUp = octavesUp(part.notes());
        this.lyrics = lyrics;
    }

    /** Written octaves begin with 0, so that the lowest octave of MIDI needs an instrument that sounds lower than written. */
    private static int octavesUp(List<Note> notes) {
        boolean tooLow = notes.stream().anyMatch(note -> note.pitch() < LOWEST_WRITTEN);
        boolean fits = notes.stream().allMatch(note -> note.pitch() + PER_OCTAVE <= HIGHEST_WRITTEN);
        return tooLow && fits ? 1 : 0;
    }

    void setKey(KeySignature key) {
        flattest = key.fifths() + (key.mode() == Mode.MINOR ? FLATTEST_IN_MINOR : FLATTEST_IN_MAJOR);
    }

    void writeTransposition() {
        if (octavesUp > 0 && !drums) {
            xml.open("transpose")
                    .leaf("chromatic", 0)
                    .leaf("octave-change", -octavesUp)
                    .close();
        }
    }

    void writeMeasureRest(long length, VoiceBar voice) {
        xml.open("note").empty("rest", "measure", "yes");
        xml.leaf("duration", length / unit);
        xml.leaf("voice", voice.voice());
        writeStaff(voice);
        xml.close();
    }

    void write(NotatedPiece piece, VoiceBar voice) {
        if (piece.heads().isEmpty()) {
            xml.open("note").empty("rest");
            xml.leaf("duration", piece.length() / unit);
            writeValue(piece, voice, null);
            writeNotations(piece, null, true);
            xml.close();
        }
        boolean first = true;
        for (Head head : piece.heads()) {
            write(piece, head, voice, first);
            first = false;
        }
    }

    private void write(NotatedPiece piece, Head head, VoiceBar voice, boolean firstOfChord) {
        NotatedNote note = head.note();
        String[] velocity = note.velocity() == Loudness.DEFAULT_VELOCITY
                ? new String[0]
                : new String[] {"dynamics", Loudness.percent(note.velocity())};
        xml.open("note", velocity);
        if (!firstOfChord) {
            xml.empty("chord");
        }
        writePitch(note.pitch());
        xml.leaf("duration", piece.length() / unit);
        if (head.tieStop()) {
            xml.empty("tie", "type", "stop");
        }
        if (head.tieStart()) {
            xml.empty("tie", "type", "start");
        }
        if (drums) {
            xml.empty("instrument", "id", instrumentId(partId, note.pitch()));
        }
        writeValue(piece, voice, drums ? DrumStaff.place(note.pitch()).notehead() : null);
        writeNotations(piece, head, firstOfChord);
        writeLyrics(lyrics.take(piece.start()));
        xml.close();
    }

    /** What the score calls the drum of a part that a pitch means. */
    static String instrumentId(String partId, int pitch) {
        return partId + "-I" + (pitch + 1);
    }

    private void writePitch(int pitch) {
        if (drums) {
            DrumStaff.Place place = DrumStaff.place(pitch);
            xml.open("unpitched");
            xml.leaf("display-step", place.step());
            xml.leaf("display-octave", place.octave());
            xml.close();
            return;
        }
        int fifths = Spelling.fifthsOf(pitch, flattest);
        xml.open("pitch");
        xml.leaf("step", Character.toString(Spelling.step(fifths)));
        if (Spelling.alter(fifths) != 0) {
            xml.leaf("alter", Spelling.alter(fifths));
        }
        xml.leaf("octave", Spelling.octave(pitch, fifths) + octavesUp);
        xml.close();
    }

    private void writeValue(NotatedPiece piece, VoiceBar voice, @Nullable String notehead) {
        xml.leaf("voice", voice.voice());
        xml.leaf("type", NoteValue.name(piece.value()));
        if (piece.dotted()) {
            xml.empty("dot");
        }
        if (piece.tuplet().isTuplet()) {
            xml.open("time-modification");
            xml.leaf("actual-notes", piece.tuplet().actual());
            xml.leaf("normal-notes", piece.tuplet().normal());
            xml.close();
        }
        if (notehead != null) {
            xml.leaf("notehead", notehead);
        }
        writeStaff(voice);
    }

    private void writeStaff(VoiceBar voice) {
        if (staves > 1) {
            xml.leaf("staff", voice.staff());
        }
    }

    private void writeNotations(NotatedPiece piece, @Nullable Head head, boolean firstOfChord) {
        boolean tieStop = head != null && head.tieStop();
        boolean tieStart = head != null && head.tieStart();
        boolean tupletStart = firstOfChord && piece.firstOfTuplet();
        boolean tupletStop = firstOfChord && piece.lastOfTuplet();
        if (tieStop || tieStart || tupletStart || tupletStop) {
            xml.open("notations");
            writeIf(tieStop, "tied", "stop");
            writeIf(tieStart, "tied", "start");
            writeIf(tupletStart, "tuplet", "start");
            writeIf(tupletStop, "tuplet", "stop");
            xml.close();
        }
    }

    private void writeIf(boolean wanted, String element, String type) {
        if (wanted) {
            xml.empty(element, "type", type);
        }
    }

    private void writeLyrics(List<Lyric> syllables) {
        for (int verse = 0; verse < syllables.size(); verse++) {
            writeLyric(syllables.get(verse).text(), verse + 1);
        }
    }

    /** A hyphen at the end says that the word goes on. */
    private void writeLyric(String text, int verse) {
        boolean goesOn = text.length() > 1 && text.endsWith("-");
        String syllabic = goesOn ? (withinWord ? "middle" : "begin") : (withinWord ? "end" : "single");
        withinWord = goesOn;
        xml.open("lyric", "number", Integer.toString(verse));
        xml.leaf("syllabic", syllabic);
        xml.leaf("text", goesOn ? text.substring(0, text.length() - 1) : text);
        xml.close();
    }
}
