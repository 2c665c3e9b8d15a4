package io.github.musicgen.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.security.SecureClassLoader;
import java.security.cert.Certificate;
import java.util.List;
import java.util.Objects;
import java.util.jar.JarOutputStream;
import java.util.zip.ZipEntry;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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

    /** Hosts name the places of classes in ways of their own; what the class loader finds there is what counts. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "file:relative.jar",
                "file:/a folder with spaces/m.jar",
                "file://localhost/m.jar",
                "file:/nowhere.jar",
                "jar:file:/host.jar!/inside.jar",
                "https://example.org/m.jar"
            })
    void aPlaceThatIsNoJarOfOurs_isLeftToTheClassLoader(String place) throws Exception {
        assertThat(readFrom(new URL(place))).isEqualTo(expected());
    }

    @Test
    void aJarOfSomebodyElse_orBrokenOne_isLeftToTheClassLoader() throws Exception {
        Path host = folder.resolve("host.jar");
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(host))) {
            out.putNextEntry(new ZipEntry("something"));
        }
        Path broken = Files.writeString(folder.resolve("broken.jar"), "no jar");

        assertThat(readFrom(host.toUri().toURL())).isEqualTo(expected());
        assertThat(readFrom(broken.toUri().toURL())).isEqualTo(expected());
        assertThat(readFrom(null)).isEqualTo(expected());
    }

    private static byte[] readFrom(@Nullable URL place) throws Exception {
        var read = new Elsewhere(place).loadClass(OwnJar.class.getName()).getDeclaredMethod("read", String.class);
        read.setAccessible(true);
        return (byte[]) read.invoke(null, RESOURCE);
    }

    /** Has our class from a place that it says, and our resources. */
    private static final class Elsewhere extends SecureClassLoader {
        private final CodeSource source;

        Elsewhere(@Nullable URL place) {
            super(null);
            this.source = new CodeSource(place, (Certificate[]) null);
        }

        @Override
        protected Class<?> findClass(String name) throws ClassNotFoundException {
            try (InputStream stream = Objects.requireNonNull(OwnJar.class.getResourceAsStream("OwnJar.class"))) {
                byte[] bytes = stream.readAllBytes();
                return defineClass(name, bytes, 0, bytes.length, source);
            } catch (IOException e) {
                throw new ClassNotFoundException(name, e);
            }
        }

        @Override
        protected @Nullable URL findResource(String name) {
            return OwnJar.class.getClassLoader().getResource(name);
        }
    }

    private static byte[] expected() throws Exception {
        return Files.readAllBytes(Path.of(
                Objects.requireNonNull(OwnJar.class.getResource(RESOURCE)).toURI()));
    }
}
