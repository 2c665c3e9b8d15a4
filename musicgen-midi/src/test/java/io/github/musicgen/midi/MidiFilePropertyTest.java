package io.github.musicgen.midi;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class MidiFilePropertyTest {

    @Provide
    Arbitrary<MidiFile> files() {
        return MidiArbitraries.files();
    }

    @Property
    void parse_ofWhatWasWritten_givesAnEqualFile(@ForAll("files") MidiFile file, @ForAll RunningStatus habit)
            throws MalformedMidiException {
        byte[] bytes = file.toBytes(habit);

        assertThat(MidiFile.parse(bytes)).isEqualTo(file);
        assertThat(MidiFile.parse(bytes).toBytes(habit)).isEqualTo(bytes);
    }

    @Property
    void parse_leniently_leavesSoundFilesAlone(@ForAll("files") MidiFile file) throws MalformedMidiException {
        LenientMidi lenient = MidiFile.parseLenient(file.toBytes());

        assertThat(lenient.repairs()).isEmpty();
        assertThat(lenient.file()).isEqualTo(file);
    }

    @Property
    void toBytes_asTheJdkReadsThem_areTheSameEvents(@ForAll("files") MidiFile file, @ForAll RunningStatus habit)
            throws IOException {
        // The JDK does not read format 2, which differs from 1 in nothing but that number.
        MidiFile readable = new MidiFile(Math.min(file.format(), 1), file.division(), file.tracks());

        assertThat(JdkMidi.read(readable.toBytes(habit))).isEqualTo(readable);
    }
}
