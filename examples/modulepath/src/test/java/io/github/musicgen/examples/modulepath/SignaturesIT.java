package io.github.musicgen.examples.modulepath;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/**
 * The profile {@code release} signs what is published. Tried on the parent alone, from which all modules have the profile, with a key that
 * is made for this test.
 */
class SignaturesIT {
    private static final Path PARENT = Path.of("..", "..", "pom.xml");

    @TempDir
    private Path folder;

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "gpg keeps its keys elsewhere there")
    void release_ofTheParent_isSigned() throws Exception {
        Optional<Path> gpg = Programs.onThePath("gpg");
        assumeTrue(gpg.isPresent(), "needs gpg, which is not on the path");
        Path home = Files.createDirectory(folder.resolve("gnupg"));
        Map<String, String> keys = Map.of("GNUPGHOME", home.toString());
        assertThat(home.toFile().setReadable(false, false) && home.toFile().setReadable(true, true))
                .isTrue();
        Programs.run(
                folder,
                keys,
                gpg.get().toString(),
                "--batch",
                "--passphrase",
                "",
                "--quick-generate-key",
                "musicgen-test@example.org",
                "ed25519",
                "sign",
                "1d");
        try {
            publish(keys);
            List<Path> signatures = signatures();
            assertThat(signatures).hasSize(1);
            String signature = signatures.get(0).toString();
            Programs.run(
                    folder, keys, gpg.get().toString(), "--verify", signature, signature.replaceFirst("\\.asc$", ""));
        } finally {
            Programs.run(folder, keys, "gpgconf", "--kill", "all"); // gpg has started an agent for this home
        }
    }

    /** All that {@code deploy} does for a parent, but to install it. */
    private void publish(Map<String, String> keys) throws Exception {
        Path project = Files.createDirectory(folder.resolve("parent"));
        Files.copy(PARENT, project.resolve("pom.xml"));
        OtherMaven.asOurs()
                .run(
                        project,
                        keys,
                        "-Prelease",
                        "--non-recursive",
                        "verify",
                        "org.apache.maven.plugins:maven-deploy-plugin:deploy",
                        "-DaltDeploymentRepository=signed::"
                                + folder.resolve("signed").toUri());
    }

    private List<Path> signatures() throws Exception {
        try (Stream<Path> files = Files.walk(folder.resolve("signed"))) {
            return files.filter(file -> file.toString().endsWith(".pom.asc")).toList();
        }
    }
}
