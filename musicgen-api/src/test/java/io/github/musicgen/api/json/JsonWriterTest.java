package io.github.musicgen.api.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.musicgen.api.bytes.Bytes;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JsonWriterTest {
    private static final ObjectMapper JACKSON = new ObjectMapper();

    @Test
    void toText_keepsOrder_andEscapesOnlyWhatItMust() {
        Map<String, Json> fields = new LinkedHashMap<>();
        fields.put("z", new Json.Items(List.of(new Json.Whole(-1), new Json.Real(0.5), new Json.Null())));
        fields.put("a\"\\", new Json.Text("\u0001\n\u001f/é🎵"));
        fields.put("", new Json.Bool(false));
        assertThat(JsonWriter.toText(new Json.Fields(fields)))
                .isEqualTo("{\"z\":[-1,0.5,null],\"a\\\"\\\\\":\"\\u0001\\u000a\\u001f/é🎵\",\"\":false}");
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0.0",
        "-0.0, -0.0",
        "1, 1.0",
        "100, 100.0",
        "12345678, 12345678.0",
        "0.001, 0.001",
        "0.00012, 0.00012",
        "0.1, 0.1",
        "2e-3, 0.002",
        "1e23, 1E+23",
        "2e23, 2E+23",
        "5e-324, 5E-324",
        "1.7976931348623157e308, 1.7976931348623157E+308",
        "9007199254740993, 9007199254740992.0",
        "0.30000000000000004, 0.30000000000000004",
        "-1.5e-7, -1.5E-7"
    })
    void toText_ofANumber_hasTheFewestDigits(double value, String text) {
        assertThat(JsonWriter.toText(new Json.Real(value))).isEqualTo(text);
    }

    @Test
    void of_aFloat_hasTheFewestDigitsOfAFloat() {
        assertThat(JsonWriter.toText(Json.of(new float[] {0.1f, 1 / 3f, 0, -2.5f, Float.MIN_VALUE, Float.MAX_VALUE})))
                .isEqualTo("[0.1,0.33333334,0.0,-2.5,1E-45,3.4028235E+38]");
    }

    @Property(tries = 500)
    void of_aFloat_isThatFloatAgain(@ForAll float value) throws Exception {
        Json.Real read = (Json.Real) read(Json.of(value));
        assertThat((float) read.value()).isEqualTo(value);
    }

    @Property(tries = 500)
    void read_undoesToText(@ForAll("values") Json value) throws Exception {
        assertThat(read(value)).isEqualTo(value);
    }

    @Property(tries = 500)
    void toText_readAndWrittenByJackson_isTheSameValue(@ForAll("values") Json value) throws Exception {
        byte[] jacksons = JACKSON.writeValueAsBytes(JACKSON.readTree(JsonWriter.toBytes(value)));
        assertThat(JsonReader.read(Bytes.of("jackson", jacksons))).isEqualTo(value);
    }

    @Test
    void values_thatJsonHasNoWordFor_cannotBeMade() {
        assertThatThrownBy(() -> new Json.Real(Double.NaN)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Json.of(Float.POSITIVE_INFINITY)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Json.Text("a\ud800")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Json.Fields(Map.of("\udc00", new Json.Null())))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Provide
    Arbitrary<Json> values() {
        return Arbitraries.lazyOf(
                () -> Arbitraries.longs().map(Json.Whole::new),
                () -> Arbitraries.doubles().map(Json.Real::new),
                () -> texts().map(Json.Text::new),
                () -> Arbitraries.of(new Json.Bool(true), new Json.Bool(false), new Json.Null()),
                () -> values().list().ofMaxSize(4).map(Json.Items::new),
                () -> Arbitraries.maps(texts(), values()).ofMaxSize(4).map(Json.Fields::new));
    }

    private static Arbitrary<String> texts() {
        return Arbitraries.strings().ofMaxLength(8).filter(text -> Surrogates.firstLone(text) < 0);
    }

    private static Json read(Json value) throws Exception {
        return JsonReader.read(Bytes.of("test", JsonWriter.toBytes(value)));
    }
}
