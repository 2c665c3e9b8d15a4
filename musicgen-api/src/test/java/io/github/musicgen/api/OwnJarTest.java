package io.github.musicgen.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.InputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.jar.JarOutputStream;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OwnJarTest {
    private static final String RESOURCE = "models/folk.safetensors";

    @TempDir
    private Path folder;

    @Test
    void aFolderOfClasses_givesWhatTheClassLoaderGives() throws Exception {
        assertThat(OwnJar.read(RESOURCE)).isEqualTo(expected());
        assertThatThrownBy(() -> OwnJar.read("models/jazz.safetensors"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("the jar of musicgen-api must hold models/jazz.safetensors");
    }

    @Test
    void aJar_givesTheSame_whateverItIsCalled() throws Exception {
        Path jar = Files.createDirectory(folder.resolve("a b%20ü")).resolve("musicgen api.jar");
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar))) {
            for (String name : List.of("OwnJar.class", RESOURCE)) {
                out.putNextEntry(new ZipEntry("io/github/musicgen/api/" + name));
                try (InputStream stream = Objects.requireNonNull(OwnJar.class.getResourceAsStream(name))) {
                    stream.transferTo(out);
                }
                out.closeEntry();
            }
        }
        try (URLClassLoader loader = new URLClassLoader(new URL[] {jar.toUri().toURL()}, null)) {
            Class<?> own = loader.loadClass(OwnJar.class.getName());
            assertThat(own).isNotSameAs(OwnJar.class);
            var read = own.getDeclaredMethod("read", String.class);
            read.setAccessible(true);

            assertThat((byte[]) read.invoke(null, RESOURCE)).isEqualTo(expected());
            assertThatThrownBy(() -> read.invoke(null, "models/jazz.safetensors"))
                    .hasRootCauseMessage("the jar of musicgen-api must hold models/jazz.safetensors");
        }
    }

    private static byte[] expected() throws Exception {
        return Files.readAllBytes(Path.of(
                Objects.requireNonNull(OwnJar.class.getResource(RESOURCE)).toURI()));
    }
}
