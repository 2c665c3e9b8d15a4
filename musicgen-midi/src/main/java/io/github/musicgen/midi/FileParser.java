package io.github.musicgen.midi;

import io.github.musicgen.midi.Division.FrameRate;
import io.github.musicgen.midi.Division.TicksPerQuarter;
import io.github.musicgen.midi.Division.TimeCode;
import java.util.ArrayList;
import java.util.List;

/** Finds the chunks of a file and hands the tracks to {@link TrackParser}. */
final class FileParser {

    private static final int OUTSIDE = 0;
    private static final int LEAST_HEADER = 6;
    private static final Division USUAL_DIVISION = new TicksPerQuarter(480);

    private final ChunkCursor in;
    private final Faults faults;
    private final List<MidiTrack> tracks = new ArrayList<>();
    private final List<AlienChunk> aliens = new ArrayList<>();

    FileParser(byte[] bytes, Faults faults) {
        this.in = new ChunkCursor(bytes);
        this.faults = faults;
    }

    MidiFile parse() throws MalformedMidiException {
        findHeader();
        int header = in.position() + Chunks.PREFIX;
        if (in.left() < Chunks.PREFIX + LEAST_HEADER) {
            throw new MalformedMidiException(
                    OUTSIDE, in.position(), "header breaks off after " + Faults.bytes(in.left()));
        }
        int format = format(header);
        int declared = in.int16(header + 2);
        Division division = division(header + 4);
        in.moveTo(header + headerLength(header - 4));
        readChunks(declared);
        if (tracks.size() < declared) {
            report(
                    in.position(),
                    "header declares " + declared + " tracks, but the file holds " + tracks.size(),
                    "took what there is");
        }
        return new MidiFile(formatFor(format, header), division, tracks, aliens);
    }

    private void findHeader() throws MalformedMidiException {
        int header = in.find(Chunks.HEADER, 0);
        if (header < 0) {
            throw new MalformedMidiException(OUTSIDE, 0, "no header MThd in " + Faults.bytes(in.left()));
        }
        if (header > 0) {
            String what = in.startsWith(Chunks.RIFF) ? "RIFF wrapper" : Faults.bytes(header);
            report(0, what + " before the header MThd", "skipped to byte " + header);
        }
        in.moveTo(header);
    }

    private int format(int at) throws MalformedMidiException {
        int format = in.int16(at);
        if (format > 2) {
            report(at, "format must be 0..2, but is " + format, "took 1");
            return 1;
        }
        return format;
    }

    private Division division(int at) throws MalformedMidiException {
        int code = in.int16(at);
        int unit = code & 0xFF;
        if (code > 0 && code <= 0x7FFF) {
            return new TicksPerQuarter(code);
        }
        for (FrameRate rate : FrameRate.values()) {
            if (code >> 8 == (-rate.code() & 0xFF) && unit > 0) {
                return new TimeCode(rate, unit);
            }
        }
        String fault = code == 0
                ? "division must be at least 1 tick per quarter, but is 0"
                : "division must be at least 1 tick in a frame of 24, 25, 29 or 30 per second, but is " + unit
                        + " in one of " + -(byte) (code >> 8);
        report(at, fault, "took 480 ticks per quarter");
        return USUAL_DIVISION;
    }

    private int headerLength(int at) throws MalformedMidiException {
        long length = in.int32(at) & 0xFFFF_FFFFL;
        int left = in.end() - at - 4;
        if (length < LEAST_HEADER || length > left) {
            report(
                    at,
                    "header length must be " + LEAST_HEADER + ".." + left + ", but is " + length,
                    "took " + LEAST_HEADER);
            return LEAST_HEADER;
        }
        return (int) length;
    }

    private int formatFor(int format, int at) throws MalformedMidiException {
        if (format == 0 && tracks.size() != 1) {
            report(at, "format 0 must have 1 track, but has " + tracks.size(), "took format 1");
            return 1;
        }
        return format;
    }

    private void readChunks(int declared) throws MalformedMidiException {
        while (in.left() > 0) {
            int at = in.position();
            if (in.left() < Chunks.PREFIX || !in.isName(at)) {
                skipToTrack("no chunk begins here");
            } else if (in.int32(at) == Chunks.TRACK) {
                readTrack(declared);
            } else if (in.int32(at) == Chunks.HEADER) {
                report(at, "a second header", "dropped the " + Faults.bytes(in.left()) + " from there on");
                in.moveTo(in.end());
            } else {
                readAlien();
            }
        }
    }

    private void skipToTrack(String fault) throws MalformedMidiException {
        int at = in.position();
        int next = in.findTrackOrEnd(at + 1);
        report(at, fault, "skipped " + Faults.bytes(next - at));
        in.moveTo(next);
    }

    private void readAlien() throws MalformedMidiException {
        int at = in.position();
        int content = at + Chunks.PREFIX;
        long length = in.int32(at + 4) & 0xFFFF_FFFFL;
        if (length > in.end() - content) {
            skipToTrack("chunk " + Chunks.name(in.int32(at)) + " of " + length + " bytes in a file with "
                    + Faults.bytes(in.end() - content) + " left");
            return;
        }
        in.moveTo(content + (int) length);
        aliens.add(new AlienChunk(tracks.size(), in.int32(at), in.slice(content, in.position())));
    }

    private void readTrack(int declared) throws MalformedMidiException {
        int number = tracks.size() + 1;
        if (number == declared + 1) {
            report(in.position(), "header declares " + declared + " tracks, but here is another", "took it too");
        }
        if (number > MidiFile.MAX_TRACKS) {
            throw new MalformedMidiException(OUTSIDE, in.position(), "more than " + MidiFile.MAX_TRACKS + " tracks");
        }
        int content = in.position() + Chunks.PREFIX;
        int limit = trackLimit(number, content);
        TrackParser parser = new TrackParser(in.bytes(), content, limit, number, faults);
        tracks.add(parser.parse());
        in.moveTo(parser.position() == limit ? limit : afterTrack(number, parser.position(), limit));
    }

    /** Believes the length of a track if another chunk begins behind it, or the file ends. */
    private int trackLimit(int number, int content) throws MalformedMidiException {
        long length = in.int32(content - 4) & 0xFFFF_FFFFL;
        int left = in.end() - content;
        if (length <= left && in.chunkMayBegin(content + (int) length)) {
            return content + (int) length;
        }
        int found = in.findTrackOrEnd(content);
        String fault = length > left
                ? "track of " + length + " bytes in a file with " + Faults.bytes(left) + " left"
                : "no chunk begins behind this track of " + length + " bytes";
        faults.report(number, content - 4, fault, "took " + Faults.bytes(found - content));
        return found;
    }

    private int afterTrack(int number, int position, int limit) throws MalformedMidiException {
        int next = in.isTrack(position) ? position : limit;
        String repair = next == position ? "took the chunk that begins there" : "dropped them";
        faults.report(number, position, Faults.bytes(limit - position) + " after the end of the track", repair);
        return next;
    }

    private void report(int offset, String fault, String repair) throws MalformedMidiException {
        faults.report(OUTSIDE, offset, fault, repair);
    }
}
