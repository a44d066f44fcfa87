package org.eventops.launcher.house;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ForkJoinPool;
import org.junit.jupiter.api.Test;

/** How classes are written, whatever their room. */
class HabitsTest {
    private static final int LONGEST_FILE = 500;
    private static final String EMPTY_NAMES = "(Util|Utils|Manager|Helper|Impl|Common)";

    /** Where a thread may be started, with the reason. */
    private static final List<String> THREAD_OWNERS =
            List.of(
                    // starts Hibernate while the store is opened
                    "org.eventops.persistence.hibernate.Sessions",
                    // the one thread of the exchange with the hub
                    "org.eventops.sync.run.SyncDriver",
                    // waiting for a poke keeps a connection, and its thread, for itself
                    "org.eventops.sync.hub.PgWakeups",
                    // the one runner of the window
                    "org.eventops.console.platform.TaskRunner",
                    "org.eventops.console.platform.BackgroundTaskRunner",
                    // opens the store while the toolkit starts
                    "org.eventops.launcher.wiring.WindowStart",
                    // Ctrl+C waits until a copy is gone
                    "org.eventops.launcher.cli.KeyboardProgress",
                    // a hub of this machine is stopped with the program
                    "org.eventops.launcher.cli.StopOnExit",
                    // answers of a process that is measured are read beside it
                    "org.eventops.launcher.bench.StartBench",
                    // the search's readings run as in the window
                    "org.eventops.launcher.bench.DoorOnScreen",
                    // a camera is read beside the door that is measured
                    "org.eventops.launcher.bench.CameraBeside",
                    // an import or a backup runs beside the door that is measured
                    "org.eventops.launcher.bench.SteadyDoor");

    @Test
    void viewModelsNeverKnowAControl() {
        noClasses()
                .that()
                .haveSimpleNameEndingWith("ViewModel")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("javafx.scene..", "javafx.stage..", "org.controlsfx..")
                .because(
                        "a view model holds properties and is tested without a window; the view"
                                + " binds controls to them")
                .check(HouseClasses.ALL);
    }

    @Test
    void viewsAreJavaFxInJava() {
        noClasses()
                .that()
                .resideInAPackage("org.eventops.console..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("java.awt..", "javax.swing..", "javafx.fxml..")
                .because("a layout is a Java method that calls section methods, styled by class")
                .check(HouseClasses.ALL);
    }

    @Test
    void queriesAreInSql() {
        noClasses()
                .should()
                .callMethodWhere(
                        target(
                                nameMatching(
                                        "createSelectionQuery|createMutationQuery|createQuery")))
                .because("the first one in Hibernate's own language is a fifth of a door's start")
                .check(HouseClasses.ALL);
    }

    @Test
    void threadsAreStartedInFewPlaces() {
        noClasses()
                .that(notIn(THREAD_OWNERS))
                .should()
                .callConstructorWhere(target(owner(assignableTo(Thread.class))))
                .orShould()
                .callMethodWhere(
                        target(owner(type(Thread.class)))
                                .and(
                                        target(
                                                nameMatching(
                                                        "start|ofVirtual|ofPlatform|startVirtualThread"))))
                .orShould()
                .callMethodWhere(target(owner(type(Executors.class))))
                .orShould()
                .dependOnClassesThat(type(ForkJoinPool.class))
                .because("work in the background goes through the TaskRunner, which tests replace")
                .check(HouseClasses.ALL);
    }

    private static DescribedPredicate<JavaClass> notIn(List<String> owners) {
        return DescribedPredicate.describe(
                "are not one of the stated owners of threads",
                c ->
                        owners.stream()
                                .noneMatch(
                                        o ->
                                                c.getName().equals(o)
                                                        || c.getName().startsWith(o + "$")));
    }

    @Test
    void entitiesStayInsidePersistence() {
        classes()
                .that()
                .haveSimpleNameEndingWith("Entity")
                .or()
                .areAnnotatedWith("jakarta.persistence.Entity")
                .should()
                .resideInAPackage("org.eventops.persistence..")
                .andShould()
                .notHaveModifier(JavaModifier.PUBLIC)
                .because("outside the store only values travel: give out a record")
                .check(HouseClasses.ALL);
    }

    @Test
    void theDomainAsksAClockAndTheEventsZone() {
        noClasses()
                .that()
                .resideInAPackage("org.eventops.domain..")
                .should()
                .callMethodWhere(target(nameMatching("now")).and(target(owner(inJavaTime()))))
                .orShould()
                .callMethodWhere(target(nameMatching("systemDefault|systemUTC|systemDefaultZone")))
                .orShould()
                .callMethodWhere(target(nameMatching("currentTimeMillis")))
                .because("time comes from an injected Clock, and days are of the event's zone")
                .check(HouseClasses.ALL);
    }

    private static DescribedPredicate<JavaClass> inJavaTime() {
        return DescribedPredicate.describe(
                "in java.time", c -> c.getPackageName().startsWith("java.time"));
    }

    @Test
    void namesSayWhatAThingIs() {
        noClasses()
                .should()
                .haveSimpleNameEndingWith("Util")
                .orShould()
                .haveNameMatching(".*" + EMPTY_NAMES + "(\\$.*)?")
                .orShould()
                .resideInAnyPackage(
                        "..util..",
                        "..utils..",
                        "..manager..",
                        "..helper..",
                        "..impl..",
                        "..common..")
                .because("such a name says nothing: name it after what it does for its caller")
                .check(HouseClasses.ALL);
    }

    @Test
    void filesAreShort() {
        assertThat(Checkout.allSources())
                .as("sources found")
                .hasSizeGreaterThan(50)
                .allSatisfy(
                        file ->
                                assertThat(Checkout.read(file).lines().count())
                                        .as(
                                                "%s: over %d lines it does two things; part it",
                                                Checkout.named(file), LONGEST_FILE)
                                        .isLessThanOrEqualTo(LONGEST_FILE));
    }

    @Test
    void everyPackageIsNullMarked() {
        List<Path> folders =
                Checkout.mainSources().stream().map(Path::getParent).distinct().toList();
        assertThat(folders)
                .isNotEmpty()
                .allSatisfy(
                        folder -> {
                            Path info = folder.resolve("package-info.java");
                            assertThat(Files.exists(info) ? Checkout.read(info) : "")
                                    .as(
                                            "%s: add a package-info.java with @NullMarked",
                                            Checkout.named(folder))
                                    .contains("@NullMarked");
                        });
    }
}
