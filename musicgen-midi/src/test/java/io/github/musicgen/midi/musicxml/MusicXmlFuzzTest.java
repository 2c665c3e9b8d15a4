package io.github.musicgen.midi.musicxml;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.DictionaryFile;
import com.code_intelligence.jazzer.junit.FuzzTest;
import io.github.musicgen.midi.musicxml.report.MalformedMusicXmlException;
import io.github.musicgen.representation.sequence.NoteSequence;
import io.github.musicgen.representation.sequence.Part;
import java.util.List;

/**
 * Bytes that nobody thought of, as plain or compressed scores. Without a fuzzer this runs over the files in its folder under
 * {@code src/test/resources}, which holds seeds and whatever was once found.
 */
class MusicXmlFuzzTest {

    @FuzzTest
    @DictionaryFile(resourcePath = "musicxml.dict")
    void anyBytes_areAScoreThatCanBeWrittenOrAreRefused(byte[] bytes) {
        try {
            checkMusic(MusicXmlReader.parse(bytes));
        } catch (MalformedMusicXmlException hopeless) {
            assertThat(hopeless.scorePlace().line()).isNotNegative();
        }
    }

    /** Writing may move notes to places that notation can express, but keeps them all. */
    private static void checkMusic(NoteSequence music) throws MalformedMusicXmlException {
        NoteSequence read = MusicXmlReader.parse(MusicXmlWriter.toBytes(music));

        assertThat(read.parts()).hasSize(Math.max(1, music.parts().size())); // a score must have a part
        for (int part = 0; part < music.parts().size(); part++) {
            assertThat(pitches(read.parts().get(part)))
                    .containsExactlyInAnyOrderElementsOf(pitches(music.parts().get(part)));
        }
    }

    private static List<Integer> pitches(Part part) {
        return part.notes().stream().map(note -> note.pitch()).toList();
    }
}
