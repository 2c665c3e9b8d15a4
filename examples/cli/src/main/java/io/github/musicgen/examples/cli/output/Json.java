package io.github.musicgen.examples.cli.output;

import com.fasterxml.jackson.jr.ob.JSON;
import io.github.musicgen.api.json.JsonWriter;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** What commands print for scripts: objects whose fields stay in the order they were put in. */
public final class Json {
    private static final JSON PRETTY = JSON.std.with(JSON.Feature.PRETTY_PRINT_OUTPUT);

    private final Map<String, Object> fields = new LinkedHashMap<>();

    public Json put(String name, Object value) {
        fields.put(name, value instanceof Json json ? json.fields : value);
        return this;
    }

    public <T> Json putAll(String name, List<T> values, Function<T, Json> toJson) {
        return put(
                name, values.stream().map(value -> toJson.apply(value).fields).toList());
    }

    /** The files that were written. */
    public Json putFiles(List<Path> files) {
        return put("files", files.stream().map(Path::toString).toList());
    }

    /** An object of the library's own JSON. */
    public static Json of(io.github.musicgen.api.json.Json.Fields object) throws IOException {
        return new Json().putAll(object);
    }

    /** Adds the fields of an object of the library's own JSON. */
    public Json putAll(io.github.musicgen.api.json.Json.Fields object) throws IOException {
        fields.putAll(JSON.std.mapFrom(JsonWriter.toText(object)));
        return this;
    }

    public void print(PrintWriter out) throws IOException {
        out.println(PRETTY.asString(fields));
        out.flush();
    }

    /** Prints it in one line: for those who print many. */
    public void printLine(PrintWriter out) throws IOException {
        out.println(JSON.std.asString(fields));
        out.flush();
    }
}
