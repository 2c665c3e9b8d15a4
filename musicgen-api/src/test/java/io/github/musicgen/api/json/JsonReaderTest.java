package io.github.musicgen.api.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.musicgen.api.bytes.Bytes;
import io.github.musicgen.api.bytes.Corruption;
import io.github.musicgen.api.format.MalformedModelException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonReaderTest {
    private static final String ALL_KINDS =
            " {\"a\" : [1, -2.5e1, \"\\u00e9\\ud83c\\udfb5é🎵\\n\", true, false, null], \"b\": {}, \"c\":[] }\r\n\t";

    @Test
    void read_everyKindOfValue_isGiven() throws Exception {
        Json.Fields fields = (Json.Fields) read(ALL_KINDS);
        assertThat(fields.fields().keySet()).containsExactly("a", "b", "c");
        assertThat(fields.fields())
                .containsEntry(
                        "a",
                        new Json.Items(List.of(
                                new Json.Whole(1),
                                new Json.Real(-25),
                                new Json.Text("é🎵é🎵\n"),
                                new Json.Bool(true),
                                new Json.Bool(false),
                                new Json.Null())))
                .containsEntry("b", new Json.Fields(Map.of()))
                .containsEntry("c", new Json.Items(List.of()));
    }

    @Test
    void read_wholeNumbers_areWholeAsFarAs64BitsReach() throws Exception {
        assertThat(read("9223372036854775807")).isEqualTo(new Json.Whole(Long.MAX_VALUE));
        assertThat(read("-9223372036854775808")).isEqualTo(new Json.Whole(Long.MIN_VALUE));
        assertThat(read("9223372036854775808")).isEqualTo(new Json.Real(0x1p63));
        assertThat(read("-0")).isEqualTo(new Json.Real(-0.0));
        assertThat(read("1.0")).isEqualTo(new Json.Real(1));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "[",
                "]",
                "[1",
                "[1,",
                "[1,]",
                "[,1]",
                "[1 2]",
                "{",
                "{\"a\"",
                "{\"a\":",
                "{\"a\":1",
                "{\"a\":1,}",
                "{,}",
                "{a:1}",
                "{1:1}",
                "{\"a\" 1}",
                "{\"a\":1,\"a\":2}",
                "1 2",
                "[1]]",
                "tru",
                "truE",
                "nul",
                "nulll",
                "True",
                "NaN",
                "Infinity",
                "-Infinity",
                "1e400",
                "-1e400",
                "01",
                "-",
                "-a",
                "+1",
                ".5",
                "1.",
                "1.e1",
                "1e",
                "1e+",
                "0x1",
                "1_0",
                "\"",
                "\"\\\"",
                "\"\\x\"",
                "\"\\u12\"",
                "\"\\u12g4\"",
                "\"\\u\u0661\u0661\u0661\u0661\"",
                "\"\\ud800\"",
                "\"\\udc00\\ud800\"",
                "\"\\ud800x\"",
                "\"\n\"",
                "\"\u0000\"",
                "'a'",
                "\uFEFF1",
                "/*c*/1",
                "1//c",
                "\u00a01"
            })
    void read_whatIsNotJson_isRefused(String text) {
        assertThatThrownBy(() -> read(text)).isInstanceOf(MalformedModelException.class);
    }

    @Test
    void read_bytesThatAreNotUtf8_areRefused() {
        for (String bytes : List.of("\"\u00ff\"", "\"\u00c0\u0080\"", "\"\u00ed\u00a0\u0080\"", "\"\u00e2\u0082\"")) {
            assertThatThrownBy(() -> JsonReader.read(Bytes.of("test", bytes.getBytes(StandardCharsets.ISO_8859_1))))
                    .isInstanceOf(MalformedModelException.class)
                    .hasMessageContaining("UTF-8");
        }
    }

    @Test
    void read_errors_nameThePlace() {
        assertThatThrownBy(() -> read("{\"a\": [1, x]}")).hasMessage("test, byte 10: expected a value, but found 'x'");
        assertThatThrownBy(() -> read("[1")).hasMessage("test, byte 2: expected a comma or ], but found the end");
        assertThatThrownBy(() -> read("[1}")).hasMessage("test, byte 2: expected a comma or ], but found '}'");
        assertThatThrownBy(() -> read("{\"a\":1,\"a\":2}"))
                .hasMessageContaining("every name once, but found \"a\" again");
    }

    @Test
    void read_valuesWithinEachOther_areBounded() throws Exception {
        String deepest = "[".repeat(64) + "]".repeat(64);
        assertThat(JsonWriter.toText(read(deepest))).isEqualTo(deepest);
        for (String bomb : List.of("[", "{\"a\":", "[{\"a\":")) {
            assertThatThrownBy(() -> read(bomb.repeat(1 << 20)))
                    .isInstanceOf(MalformedModelException.class)
                    .hasMessageContaining("at most 64 values within each other");
        }
    }

    @Test
    void read_moreValuesThanAnyModelHas_areRefused() {
        String many = String.join(",", Collections.nCopies(JsonReader.MAX_VALUES, "[]"));
        assertThatThrownBy(() -> read("[" + many + "]"))
                .isInstanceOf(MalformedModelException.class)
                .hasMessageContaining("at most 1048576 values");
    }

    @ParameterizedTest
    @MethodSource("cuttable")
    void read_damaged_isRefusedOrRead(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        Corruption.assertRefusesEveryPrefix(bytes, file -> JsonReader.read(Bytes.of("test", file)));
        Corruption.assertSurvivesEveryFlip(bytes, file -> JsonReader.read(Bytes.of("test", file)));
    }

    static List<String> cuttable() {
        return List.of(ALL_KINDS.strip(), "{\"__metadata__\":{\"a\":\"b\"},\"w\":{\"dtype\":\"F32\",\"shape\":[2,3]}}");
    }

    private static Json read(String text) throws MalformedModelException {
        return JsonReader.read(Bytes.of("test", text.getBytes(StandardCharsets.UTF_8)));
    }
}
