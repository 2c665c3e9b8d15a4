package io.github.musicgen.examples.web.duet;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.musicgen.examples.web.line.Line;
import io.github.musicgen.examples.web.line.LineNote;
import io.github.musicgen.representation.harmony.Scale;
import io.github.musicgen.representation.melody.Melody;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DuetStoreTest {
    private static Turn turn(int number) {
        Asking asking = new Asking(
                "folk", "0123", 0.9, 4, Optional.of(Scale.parse("D dorian")), 48, 83, 7, true, Optional.of(3L));
        Line phrase = new Line(List.of(new LineNote(60, 70, 0, 3), new LineNote(62, 80, 3, 8)));
        return Turn.asked(number, 99.5, phrase, 8, asking).answered(Melody.of(64, -2, -1, 65));
    }

    /** Nobody plays any duet. */
    private static void append(DuetStore store, String id, Turn turn) {
        store.append(id, turn, (oldest, forget) -> forget.run());
    }

    @Test
    void turns_comeBackAsTheyWere(@TempDir Path folder) throws IOException {
        DuetStore store = new DuetStore(folder, 10);
        String id = DuetId.draw();
        append(store, id, turn(1));
        append(store, id, turn(2));
        append(store, id, turn(2).cut(1));
        assertThat(store.load(id).orElseThrow().turns()).containsExactly(turn(1), turn(2).cut(1));
    }

    @Test
    void damagedDuet_isSetAside_andBegunAnew(@TempDir Path folder) throws IOException {
        DuetStore store = new DuetStore(folder, 10);
        String id = DuetId.draw();
        append(store, id, turn(1));
        Path file = folder.resolve(id + ".jsonl");
        String damaged = Files.readString(file).replace("{", "") + "{}\n";
        Files.writeString(file, damaged);

        assertThat(store.load(id)).isEmpty();
        assertThat(file).doesNotExist();
        assertThat(folder.resolve(id + ".damaged")).hasContent(damaged);
        append(store, id, turn(1));
        assertThat(store.load(id).orElseThrow().turns()).containsExactly(turn(1));
    }

    @Test
    void longDuet_isRewrittenShorter(@TempDir Path folder) throws IOException {
        DuetStore store = new DuetStore(folder, 10);
        String id = DuetId.draw();
        for (int number = 1; number <= 4 * Duet.MAX_TURNS + 1; number++) {
            append(store, id, turn(number));
        }
        List<Turn> turns = store.load(id).orElseThrow().turns();
        assertThat(turns).hasSize(Duet.MAX_TURNS);
        assertThat(turns.get(0).number()).isEqualTo(3 * Duet.MAX_TURNS + 2);
        assertThat(Files.readAllLines(folder.resolve(id + ".jsonl"))).hasSize(Duet.MAX_TURNS);
        assertThat(store.load(id).orElseThrow().turns()).isEqualTo(turns);
    }

    @Test
    void oldestDuets_makeRoom(@TempDir Path folder) throws IOException {
        DuetStore store = new DuetStore(folder, 20);
        String[] ids = new String[21];
        for (int i = 0; i < ids.length; i++) {
            ids[i] = DuetId.draw();
            append(store, ids[i], turn(1));
            Files.setLastModifiedTime(folder.resolve(ids[i] + ".jsonl"), FileTime.fromMillis(1_000_000L + i * 1000L));
        }
        assertThat(store.load(ids[0])).isEmpty();
        assertThat(store.load(ids[20])).isPresent();
        try (var files = Files.list(folder)) {
            assertThat(files.count()).isLessThanOrEqualTo(20);
        }
    }

    @Test
    void duetsThatSomebodyPlays_makeNoRoom(@TempDir Path folder) throws IOException {
        DuetStore store = new DuetStore(folder, 20);
        List<String> ids = Stream.generate(DuetId::draw).limit(30).toList();
        Set<String> played = Set.copyOf(ids.subList(0, 15));
        for (int i = 0; i < ids.size(); i++) {
            store.append(ids.get(i), turn(1), (oldest, forget) -> {
                if (!played.contains(oldest)) {
                    forget.run();
                }
            });
            Files.setLastModifiedTime(folder.resolve(ids.get(i) + ".jsonl"), FileTime.fromMillis(1000L * i));
        }
        assertThat(ids.subList(0, 15)).allMatch(id -> store.load(id).isPresent());
        assertThat(store.load(ids.get(15))).isEmpty();
        assertThat(store.load(ids.get(29))).isPresent();
        try (var files = Files.list(folder)) {
            assertThat(files.count()).isBetween(15L, 20L);
        }
    }

    @Test
    void strangersName_isNeverAFile(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("secret.jsonl"), "");
        DuetStore store = new DuetStore(folder.resolve("duets"), 10);
        assertThat(store.load("../secret")).isEmpty();
        assertThat(store.load("")).isEmpty();
    }
}
