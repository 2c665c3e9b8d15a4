package io.github.musicgen.examples.web.song;

import io.github.musicgen.examples.web.json.Refusal;
import io.github.musicgen.midi.MidiWriter;
import io.github.musicgen.midi.musicxml.MusicXmlWriter;
import io.github.musicgen.midi.playback.WavExport;
import io.github.musicgen.representation.picture.PianoRollSvg;
import io.github.musicgen.representation.picture.Region;
import io.github.musicgen.representation.sequence.NoteSequence;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Writes songs as files. */
final class SongFiles {
    /** Sound takes ten megabytes a minute while it is fetched. */
    private static final double MAX_SOUND_SECONDS = 300;

    private SongFiles() {}

    static InputStream write(Song song, SongFormat format) {
        return switch (format) {
            case MIDI ->
                new ByteArrayInputStream(MidiWriter.toMidiFile(song.music()).toBytes());
            case MUSICXML -> new ByteArrayInputStream(MusicXmlWriter.toBytes(song.music()));
            case SVG -> new ByteArrayInputStream(picture(song).getBytes(StandardCharsets.UTF_8));
            case WAV -> sound(song.music());
        };
    }

    private static String picture(Song song) {
        NoteSequence music = song.music();
        PianoRollSvg picture = PianoRollSvg.of(music);
        if (song.startTick() == 0) {
            return picture.svg();
        }
        return picture.region(Region.primer(0, song.startTick()))
                .region(Region.continuation(song.startTick(), music.endTick()))
                .svg();
    }

    private static InputStream sound(NoteSequence music) {
        if (music.seconds() > MAX_SOUND_SECONDS) {
            throw Refusal.field(
                    Refusal.TOO_BIG,
                    "seconds",
                    Math.round(music.seconds()),
                    "at most " + MAX_SOUND_SECONDS + " for sound");
        }
        try {
            Path file = Files.createTempFile("melodyme", ".wav");
            try {
                WavExport.standard().write(music, file);
                return Files.newInputStream(file, StandardOpenOption.DELETE_ON_CLOSE);
            } catch (IOException | RuntimeException e) {
                Files.deleteIfExists(file); // nobody will close it
                throw e;
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
