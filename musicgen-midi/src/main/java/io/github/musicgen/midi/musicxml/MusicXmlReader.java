package io.github.musicgen.midi.musicxml;

import io.github.musicgen.midi.musicxml.playing.ScorePlayer;
import io.github.musicgen.midi.musicxml.reading.ScoreReader;
import io.github.musicgen.midi.musicxml.report.MalformedMusicXmlException;
import io.github.musicgen.midi.musicxml.report.ScorePlace;
import io.github.musicgen.midi.musicxml.source.MxlArchive;
import io.github.musicgen.midi.musicxml.source.Notices;
import io.github.musicgen.representation.sequence.NoteSequence;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Reads MusicXML: plain ({@code .musicxml}, {@code .xml}) or compressed ({@code .mxl}), partwise or timewise. What a file is, is
 * seen from its bytes, not from its name.
 *
 * <pre>{@code
 * NoteSequence song = MusicXmlReader.read(Path.of("song.mxl"));
 * }</pre>
 *
 * <p>The score is played: repeats, endings, da capo and dal segno are unfolded, tied notes are one, instruments sound as they
 * are transposed. What a player would add (trills, tremolos, hairpins, arpeggios) is not played; the notices name it.
 *
 * <ul>
 *   <li>Time: 480 ticks to a quarter, or the least multiple that expresses every length exactly.
 *   <li>Bars are as long as the longest part in them. One that is shorter than its meter, such as a pickup, keeps the meter and is
 *       cut short by the next bar, which states its meter again; a longer one gets as many beats as it needs.
 *   <li>Velocities: {@code ppp pp p mp mf f ff fff} are 16, 33, 49, 64, 80, 96, 112, 126; 80 before any dynamic. A dynamic holds
 *       for its part until the next one; {@code sf} and {@code fp} strike what begins with them.
 *   <li>Grace notes sound before the beat, a 32nd each, and shorten what sounded before them in their voice.
 *   <li>Lyrics: a syllable whose word goes on ends with a hyphen; the n-th time a measure is played, verse n is sung.
 *   <li>Chord symbols: {@code Am7/G}, {@code Bbmaj7}, {@code E7(#9)}, {@code C(add9)(no3)}, {@code N.C.}, as they sound.
 *   <li>Cue notes are silent; notes that are not printed sound.
 *   <li>The sustain pedal becomes control changes.
 * </ul>
 */
public final class MusicXmlReader {
    /** The largest file that is read, and the most that a compressed one may inflate to. */
    public static final int MAX_BYTES = MxlArchive.MAX_INFLATED_BYTES;

    private MusicXmlReader() {}

    /**
     * Reads a file.
     *
     * @param path the file
     * @return its music, with all repeats played
     * @throws MalformedMusicXmlException if it is not MusicXML, or larger than what is read
     * @throws IOException if it cannot be read
     */
    public static NoteSequence read(Path path) throws IOException {
        return readWithNotices(path).sequence();
    }

    /**
     * Reads a file and says what was strange about it.
     *
     * @param path the file
     * @return its music, with all repeats played, and everything that was dropped or had to be interpreted
     * @throws MalformedMusicXmlException if it is not MusicXML, or larger than what is read
     * @throws IOException if it cannot be read
     */
    public static MusicXmlReading readWithNotices(Path path) throws IOException {
        requireSize(Files.size(path));
        return parseWithNotices(Files.readAllBytes(path));
    }

    /**
     * Reads the bytes of a file.
     *
     * @param file the bytes
     * @return its music, with all repeats played
     * @throws MalformedMusicXmlException if it is not MusicXML, or larger than what is read
     */
    public static NoteSequence parse(byte[] file) throws MalformedMusicXmlException {
        return parseWithNotices(file).sequence();
    }

    /**
     * Reads the bytes of a file and says what was strange about it.
     *
     * @param file the bytes
     * @return its music, with all repeats played, and everything that was dropped or had to be interpreted
     * @throws MalformedMusicXmlException if it is not MusicXML, or larger than what is read
     */
    public static MusicXmlReading parseWithNotices(byte[] file) throws MalformedMusicXmlException {
        requireSize(file.length);
        Notices notices = new Notices();
        byte[] document = MxlArchive.isArchive(file) ? MxlArchive.score(file, notices) : file;
        NoteSequence sequence = ScorePlayer.play(ScoreReader.read(document, notices), notices);
        return new MusicXmlReading(sequence, notices.list());
    }

    private static void requireSize(long bytes) throws MalformedMusicXmlException {
        if (bytes > MAX_BYTES) {
            throw new MalformedMusicXmlException(
                    ScorePlace.WHOLE_FILE, "a file must have at most " + MAX_BYTES + " bytes, but has " + bytes);
        }
    }
}
