package io.github.musicgen.midi;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.musicgen.midi.MidiNotice.Kind;
import io.github.musicgen.midi.smf.ChannelEvent;
import io.github.musicgen.midi.smf.ChannelEvent.NoteOff;
import io.github.musicgen.midi.smf.ChannelEvent.NoteOn;
import io.github.musicgen.midi.smf.ChannelEvent.ProgramChange;
import io.github.musicgen.midi.smf.Division.FrameRate;
import io.github.musicgen.midi.smf.Division.TicksPerQuarter;
import io.github.musicgen.midi.smf.Division.TimeCode;
import io.github.musicgen.midi.smf.MetaContent;
import io.github.musicgen.midi.smf.MetaEvent;
import io.github.musicgen.midi.smf.MidiEvent;
import io.github.musicgen.midi.smf.MidiFile;
import io.github.musicgen.midi.smf.MidiTrack;
import io.github.musicgen.midi.smf.Payload;
import io.github.musicgen.midi.smf.TextKind;
import io.github.musicgen.representation.sequence.ChordSymbol;
import io.github.musicgen.representation.sequence.ControlChange;
import io.github.musicgen.representation.sequence.KeySignature;
import io.github.musicgen.representation.sequence.KeySignature.Mode;
import io.github.musicgen.representation.sequence.Lyric;
import io.github.musicgen.representation.sequence.Marker;
import io.github.musicgen.representation.sequence.Note;
import io.github.musicgen.representation.sequence.NoteSequence;
import io.github.musicgen.representation.sequence.Part;
import io.github.musicgen.representation.sequence.PitchBend;
import io.github.musicgen.representation.time.Tempo;
import io.github.musicgen.representation.time.TimeSignature;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MidiReaderTest {

    private static final MidiTrack EMPTY = MidiTrack.of(List.of());

    private static MidiTrack track(MidiEvent... events) {
        return MidiTrack.of(List.of(events));
    }

    private static MidiFile file(MidiTrack... tracks) {
        return new MidiFile(1, new TicksPerQuarter(96), List.of(tracks));
    }

    private static NoteOn on(long tick, int channel, int key) {
        return new NoteOn(tick, channel, key, 100);
    }

    private static NoteOff off(long tick, int channel, int key) {
        return new NoteOff(tick, channel, key, 64);
    }

    private static MetaEvent text(long tick, TextKind kind, String text) {
        return MetaEvent.text(tick, kind, text);
    }

    private static MetaEvent meta(long tick, MetaContent content) {
        return MetaEvent.of(tick, content);
    }

    private static ChannelEvent.ControlChange control(long tick, int channel, int controller) {
        return new ChannelEvent.ControlChange(tick, channel, controller, 1);
    }

    private static List<Part> parts(MidiTrack... tracks) {
        return MidiReader.read(file(tracks)).parts();
    }

    private static List<Kind> notices(MidiTrack... tracks) {
        return MidiReader.readWithNotices(file(tracks)).notices().stream()
                .map(MidiNotice::kind)
                .toList();
    }

    @Nested
    class Notes {

        private static List<Note> notes(MidiEvent... events) {
            return MidiReader.read(file(track(events))).notes().toList();
        }

        @Test
        void struckAgainWhileSounding_endInTheOrderTheyBegan() {
            MidiEvent[] events = {on(0, 0, 60), on(10, 0, 60), off(20, 0, 60), off(30, 0, 60)};

            assertThat(notes(events)).containsExactly(new Note(60, 100, 0, 20), new Note(60, 100, 10, 30));
            assertThat(MidiReader.readWithNotices(file(track(events))).notices())
                    .containsExactly(new MidiNotice(Kind.RESTRUCK_NOTE, 1, events[1]));
        }

        @Test
        void struckAndReleasedAtOneTick_keepNoLength() {
            assertThat(notes(on(10, 0, 60), off(10, 0, 60))).containsExactly(new Note(60, 100, 10, 10));
        }

        @Test
        void releasedByVelocityZero_endLikeOthers() {
            assertThat(notes(on(0, 0, 60), new NoteOn(10, 0, 60, 0))).containsExactly(new Note(60, 100, 0, 10));
        }

        @Test
        void onTwoChannelsOrTracks_doNotEndEachOther() {
            MidiTrack first = track(on(0, 0, 60), on(1, 1, 60), off(5, 1, 60), off(6, 0, 60));
            MidiTrack second = track(on(2, 0, 60), off(3, 0, 60));

            assertThat(parts(first, second))
                    .extracting(part -> part.notes().get(0))
                    .containsExactly(new Note(60, 100, 0, 6), new Note(60, 100, 1, 5), new Note(60, 100, 2, 3));
        }

        @Test
        void neverReleased_endWithTheirTrackAndAreReported() {
            MidiTrack track = MidiTrack.of(List.of(on(5, 0, 60)), 50);
            MidiReading reading = MidiReader.readWithNotices(file(track));

            assertThat(reading.sequence().notes()).containsExactly(new Note(60, 100, 5, 50));
            assertThat(reading.notices()).containsExactly(new MidiNotice(Kind.UNENDED_NOTE, 1, on(5, 0, 60)));
        }

        @Test
        void releasedButNeverStruck_areReportedInWords() {
            assertThat(MidiReader.readWithNotices(file(EMPTY, track(off(480, 9, 60))))
                            .notices())
                    .singleElement()
                    .hasToString("track 2, channel 10, tick 480: C4 released without being struck; dropped");
        }

        @Test
        void struckAgainWhileTheySound_areReportedInWords() {
            MidiTrack track = MidiTrack.of(List.of(on(0, 5, 73), on(7616, 5, 73)), 8000);
            assertThat(MidiReader.readWithNotices(file(track)).notices().get(0))
                    .hasToString("track 1, channel 6, tick 7616: C#5 struck again while it sounds; "
                            + "both kept, the first to end is the first that was struck");
        }
    }

    @Nested
    class Parts {

        @Test
        void comeFromTrackChannelAndProgram_inTheOrderOfTheirFirstNotes() {
            MidiTrack first = track(
                    text(0, TextKind.TRACK_NAME, "Band"),
                    new ProgramChange(0, 0, 24),
                    new ProgramChange(0, 1, 32),
                    on(0, 1, 40),
                    on(0, 0, 60),
                    off(9, 0, 60),
                    off(9, 1, 40),
                    new ProgramChange(10, 0, 27),
                    on(10, 0, 61),
                    off(19, 0, 61),
                    new ProgramChange(20, 0, 24),
                    on(20, 0, 62),
                    off(29, 0, 62));
            MidiTrack second = track(on(0, 9, 36), off(1, 9, 36));

            assertThat(parts(first, second))
                    .containsExactly(
                            Part.builder("Band").program(32).note(40, 100, 0, 9).build(),
                            Part.builder("Band")
                                    .program(24)
                                    .note(60, 100, 0, 9)
                                    .note(62, 100, 20, 29)
                                    .build(),
                            Part.builder("Band")
                                    .program(27)
                                    .note(61, 100, 10, 19)
                                    .build(),
                            Part.builder("").drums(true).note(36, 100, 0, 1).build());
        }

        @Test
        void aNoteThatSoundsThroughAProgramChange_staysWithTheProgramThatBeganIt() {
            assertThat(parts(track(on(0, 0, 60), new ProgramChange(5, 0, 7), off(9, 0, 60))))
                    .containsExactly(Part.builder("").note(60, 100, 0, 9).build());
        }

        @Test
        void ofATrackWithoutProgramChanges_followThoseOfOtherTracks() {
            MidiTrack settings = track(new ProgramChange(0, 0, 40), new ProgramChange(50, 0, 41));
            MidiTrack notes = track(on(0, 0, 60), off(9, 0, 60), on(50, 0, 60), off(60, 0, 60));

            assertThat(parts(settings, notes)).extracting(Part::program).containsExactly(40, 41);
        }

        @Test
        void ofATrackWithProgramChanges_doNotFollowThoseOfOtherTracks() {
            MidiTrack one = track(new ProgramChange(0, 0, 40), on(5, 0, 60), off(9, 0, 60));
            MidiTrack other = track(new ProgramChange(1, 0, 41), on(5, 0, 60), off(9, 0, 60));

            assertThat(parts(one, other)).extracting(Part::program).containsExactly(40, 41);
        }

        @Test
        void onTwoPorts_doNotShareAChannel() {
            MidiTrack settings = track(new ProgramChange(0, 0, 40));
            MidiTrack elsewhere = track(meta(0, new MetaContent.Port(1)), on(0, 0, 60), off(9, 0, 60));

            assertThat(parts(settings, elsewhere)).extracting(Part::program).containsExactly(0);
        }

        @Test
        void withoutNotes_existIfTheirTrackHasAChannelOfItsOwn() {
            MidiTrack silent =
                    track(text(0, TextKind.TRACK_NAME, "Tacet"), new ProgramChange(0, 1, 5), control(3, 1, 7));
            MidiTrack automation = track(control(3, 0, 7));
            MidiTrack notes = track(on(0, 0, 60), off(9, 0, 60));

            assertThat(parts(EMPTY, silent, automation, notes))
                    .containsExactly(
                            Part.builder("Tacet")
                                    .program(5)
                                    .controlChange(3, 7, 1)
                                    .build(),
                            Part.builder("")
                                    .note(60, 100, 0, 9)
                                    .controlChange(3, 7, 1)
                                    .build());
        }
    }

    @Nested
    class Controls {

        @Test
        void beforeTheFirstNoteAndAroundAProgramChange_belongToTheNextNote() {
            List<Part> parts = parts(track(
                    control(0, 0, 7),
                    new ProgramChange(0, 0, 1),
                    on(0, 0, 60),
                    control(5, 0, 64),
                    off(9, 0, 60),
                    control(10, 0, 0),
                    new ProgramChange(10, 0, 2),
                    new ChannelEvent.PitchBend(11, 0, -5),
                    on(12, 0, 60),
                    off(20, 0, 60),
                    control(21, 0, 32)));

            assertThat(parts.get(0).controlChanges())
                    .containsExactly(new ControlChange(0, 7, 1), new ControlChange(5, 64, 1));
            assertThat(parts.get(1).controlChanges())
                    .containsExactly(new ControlChange(10, 0, 1), new ControlChange(21, 32, 1));
            assertThat(parts.get(1).pitchBends()).containsExactly(new PitchBend(11, -5));
        }

        @Test
        void ofAChannelThatNobodyPlays_areReportedOnce() {
            MidiTrack notes = track(control(0, 3, 7), control(1, 3, 7), on(2, 0, 60), off(3, 0, 60));

            assertThat(notices(notes)).containsExactly(Kind.UNPLAYED_CHANNEL);
        }
    }

    @Nested
    class Score {

        @Test
        void collectsTemposMetersKeysChordsAndMarkersFromAllTracks() {
            NoteSequence sequence = MidiReader.read(file(
                    track(
                            text(0, TextKind.TRACK_NAME, "Tune"),
                            meta(0, new MetaContent.TempoChange(600_000)),
                            meta(0, new MetaContent.MeterChange(6, 3, 36, 8)),
                            meta(0, new MetaContent.KeyChange(-3, true)),
                            text(96, TextKind.TEXT, "chord: Am7/G")),
                    track(
                            meta(0, new MetaContent.KeyChange(-3, true)),
                            on(0, 0, 60),
                            meta(96, new MetaContent.TempoChange(300_000)),
                            text(96, TextKind.MARKER, "A"),
                            off(96, 0, 60))));

            assertThat(sequence.title()).isEqualTo("Tune");
            assertThat(sequence.ticksPerQuarter()).isEqualTo(96);
            assertThat(sequence.tempoMap().tempos()).containsExactly(new Tempo(0, 600_000), new Tempo(96, 300_000));
            assertThat(sequence.meterMap().timeSignatures()).containsExactly(new TimeSignature(0, 6, 8));
            assertThat(sequence.keySignatures()).containsExactly(new KeySignature(0, -3, Mode.MINOR));
            assertThat(sequence.chordSymbols()).containsExactly(new ChordSymbol(96, "Am7/G"));
            assertThat(sequence.markers()).containsExactly(new Marker(96, "A"));
            assertThat(sequence.endTick()).isEqualTo(96);
        }

        @Test
        void thatMakesNoSense_isReported() {
            MidiTrack track = track(
                    new MetaEvent(0, 0x51, Payload.of((byte) 0, (byte) 0, (byte) 0)),
                    meta(0, new MetaContent.MeterChange(4, 11, 24, 8)));

            assertThat(notices(track)).containsExactly(Kind.UNREADABLE_META_EVENT, Kind.UNSUPPORTED_METER);
        }

        @Test
        void titleOfAFileWhoseFirstTrackPlays_isEmptyUnlessItIsTheOnlyOne() {
            MidiTrack flute = track(text(0, TextKind.TRACK_NAME, "Flute"), on(0, 0, 60), off(9, 0, 60));

            assertThat(MidiReader.read(file(flute, flute)).title()).isEmpty();
            assertThat(MidiReader.read(file(flute)).title()).isEqualTo("Flute");
        }
    }

    @Nested
    class Lyrics {

        private static final Part.Builder BASS = Part.builder("").program(32).note(40, 100, 0, 9);

        @Test
        void beforeOrWithANote_belongToItsPart() {
            List<Part> parts = parts(track(
                    new ProgramChange(0, 1, 32),
                    on(0, 1, 40),
                    off(9, 1, 40),
                    on(10, 0, 60),
                    text(10, TextKind.LYRIC, "la"),
                    off(19, 0, 60),
                    text(20, TextKind.LYRIC, "li"),
                    on(20, 0, 60),
                    off(29, 0, 60),
                    text(30, TextKind.LYRIC, "lu")));

            assertThat(parts.get(0)).isEqualTo(BASS.build());
            assertThat(parts.get(1).lyrics())
                    .containsExactly(new Lyric(10, "la"), new Lyric(20, "li"), new Lyric(30, "lu"));
        }

        @Test
        void inATrackOfTheirOwn_belongToThePartThatSingsWithThem() {
            MidiTrack words = track(text(10, TextKind.LYRIC, "la"), text(20, TextKind.LYRIC, "li"));
            MidiTrack bass = track(on(0, 1, 40), off(9, 1, 40), on(10, 1, 40), off(19, 1, 40));
            MidiTrack voice = track(on(10, 0, 60), off(19, 0, 60), on(20, 0, 60), off(29, 0, 60));
            List<Part> parts = parts(words, bass, voice);

            assertThat(parts.get(0).lyrics()).isEmpty();
            assertThat(parts.get(1).lyrics()).containsExactly(new Lyric(10, "la"), new Lyric(20, "li"));
        }

        @Test
        void ofAKaraokeFile_areItsTexts() {
            MidiTrack sign = track(text(0, TextKind.TEXT, "@KMIDI KARAOKE FILE"));
            MidiTrack words = track(text(0, TextKind.TEXT, "@LENGL"), text(10, TextKind.TEXT, "\\La"));
            MidiTrack voice = track(on(10, 0, 60), off(19, 0, 60));

            assertThat(parts(sign, words, voice).get(0).lyrics()).containsExactly(new Lyric(10, "\\La"));
            assertThat(parts(words, voice).get(0).lyrics()).isEmpty();
        }

        @Test
        void withoutAnyPart_makeOne() {
            assertThat(parts(track(text(5, TextKind.LYRIC, "la"))))
                    .containsExactly(Part.builder("").lyric(5, "la").build());
        }
    }

    @Nested
    class Time {

        @ParameterizedTest
        @CsvSource({"FILM, 40, 960", "PAL, 40, 1000", "NTSC, 80, 2400", "THIRTY, 80, 2400"})
        void ofTimeCode_isExact(FrameRate rate, int ticksPerFrame, int ticksPerQuarter) {
            long hour = 3600L * ticksPerFrame * rate.frames();
            MidiTrack track = track(meta(0, new MetaContent.TempoChange(300_000)));
            MidiReading reading =
                    MidiReader.readWithNotices(new MidiFile(1, new TimeCode(rate, ticksPerFrame), List.of(track)));

            assertThat(reading.sequence().ticksPerQuarter()).isEqualTo(ticksPerQuarter);
            assertThat(reading.sequence().tempoMap().secondsAt(hour)).isEqualTo(3600.0 * rate.seconds());
            assertThat(reading.notices()).extracting(MidiNotice::kind).containsExactly(Kind.TEMPO_WITHOUT_EFFECT);
        }

        @Test
        void ofPatterns_isOneAfterTheOther() {
            MidiTrack first = MidiTrack.of(
                    List.of(
                            meta(0, new MetaContent.TempoChange(300_000)),
                            new ProgramChange(0, 0, 5),
                            on(0, 0, 60),
                            off(9, 0, 60)),
                    100);
            MidiTrack second = track(text(0, TextKind.MARKER, "B"), on(1, 0, 62), off(9, 0, 62));
            NoteSequence sequence = MidiReader.read(new MidiFile(2, new TicksPerQuarter(96), List.of(first, second)));

            assertThat(sequence.parts())
                    .containsExactly(
                            Part.builder("").program(5).note(60, 100, 0, 9).build(),
                            Part.builder("").note(62, 100, 101, 109).build());
            assertThat(sequence.tempoMap().tempos()).containsExactly(new Tempo(0, 300_000), new Tempo(100, 500_000));
            assertThat(sequence.markers()).containsExactly(new Marker(100, "B"));
        }

        @Test
        void ofPatternsBeyondTheLastTick_isNotRead() {
            MidiEvent[] long1024 = new MidiEvent[1024];
            for (int i = 0; i < long1024.length; i++) {
                long1024[i] = text((i + 1L) * MidiEvent.MAX_DELTA, TextKind.TEXT, "");
            }
            MidiFile file = new MidiFile(2, new TicksPerQuarter(96), List.of(track(long1024), track(on(2000, 0, 60))));

            assertThat(MidiReader.readWithNotices(file).notices())
                    .containsExactly(new MidiNotice(Kind.PATTERN_TOO_LATE, 2, on(2000, 0, 60)));
        }
    }
}
