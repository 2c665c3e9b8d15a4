package io.github.musicgen.models.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.musicgen.models.OtherJvm;
import java.io.File;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The native engine needs the jars of JavaCPP and OpenBLAS alone. */
class WithoutNd4jTest {
    /** Runs in a JVM of its own, with a class path without ND4J and Deeplearning4j. */
    static final class Program {
        private Program() {}

        public static void main(String[] arguments) {
            var generator = io.github.musicgen.api.Generator.load("folk")
                    .withEngine(io.github.musicgen.api.engine.Engine.named("openblas"));
            var made = generator.fromScratch().steps(16).seed(1).generate();
            System.out.println(made.recipe().engine() + " " + made.melody().length());
            try {
                Class.forName("org.nd4j.linalg.factory.Nd4j");
                System.out.println("with ND4J");
            } catch (ClassNotFoundException expected) {
                System.out.println("without ND4J");
            }
        }
    }

    @Test
    void generating_withoutNd4j_works() throws Exception {
        String classPath = Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry ->
                        List.of("musicgen-", "javacpp", "openblas").stream().anyMatch(name -> entry.contains(name))
                                && List.of("nd4j", "deeplearning4j").stream().noneMatch(entry::contains))
                .collect(Collectors.joining(File.pathSeparator));

        String output = OtherJvm.output(OtherJvm.with(classPath, Program.class).redirectErrorStream(true));

        assertThat(output.lines()).containsExactly("openblas 16", "without ND4J");
    }
}
