package io.github.musicgen.midi.musicxml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.musicgen.representation.sequence.ChordSymbol;
import io.github.musicgen.representation.sequence.KeySignature;
import io.github.musicgen.representation.sequence.Lyric;
import io.github.musicgen.representation.sequence.Marker;
import io.github.musicgen.representation.sequence.Note;
import io.github.musicgen.representation.sequence.NoteSequence;
import io.github.musicgen.representation.sequence.Part;
import io.github.musicgen.representation.time.TimeSignature;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import javax.xml.parsers.DocumentBuilderFactory;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;

class MusicXmlWriterTest {
    private static final int TICKS_PER_QUARTER = 96;
    private static final int TICKS_PER_STEP = 12; // a 32nd
    private static final int STEPS = 96;

    @Property(tries = 150)
    void read_ofWhatWasWritten_hasTheSameNotes(@ForAll("music") NoteSequence music) throws Exception {
        NoteSequence read = MusicXmlReader.parse(MusicXmlWriter.toBytes(music));

        NoteSequence fine = fine(music);
        NoteSequence fineRead = fine(read);
        assertThat(fineRead.parts()).hasSameSizeAs(fine.parts());
        for (int part = 0; part < fine.parts().size(); part++) {
            assertThat(pitchesAndTicks(fineRead.parts().get(part)))
                    .isEqualTo(pitchesAndTicks(fine.parts().get(part)));
        }
        assertThat(fineRead.tempoMap()).isEqualTo(fine.tempoMap());
        assertThat(fineRead.meterMap()).isEqualTo(fine.meterMap());
    }

    @Test
    void lastBar_thatMusicDoesNotFill_isFilledWithRests() throws Exception {
        NoteSequence music = NoteSequence.builder(4)
                .timeSignature(0, 4, 4)
                .part(Part.builder("Short").note(60, 80, 0, 20).build())
                .build();
        assertThat(music.endTick()).isEqualTo(20);

        NoteSequence read = MusicXmlReader.parse(MusicXmlWriter.toBytes(music));

        assertThat(fine(read).endTick()).isEqualTo(fine(music).endTick() / 20 * 32);
        assertThat(pitchesAndTicks(fine(read).parts().get(0)))
                .isEqualTo(pitchesAndTicks(fine(music).parts().get(0)));
    }

    @Property(tries = 60)
    void everyMeasure_isFilledExactly_andEveryTieIsEnded(@ForAll("music") NoteSequence music) throws Exception {
        Document score = parse(MusicXmlWriter.toBytes(music));

        NodeList measures = score.getElementsByTagName("measure");
        int divisions = 0;
        int depthOfTies = 0;
        for (int i = 0; i < measures.getLength(); i++) {
            Element measure = (Element) measures.item(i);
            NodeList stated = measure.getElementsByTagName("divisions");
            if (stated.getLength() > 0) {
                divisions = Integer.parseInt(stated.item(0).getTextContent());
            }
            assertThat(divisions).isPositive();
            long furthest = 0;
            long position = 0;
            for (Node node = measure.getFirstChild(); node != null; node = node.getNextSibling()) {
                long duration = duration(node);
                position += node.getNodeName().equals("backup") ? -duration : duration;
                assertThat(position).isNotNegative();
                furthest = Math.max(furthest, position);
            }
            TimeSignature meter = music.meterMap().timeSignatures().get(0);
            assertThat(furthest).isEqualTo(4L * divisions * meter.numerator() / meter.denominator());
            depthOfTies += ties(measure, "start") - ties(measure, "stop");
        }
        assertThat(depthOfTies).isZero();
    }

    @Test
    void everythingAScoreCanHold_comesBack() throws Exception {
        NoteSequence music = NoteSequence.builder(480)
                .title("Tea & <Toast>")
                .tempo(0, 90)
                .tempo(1920, 120)
                .timeSignature(0, 4, 4)
                .timeSignature(1920, 3, 4)
                .keySignature(0, -3, KeySignature.Mode.MINOR)
                .chordSymbol(0, "Cm")
                .chordSymbol(960, "Bbmaj7/D")
                .marker(1920, "B")
                .part(Part.builder("Voice")
                        .program(52)
                        .note(60, 80, 0, 480)
                        .note(63, 80, 480, 1920)
                        .note(67, 80, 1920, 3360)
                        .lyric(0, "Tea-")
                        .lyric(480, "time")
                        .build())
                .part(Part.builder("Drums")
                        .drums(true)
                        .note(36, 80, 0, 240)
                        .note(38, 80, 480, 720)
                        .build())
                .build();

        NoteSequence read =
                MusicXmlReader.parse(MusicXmlWriter.toCompressedBytes(music)).withResolution(480);

        assertThat(read.title()).isEqualTo("Tea & <Toast>");
        assertThat(read.tempoMap()).isEqualTo(music.tempoMap());
        assertThat(read.meterMap()).isEqualTo(music.meterMap());
        assertThat(read.keySignatures()).isEqualTo(music.keySignatures());
        assertThat(read.chordSymbols()).containsExactly(new ChordSymbol(0, "Cm"), new ChordSymbol(960, "Bbmaj7/D"));
        assertThat(read.markers()).containsExactly(new Marker(1920, "B"));
        assertThat(read.parts()).extracting(Part::name).containsExactly("Voice", "Drums");
        assertThat(read.parts()).extracting(Part::drums).containsExactly(false, true);
        assertThat(read.parts().get(0).program()).isEqualTo(52);
        assertThat(read.parts().get(0).lyrics()).containsExactly(new Lyric(0, "Tea-"), new Lyric(480, "time"));
        assertThat(pitchesAndTicks(read.parts().get(0)))
                .isEqualTo(pitchesAndTicks(music.parts().get(0)));
        assertThat(pitchesAndTicks(read.parts().get(1)))
                .isEqualTo(pitchesAndTicks(music.parts().get(1)));
    }

