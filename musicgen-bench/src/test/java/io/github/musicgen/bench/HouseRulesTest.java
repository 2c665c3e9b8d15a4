package io.github.musicgen.bench;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongToAnyOf;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.io.Externalizable;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.Serializable;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.random.RandomGenerator;
import java.util.stream.BaseStream;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

/**
 * The rules of the house that no compiler knows: who may use whom, and what generation may not do.
 *
 * <p>They stand here because this module is the last in the order of dependency, so that its class path holds all others. No
 * rule can pass because there was nothing to look at: ArchUnit refuses a rule that selects no class, and the packages that
 * have classes must be exactly those that {@link House#ARROWS} names.
 */
class HouseRulesTest {

    /** What generation needs. */
    private static final JavaClasses CLASSES = House.lightModules();

    private static final JavaClasses LIBRARIES = House.libraries();

    private static final Set<String> EXACT_MATH = Set.of(
            "abs",
            "absExact",
            "addExact",
            "ceil",
            "ceilDiv",
            "clamp",
            "copySign",
            "decrementExact",
            "floor",
            "floorDiv",
            "floorMod",
            "getExponent",
            "incrementExact",
            "max",
            "min",
            "multiplyExact",
            "multiplyFull",
            "multiplyHigh",
            "negateExact",
            "nextAfter",
            "nextDown",
            "nextUp",
            "rint",
            "round",
            "scalb",
            "signum",
            "sqrt",
            "subtractExact",
            "toIntExact",
            "ulp",
            "unsignedMultiplyHigh");

    private static final Set<String> DOUBLE_SUMS = Set.of("sum", "average", "summaryStatistics", "reduce", "collect");

    @Test
    void packages_areExactlyThoseWithArrows() {
        Set<String> found =
                LIBRARIES.stream().map(JavaClass::getPackageName).collect(Collectors.toCollection(TreeSet::new));
        assertThat(found).containsExactlyInAnyOrderElementsOf(House.ARROWS.packages());
    }

    @Test
    void dependencies_betweenOurPackages_followTheArrows() {
        classes()
                .should(House.dependOnlyWhere(
                        "use our packages along the arrows",
                        (from, to) -> !to.startsWith("io.github.musicgen") || House.ARROWS.allow(from, to)))
                .check(LIBRARIES);
    }

    @Test
    void dependencies_onOthers_areJavaBaseAlone_butForXmlAndTheDesktopInTheirPlaces() {
        classes()
                .should(House.dependOnlyWhere("use java.base alone", HouseRulesTest::mayUse))
                .check(CLASSES);
    }

    private static boolean mayUse(String from, String to) {
        boolean desktop = House.JAVA_DESKTOP.contains(to) && from.equals("io.github.musicgen.midi.playback");
        boolean xml = House.JAVA_XML.contains(to) && from.equals("io.github.musicgen.midi.musicxml.source");
        boolean ours = to.startsWith("io.github.musicgen") || to.equals("org.jspecify.annotations");
        boolean primitive = to.isEmpty();
        return ours || primitive || House.JAVA_BASE.contains(to) || desktop || xml;
    }

    @Test
    void generation_usesNoArithmeticThatDiffersBetweenMachines() {
        noClasses()
                .that(describe("generate", HouseRulesTest::isOnTheGenerationPath))
                .should()
                .accessTargetWhere(target(
                        "is not the same everywhere, or slow where the hardware lacks it",
                        access -> access.getTargetOwner().isEquivalentTo(Math.class)
                                && !EXACT_MATH.contains(access.getTarget().getName())))
                .check(CLASSES);
    }

    @Test
    void generation_addsInOneOrder() {
        addingInOneOrder(describe("generate", HouseRulesTest::isOnTheGenerationPath))
                .check(CLASSES);
    }

    @Test
    void addingInOneOrder_findsEveryWayAroundIt() {
        JavaClasses disorderly = new ClassFileImporter().importClasses(DisorderlySums.class);

        List<String> found = addingInOneOrder(describe("are all there are", type -> true))
                .evaluate(disorderly)
                .getFailureReport()
                .getDetails();

        assertThat(DisorderlySums.class.getDeclaredMethods())
                .filteredOn(method -> !method.isSynthetic())
                .isNotEmpty()
                .allSatisfy(method -> assertThat(found)
                        .anyMatch(
                                each -> each.contains(DisorderlySums.class.getName() + "." + method.getName() + "(")));
    }

    private static ArchRule addingInOneOrder(DescribedPredicate<JavaClass> which) {
        return noClasses()
                .that(which)
                .should()
                .accessTargetWhere(target("leaves the order of additions to the JDK", HouseRulesTest::addsInAnyOrder));
    }

    private static boolean addsInAnyOrder(JavaAccess<?> access) {
        String name = access.getTarget().getName();
        JavaClass owner = access.getTargetOwner();
        boolean sums = owner.isEquivalentTo(DoubleStream.class) && DOUBLE_SUMS.contains(name);
        boolean collects = owner.isEquivalentTo(Collectors.class) && name.endsWith("ingDouble");
        boolean parallel = owner.isAssignableTo(BaseStream.class) && name.equals("parallel");
        boolean arrays = owner.isEquivalentTo(Arrays.class) && name.startsWith("parallel");
        return sums || collects || parallel || arrays || name.equals("parallelStream");
    }

    @Test
    void generation_drawsFromOurOwnSourceAlone() {
        noClasses()
                .that(describe("generate", HouseRulesTest::isOnTheGenerationPath))
                .should()
                .dependOnClassesThat(belongToAnyOf(Random.class, SplittableRandom.class, RandomGenerator.class)
                        .or(assignableTo(RandomGenerator.class)))
                .orShould()
                .callMethod(Math.class, "random")
                .orShould()
                .callMethod(Collections.class, "shuffle", List.class)
                .check(CLASSES);
    }

    private static boolean isOnTheGenerationPath(JavaClass type) {
        String name = type.getPackageName();
        return name.startsWith("io.github.musicgen.api")
                || name.equals("io.github.musicgen.representation.melody")
                || name.equals("io.github.musicgen.representation.encoding");
    }

    @Test
    void nothing_isSerializedByTheJdk() {
        noClasses()
                .should()
                .dependOnClassesThat(
                        belongToAnyOf(ObjectInputStream.class, ObjectOutputStream.class, Externalizable.class))
                .check(LIBRARIES);
        noClasses()
                .that(describe(
                        "are neither enums, nor exceptions, nor layers of Deeplearning4j, which saves them as JSON",
                        type -> !type.isEnum()
                                && !type.isAssignableTo(Throwable.class)
                                && !type.getPackageName().equals("io.github.musicgen.models.layers")))
                .should()
                .implement(Serializable.class)
                .check(LIBRARIES);
    }

    private static DescribedPredicate<JavaAccess<?>> target(String description, Predicate<JavaAccess<?>> predicate) {
        return describe(description, predicate);
    }
}
