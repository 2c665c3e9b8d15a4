package io.github.musicgen.api.weights;

/** The formats that trained weights come in. */
public enum WeightFormat {
    /** A bundle of this library, or any other file in the safetensors format. */
    SAFETENSORS("safetensors file"),

    /** A {@code .mag} file of Magenta. */
    GENERATOR_BUNDLE("Magenta generator bundle"),

    /** One file, written by TensorFlow's first saver. */
    CHECKPOINT_V1("TensorFlow V1 checkpoint"),

    /** An index and files of values, written by TensorFlow's second saver. */
    CHECKPOINT_V2("TensorFlow V2 checkpoint"),

    /** A folder with a manifest, as Magenta.js loads it. */
    MAGENTA_JS("Magenta.js checkpoint");

    private final String words;

    WeightFormat(String words) {
        this.words = words;
    }

    /** The format in words. */
    @Override
    public String toString() {
        return words;
    }
}
