package io.github.musicgen.models.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import com.google.protobuf.CodedInputStream;
import com.google.protobuf.WireFormat;
import io.github.musicgen.models.training.EpochReport;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Reads files as TensorFlow's documents describe them, with nothing of what writes them. */
class TensorBoardEventsTest {
    private static final Instant NOW = Instant.ofEpochSecond(1_700_000_000, 250_000_000);

    @TempDir
    Path folder;

    @Test
    void epochs_areFramedMessagesWithTheirNumbers() throws IOException {
        EpochReport report = Histories.epoch(3);

        write(List.of(), report);

        List<Event> events = read("events.out.tfevents.1700000000.musicgen");
        assertThat(events).hasSize(2);
        assertThat(events.get(0).version).isEqualTo("brain.Event:2");
        assertThat(events.get(0).wallTime).isEqualTo(1_700_000_000.25);
        assertThat(events.get(1).step).isEqualTo(report.steps());
        assertThat(events.get(1).wallTime).isEqualTo(1_700_000_000.25);
        assertThat(events.get(1).scalars)
                .containsExactly(
                        entry("nats/training", (float) report.trainingNats()),
                        entry("nats/validation", (float) report.validation().natsPerStep()),
                        entry("accuracy/all", (float) report.validation().accuracy()),
                        entry("accuracy/events", (float) report.validation().eventAccuracy()),
                        entry("learning_rate", (float) report.learningRate()));
    }

    @Test
    void eachEpoch_isInTheFileAtOnce() throws IOException {
        try (TensorBoardEvents events = TensorBoardEvents.in(folder, InstantSource.fixed(NOW))) {
            events.epoch(Histories.epoch(1));
            assertThat(read("events.out.tfevents.1700000000.musicgen")).hasSize(2);
        }
    }

    @Test
    void aTrainingThatGoesOn_addsAFile_andTakesBackWhatItWillSayAgain() throws IOException {
        write(List.of(), Histories.epoch(1), Histories.epoch(2));
        write(Histories.ofEpochs(1), Histories.epoch(2));

        assertThat(names())
                .containsExactly("events.out.tfevents.1700000000.musicgen", "events.out.tfevents.1700000001.musicgen");
        List<Event> second = read("events.out.tfevents.1700000001.musicgen");
        assertThat(second.get(1).restarts).isTrue();
        assertThat(second.get(1).step).isEqualTo(Histories.epoch(1).steps() + 1);
        assertThat(second.get(2).step).isEqualTo(Histories.epoch(2).steps());
    }

    @Test
    void whatIsNoNumber_isLeftOut() throws IOException {
        write(List.of(), Histories.withoutNumbers());

        assertThat(read("events.out.tfevents.1700000000.musicgen").get(1).scalars)
                .isEmpty();
    }

    @Test
    void maskedChecksum_isThatOfTensorFlow() {
        // CRC-32C of "123456789" is E3069283, as RFC 3720 has it; masked by hand.
        byte[] record = EventRecords.frame("123456789".getBytes(StandardCharsets.US_ASCII));

        assertThat(record).hasSize(8 + 4 + 9 + 4);
        assertThat(ByteBuffer.wrap(record).order(ByteOrder.LITTLE_ENDIAN).getInt(21))
                .isEqualTo((0xE3069283 >>> 15 | 0xE3069283 << 17) + 0xA282EAD8);
    }

    private void write(List<EpochReport> before, EpochReport... reports) throws IOException {
        try (TensorBoardEvents events = TensorBoardEvents.in(folder, InstantSource.fixed(NOW))) {
            events.start(before);
            for (EpochReport report : reports) {
                events.epoch(report);
            }
        }
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    private static final class Event {
        private double wallTime;
        private long step;
        private String version = "";
        private boolean restarts;
        private final Map<String, Float> scalars = new LinkedHashMap<>();
    }

    private List<Event> read(String name) throws IOException {
        ByteBuffer file =
                ByteBuffer.wrap(Files.readAllBytes(folder.resolve(name))).order(ByteOrder.LITTLE_ENDIAN);
        List<Event> events = new ArrayList<>();
        while (file.hasRemaining()) {
            byte[] length = take(file, Long.BYTES);
            assertThat(file.getInt()).isEqualTo(masked(length));
            byte[] content = take(
                    file,
                    Math.toIntExact(ByteBuffer.wrap(length)
                            .order(ByteOrder.LITTLE_ENDIAN)
                            .getLong()));
            assertThat(file.getInt()).isEqualTo(masked(content));
            events.add(event(CodedInputStream.newInstance(content)));
        }
        return events;
    }

    private static byte[] take(ByteBuffer file, int length) {
        byte[] bytes = new byte[length];
        file.get(bytes);
        return bytes;
    }

    /** Bit by bit, by the polynomial of Castagnoli. */
    private static int masked(byte[] bytes) {
        int checksum = ~0;
        for (byte each : bytes) {
            checksum ^= each & 0xFF;
            for (int bit = 0; bit < 8; bit++) {
                checksum = checksum >>> 1 ^ ((checksum & 1) == 1 ? 0x82F63B78 : 0);
            }
        }
        checksum = ~checksum;
        return (checksum >>> 15 | checksum << 17) + 0xA282EAD8;
    }

    private static Event event(CodedInputStream in) throws IOException {
        Event event = new Event();
        fields(in, field -> {
            switch (field) {
                case 1 -> event.wallTime = in.readDouble();
                case 2 -> event.step = in.readInt64();
                case 3 -> event.version = in.readString();
                case 5 -> summary(in.readBytes().newCodedInput(), event);
                case 7 -> event.restarts = isStart(in.readBytes().newCodedInput());
                default -> throw new AssertionError("field " + field);
            }
        });
        return event;
    }

    private static void summary(CodedInputStream in, Event event) throws IOException {
        fields(in, field -> {
            assertThat(field).isEqualTo(1);
            CodedInputStream value = in.readBytes().newCodedInput();
            assertThat(WireFormat.getTagFieldNumber(value.readTag())).isEqualTo(1);
            String tag = value.readString();
            assertThat(WireFormat.getTagFieldNumber(value.readTag())).isEqualTo(2);
            event.scalars.put(tag, value.readFloat());
        });
    }

    private static boolean isStart(CodedInputStream in) throws IOException {
        assertThat(WireFormat.getTagFieldNumber(in.readTag())).isEqualTo(1);
        return in.readEnum() == 1;
    }

    private static void fields(CodedInputStream in, Field field) throws IOException {
        while (!in.isAtEnd()) {
            field.read(WireFormat.getTagFieldNumber(in.readTag()));
        }
    }

    private interface Field {
        void read(int number) throws IOException;
    }
}
