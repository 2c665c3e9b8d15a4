package io.github.musicgen.midi.musicxml.report;

import io.github.musicgen.midi.format.MalformedMusicException;

/** A MusicXML file breaks the rules of XML, of its archive or of MusicXML, or is larger than this library reads. */
public final class MalformedMusicXmlException extends MalformedMusicException {

    private static final long serialVersionUID = 1L;

    /** The line counted from 1, or 0 for the file as a whole. */
    private final int line;

    /** The column counted from 1, or 0. */
    private final int column;

    /** The id of the part; empty outside any part. */
    private final String part;

    /** The number of the measure; empty outside any measure. */
    private final String measure;

    /**
     * Creates an exception with a message such as {@code part P1, measure 2, line 40, column 9: duration must be ...}.
     *
     * @param place where the fault is
     * @param problem what is wrong, naming the value and the bound it breaks
     */
    public MalformedMusicXmlException(ScorePlace place, String problem) {
        super(place.toString(), problem);
        this.line = place.line();
        this.column = place.column();
        this.part = place.part();
        this.measure = place.measure();
    }

    /**
     * Says where the fault is.
     *
     * @return the place, which names the part and the measure if the fault lies within them
     */
    public ScorePlace scorePlace() {
        return new ScorePlace(line, column, part, measure);
    }
}
