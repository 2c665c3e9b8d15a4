package io.github.musicgen.examples.cli;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.github.musicgen.examples.cli.model.ExportCommand;
import org.junit.jupiter.api.Test;

/** Which package of the command line may use which; a new package needs its line here. */
class PackagesTest {
    private static final String ROOT = MusicgenCommand.class.getPackageName();

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages(ROOT);

    @Test
    void packages_useOneAnotherAlongTheArrows() {
        layeredArchitecture()
                .consideringOnlyDependenciesInLayers()
                .layer("output")
                .definedBy(ROOT + ".output")
                .layer("music")
                .definedBy(ROOT + ".music")
                .layer("model")
                .definedBy(ROOT + ".model")
                .layer("generate")
                .definedBy(ROOT + ".generate")
                .layer("jam")
                .definedBy(ROOT + ".jam")
                .layer("space")
                .definedBy(ROOT + ".space")
                .layer("band")
                .definedBy(ROOT + ".band")
                .layer("train")
                .definedBy(ROOT + ".train")
                .layer("root")
                .definedBy(ROOT)
                .layer("manual")
                .definedBy(ROOT + ".manual")
                .whereLayer("output")
                .mayNotAccessAnyLayer()
                .whereLayer("music")
                .mayOnlyAccessLayers("output")
                .whereLayer("model")
                .mayOnlyAccessLayers("music", "output")
                .whereLayer("generate")
                .mayOnlyAccessLayers("model", "music", "output")
                .whereLayer("jam")
                .mayOnlyAccessLayers("model", "music", "output")
                .whereLayer("train")
                .mayOnlyAccessLayers("model", "music", "output")
                .whereLayer("band")
                .mayOnlyAccessLayers("generate", "train", "model", "music", "output")
                .whereLayer("space")
                .mayOnlyAccessLayers("generate", "train", "model", "music", "output")
                .whereLayer("root")
                .mayOnlyAccessLayers("generate", "space", "jam", "band", "train", "model", "music", "output")
                .whereLayer("manual")
                .mayOnlyAccessLayers("root")
                .ensureAllClassesAreContainedInArchitecture()
                .check(CLASSES);
    }

    /** So that every other command starts without looking for native code. */
    @Test
    void musicgenModels_isUsedByTrainingAndExportAlone() {
        noClasses()
                .that()
                .resideOutsideOfPackage(ROOT + ".train")
                .and()
                .resideOutsideOfPackage(ExportCommand.class.getPackageName())
                .should()
                .dependOnClassesThat()
                .resideInAPackage("io.github.musicgen.models..")
                .check(CLASSES);
    }
}