    @Test
    void triplets_comeBackExactly() throws Exception {
        Part.Builder part = Part.builder("Triplets");
        for (int i = 0; i < 12; i++) {
            part.note(60 + i, 80, i * 160L, (i + 1) * 160L);
        }
        NoteSequence music = NoteSequence.builder(480).part(part.build()).build();

        byte[] bytes = MusicXmlWriter.toBytes(music);

        assertThat(new String(bytes, StandardCharsets.UTF_8)).contains("time-modification");
        NoteSequence read = MusicXmlReader.parse(bytes).withResolution(480);
        assertThat(pitchesAndTicks(read.parts().get(0)))
                .isEqualTo(pitchesAndTicks(music.parts().get(0)));
    }

    @Test
    void emptyMusic_isAScoreThatCanBeRead() throws Exception {
        NoteSequence empty = NoteSequence.builder(480).build();
        assertThat(MusicXmlReader.parse(MusicXmlWriter.toBytes(empty)).notes()).isEmpty();
    }

    @Test
    void musicOfEndlessSilence_isRefused_beforeItIsWritten() {
        NoteSequence endless = NoteSequence.builder(1)
                .part(Part.builder("Late")
                        .note(60, 80, 1L << 37, (1L << 37) + 1)
                        .build())
                .build();
        assertThatThrownBy(() -> MusicXmlWriter.toBytes(endless))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("bars");
    }

    @Test
    void bytes_ofTheSameMusic_areTheSame() {
        NoteSequence music = NoteSequence.builder(480)
                .part(Part.builder("A").note(60, 80, 0, 480).build())
                .build();
        assertThat(MusicXmlWriter.toCompressedBytes(music)).isEqualTo(MusicXmlWriter.toCompressedBytes(music));
    }

    @Provide
    Arbitrary<NoteSequence> music() {
        Arbitrary<int[]> notes = Combinators.combine(
                        Arbitraries.integers().between(36, 96),
                        Arbitraries.integers().between(0, STEPS - 1),
                        Arbitraries.integers().between(1, 40))
                .as((pitch, start, length) -> new int[] {pitch, start, length});
        Arbitrary<Part> parts = notes.list().ofMinSize(1).ofMaxSize(14).map(MusicXmlWriterTest::part);
        Arbitrary<TimeSignature> meters =
                Arbitraries.of(new TimeSignature(0, 4, 4), new TimeSignature(0, 3, 4), new TimeSignature(0, 6, 8));
        return Combinators.combine(parts.list().ofMinSize(1).ofMaxSize(2), meters, Arbitraries.of(60, 96, 120))
                .as((list, meter, tempo) -> {
                    NoteSequence.Builder builder = NoteSequence.builder(TICKS_PER_QUARTER)
                            .tempo(0, tempo)
                            .timeSignature(0, meter.numerator(), meter.denominator());
                    list.forEach(builder::part);
                    return builder.build();
                });
    }

    /** A part in which no pitch is struck while it sounds: a score could not tell the two apart. */
    private static Part part(List<int[]> notes) {
        Part.Builder part = Part.builder("Part").program(5);
        TreeMap<Integer, Integer> endOfPitch = new TreeMap<>();
        notes.stream().sorted((a, b) -> Integer.compare(a[1], b[1])).forEach(note -> {
            if (endOfPitch.getOrDefault(note[0], 0) <= note[1]) {
                int end = note[1] + note[2];
                endOfPitch.put(note[0], end);
                part.note(note[0], 80, (long) note[1] * TICKS_PER_STEP, (long) end * TICKS_PER_STEP);
            }
        });
        return part.build();
    }

    /** The music at ten times the finest grid of these tests, which both resolutions divide. */
    private static NoteSequence fine(NoteSequence music) {
        return music.withResolution(TICKS_PER_QUARTER * 10);
    }

    private static List<List<Long>> pitchesAndTicks(Part part) {
        List<List<Long>> notes = new ArrayList<>();
        for (Note note : part.notes()) {
            notes.add(List.of((long) note.pitch(), note.startTick(), note.endTick()));
        }
        return notes;
    }

    private static long duration(Node node) {
        boolean moves = node.getNodeName().equals("note")
                || node.getNodeName().equals("backup")
                || node.getNodeName().equals("forward");
        if (!moves || ((Element) node).getElementsByTagName("chord").getLength() > 0) {
            return 0;
        }
        return Long.parseLong(
                ((Element) node).getElementsByTagName("duration").item(0).getTextContent());
    }

    private static int ties(Element measure, String type) {
        NodeList ties = measure.getElementsByTagName("tie");
        int count = 0;
        for (int i = 0; i < ties.getLength(); i++) {
            count += ((Element) ties.item(i)).getAttribute("type").equals(type) ? 1 : 0;
        }
        return count;
    }

    private static Document parse(byte[] bytes) throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setFeature("http://apache.org/xml/features/nonvalidating/load-external-dtd", false);
        return factory.newDocumentBuilder().parse(new ByteArrayInputStream(bytes));
    }
}
