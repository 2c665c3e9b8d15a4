package io.github.musicgen.api.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.musicgen.api.bytes.Bytes;
import io.github.musicgen.api.format.MalformedModelException;
import java.nio.charset.StandardCharsets;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class JsonPlaceTest {
    private static final String TEXT = "{\"list\":[{\"name\":\"w\",\"sizes\":[2,3],\"scale\":0.5}],\"none\":null}";

    private JsonPlace root = JsonPlace.of("test.json", new Json.Null());

    @BeforeEach
    void read() throws Exception {
        root = JsonPlace.of("test.json", JsonReader.read(Bytes.of("test", TEXT.getBytes(StandardCharsets.UTF_8))));
    }

    @Test
    void walking_givesValues() throws Exception {
        JsonPlace first = root.field("list").items().get(0);
        assertThat(first.field("name").text()).isEqualTo("w");
        assertThat(first.field("sizes").wholes()).containsExactly(2, 3);
        assertThat(first.field("sizes").items().get(1).whole(0, 3)).isEqualTo(3);
        assertThat(first.field("sizes").items().get(0).number()).isEqualTo(2.0);
        assertThat(first.field("scale").number()).isEqualTo(0.5);
        assertThat(root.fields().keySet()).containsExactly("list", "none");
        assertThat(root.optionalField("other")).isEmpty();
    }

    @Test
    void errors_tellTheWay() {
        assertRefused(() -> root.field("other"), "test.json: expected a field \"other\", but found none");
        assertRefused(
                () -> root.field("list")
                        .items()
                        .get(0)
                        .field("sizes")
                        .items()
                        .get(1)
                        .whole(0, 2),
                "test.json, list[0].sizes[1]: expected a whole number from 0 to 2, but found 3");
        assertRefused(
                () -> root.field("list").items().get(0).field("scale").wholes(),
                "test.json, list[0].scale: expected an array, but found a number");
        assertRefused(() -> root.field("none").text(), "test.json, none: expected text, but found null");
        assertRefused(() -> root.field("none").number(), "test.json, none: expected a number, but found null");
        assertRefused(() -> root.field("list").fields(), "test.json, list: expected an object, but found an array");
        assertRefused(() -> root.items(), "test.json: expected an array, but found an object");
    }

    private static void assertRefused(ThrowingCallable call, String message) {
        assertThatThrownBy(call).isInstanceOf(MalformedModelException.class).hasMessage(message);
    }
}
