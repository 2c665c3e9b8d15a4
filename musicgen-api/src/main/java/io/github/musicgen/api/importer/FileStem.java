package io.github.musicgen.api.importer;

/** The name of a file without what tells its format. */
final class FileStem {
    private FileStem() {}

    static String of(String name) {
        String stem = name.replaceFirst("\\.(mag|safetensors|index|data-\\d{5}-of-\\d{5})$", "")
                .replaceFirst("\\.(v1\\.)?ckpt(-\\d+)?$", "");
        return stem.isBlank() ? "model" : stem;
    }
}
