package io.github.musicgen.api.magenta;

import io.github.musicgen.api.format.MalformedModelException;
import io.github.musicgen.api.json.JsonPlace;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** The forms of numbers in the files of TensorFlow.js. In lower case these are its names for them. */
enum StoredForm {
    FLOAT32(Float.BYTES),
    FLOAT16(Short.BYTES),
    UINT16(Short.BYTES),
    UINT8(Byte.BYTES),
    INT32(Integer.BYTES),
    BOOL(Byte.BYTES);

    private final int size;

    StoredForm(int size) {
        this.size = size;
    }

    /** How many bytes a number takes. */
    int size() {
        return size;
    }

    /** The one of these forms that is named here. */
    static StoredForm read(JsonPlace place, List<StoredForm> allowed) throws MalformedModelException {
        String word = place.text();
        for (StoredForm form : allowed) {
            if (form.word().equals(word)) {
                return form;
            }
        }
        throw place.malformed(allowed.stream().map(StoredForm::word).collect(Collectors.joining(" or ")), word);
    }

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
