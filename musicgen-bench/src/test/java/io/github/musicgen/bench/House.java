package io.github.musicgen.bench;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.lang.module.ModuleFinder;
import java.util.Set;
import java.util.function.BiPredicate;

/** What the rules of the house are about: its packages, the classes in them, and the modules of the JDK they may use. */
final class House {

    static final Arrows ARROWS = new Arrows()
            .from("representation.time")
            .from("representation.sequence", "representation.time")
            .from("representation.harmony", "representation.sequence")
            .from("representation.melody", "representation.sequence")
            .from("representation.encoding", "representation.melody")
            .from("representation.pianoroll", "representation.sequence")
            .from("representation.picture", "representation.sequence")
            .from("midi.format")
            .from("midi.smf", "midi.format")
            .from("midi", "midi.smf", "representation.sequence")
            .from("midi.musicxml.report", "midi.format")
            .from("midi.musicxml.vocabulary")
            .from("midi.musicxml.source", "midi.musicxml.report", "midi.musicxml.vocabulary")
            .from("midi.musicxml.score", "midi.musicxml.report", "midi.musicxml.vocabulary")
            .from("midi.musicxml.reading", "midi.musicxml.score", "midi.musicxml.source", "representation.sequence")
            .from("midi.musicxml.unfolding", "midi.musicxml.score", "midi.musicxml.source")
            .from("midi.musicxml.playing", "midi.musicxml.unfolding", "representation.sequence")
            .from("midi.musicxml.notation", "representation.sequence")
            .from("midi.musicxml.writing", "midi.musicxml.notation", "midi.musicxml.vocabulary")
            .from("midi.musicxml", "midi.musicxml.reading", "midi.musicxml.playing", "midi.musicxml.writing")
            .from("midi.abc.report", "midi.format")
            .from("midi.abc.text", "midi.abc.report")
            .from("midi.abc.tune", "midi.abc.text", "representation.sequence")
            .from("midi.abc.reading", "midi.abc.tune")
            .from("midi.abc.unfolding", "midi.abc.tune")
            .from("midi.abc.playing", "midi.abc.unfolding")
            .from("midi.abc", "midi.abc.reading", "midi.abc.playing")
            .from("midi.playback", "midi")
            .from("midi.files", "midi", "midi.musicxml", "midi.abc")
            .from("api.format")
            .from("api.random")
            .from("api.engine", "representation.encoding")
            .from("api.bytes", "api.format")
            .from("api.json", "api.bytes")
            .from("api.tensor", "api.format")
            .from("api.protobuf", "api.bytes")
            .from("api.leveldb", "api.bytes")
            .from("api.safetensors", "api.json", "api.tensor", "midi.format")
            .from("api.tensorflow", "api.leveldb", "api.protobuf", "api.tensor")
            .from("api.magenta", "api.json", "api.tensorflow")
            .from("api.weights", "api.magenta", "api.safetensors")
            .from("api.sampling", "api.engine", "api.random")
            .from("api.melodyrnn", "api.engine", "api.tensor")
            .from("api.melodyvae", "api.melodyrnn", "api.random")
            .from("api.bandvae", "api.melodyvae", "representation.harmony", "representation.pianoroll")
            .from("api.codec", "api.bandvae", "api.json", "api.melodyvae", "api.sampling")
            .from("api.bundle", "api.codec", "api.safetensors")
            .from("api.importer", "api.bundle", "api.weights")
            .from("api.constraint", "representation.harmony", "representation.melody")
            .from("api.plan", "api.constraint")
            .from("api.run", "api.bandvae", "api.melodyvae", "api.plan", "api.sampling")
            .from("api.explain", "representation.picture")
            .from("api", "api.explain", "api.importer", "api.run", "midi")
            .from("models.files", "midi.format")
            .from("models.blas")
            .from("models.layers.cells", "models.blas")
            .from("models.layers", "models.layers.cells")
            .from("models.layers.sequence", "models.layers.cells")
            .from("models.layers.roll", "models.layers.cells")
            .from("models.engine", "api.engine", "models.blas")
            .from("models.arrays", "api.bundle", "representation.encoding", "representation.pianoroll")
            .from("models.network", "api.bundle", "models.layers", "models.layers.sequence", "models.layers.roll")
            .from("models.export", "api.bundle", "models.files")
            .from("models.corpus.report", "api.json", "representation.melody")
            .from("models.corpus.source", "midi.files", "models.corpus.report")
            .from("models.corpus.division", "models.corpus.report")
            .from("models.corpus.drums", "api.melodyvae", "models.corpus.division", "models.corpus.source")
            .from("models.corpus.band", "api.bandvae", "models.corpus.division", "models.corpus.source")
            .from("models.corpus", "models.corpus.division", "models.corpus.source")
            .from("models.evaluation.features", "representation.melody")
            .from("models.evaluation.distribution")
            .from("models.evaluation.copying", "models.corpus")
            .from(
                    "models.evaluation",
                    "api.bundle",
                    "models.evaluation.features",
                    "models.evaluation.distribution",
                    "models.evaluation.copying",
                    "representation.harmony")
            .from("models.evaluation.melodyvae", "models.evaluation")
            .from("models.evaluation.bandvae", "api.bundle", "models.corpus.band")
            .from("models.training.checkpoint", "api.json", "models.files")
            .from("models.training.course", "api.bundle", "models.corpus")
            .from(
                    "models.training",
                    "models.evaluation",
                    "models.network",
                    "models.training.checkpoint",
                    "models.training.course")
            .from(
                    "models.training.melodyvae",
                    "models.corpus.drums",
                    "models.evaluation.melodyvae",
                    "models.network",
                    "models.training.checkpoint",
                    "models.training.course")
            .from(
                    "models.training.bandvae",
                    "models.evaluation.bandvae",
                    "models.network",
                    "models.training.checkpoint",
                    "models.training.course")
            .from("models.report", "api", "models.training");

    static final Set<String> JAVA_BASE = packagesOf("java.base");
    static final Set<String> JAVA_DESKTOP = packagesOf("java.desktop");
    static final Set<String> JAVA_XML = packagesOf("java.xml");

    private House() {}

    /** The classes of all modules that are published, as they were compiled, without those that only hold a package's annotations. */
    static JavaClasses libraries() {
        return classesOf(
                "io.github.musicgen.representation",
                "io.github.musicgen.midi",
                "io.github.musicgen.api",
                "io.github.musicgen.models");
    }

    /** Those of the three modules that generation needs. */
    static JavaClasses lightModules() {
        return classesOf("io.github.musicgen.representation", "io.github.musicgen.midi", "io.github.musicgen.api");
    }

    private static JavaClasses classesOf(String... modules) {
        return new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages(modules)
                .that(DescribedPredicate.describe(
                        "hold code", type -> !type.getSimpleName().equals("package-info")));
    }

    /** Holds for a class if the pair of its package and the package of each class it depends on is allowed. */
    static ArchCondition<JavaClass> dependOnlyWhere(String description, BiPredicate<String, String> allowed) {
        return new ArchCondition<>(description) {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                type.getDirectDependenciesFromSelf().stream()
                        .filter(dependency -> !allowed.test(
                                type.getPackageName(),
                                dependency
                                        .getTargetClass()
                                        .getBaseComponentType()
                                        .getPackageName()))
                        .forEach(dependency ->
                                events.add(SimpleConditionEvent.violated(type, dependency.getDescription())));
            }
        };
    }

    private static Set<String> packagesOf(String module) {
        return ModuleFinder.ofSystem().find(module).orElseThrow().descriptor().packages();
    }
}
