package org.eventops.launcher.house;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Who may know whom. */
class EdgesTest {
    private static final String DOMAIN = "org.eventops.domain..";
    private static final String PERSISTENCE = "org.eventops.persistence..";
    private static final String SYNC = "org.eventops.sync..";
    private static final String CONSOLE = "org.eventops.console..";
    private static final String ADAPTERS = "org.eventops.adapters..";
    private static final String LAUNCHER = "org.eventops.launcher..";
    private static final String RESOURCES = "org.eventops.resources..";
    private static final Pattern EDGE =
            Pattern.compile("<artifactId>eventops-([a-z]+)</artifactId></dependency>");

    @Test
    void modulesKnowEachOtherAsTheMapSaysAndNoOtherWay() {
        Map<String, List<String>> allowed =
                Map.of(
                        "domain", List.of(),
                        "resources", List.of(),
                        "persistence", List.of("domain"),
                        "sync", List.of("domain"),
                        "app/adapters", List.of("domain", "resources"),
                        "app/console", List.of("domain", "resources"),
                        "app/launcher",
                                List.of(
                                        "adapters",
                                        "console",
                                        "domain",
                                        "persistence",
                                        "resources",
                                        "sync"));
        for (String module : Checkout.MODULES) {
            Matcher edges =
                    EDGE.matcher(Checkout.read(Checkout.root().resolve(module + "/pom.xml")));
            TreeSet<String> found = new TreeSet<>();
            while (edges.find()) {
                found.add(edges.group(1));
            }
            assertThat(found)
                    .as(
                            "%s/pom.xml: these are the only edges; put the code in the room"
                                    + " it belongs to instead (docs/architecture.md)",
                            module)
                    .containsExactlyElementsOf(allowed.getOrDefault(module, List.of()));
        }
    }

    @Test
    void theClassesOfTheProgramAreSeen() {
        assertThat(List.of("domain", "resources", "sync", "console", "launcher"))
                .as("rules that see no classes would always hold")
                .allSatisfy(
                        room ->
                                assertThat(HouseClasses.ALL)
                                        .anyMatch(
                                                c ->
                                                        c.getPackageName()
                                                                .startsWith(
                                                                        "org.eventops." + room)));
    }

    @Test
    void theDomainIsPureJava() {
        noClasses()
                .that()
                .resideInAPackage(DOMAIN)
                .should()
                .dependOnClassesThat()
                .resideOutsideOfPackages(
                        DOMAIN,
                        "java..",
                        "javax.crypto..",
                        "org.jspecify..",
                        "io.github.jamsesso.jsonlogic..",
                        "com.google.gson..",
                        "org.slf4j..")
                .because(
                        "a rule of the business needs no framework: name a port in the domain and"
                                + " implement it in persistence or app/adapters")
                .check(HouseClasses.ALL);
    }

    @Test
    void persistenceKnowsOnlyTheDomain() {
        noClasses()
                .that()
                .resideInAPackage(PERSISTENCE)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(CONSOLE, ADAPTERS, LAUNCHER, RESOURCES, SYNC, "javafx..")
                .because("the store answers with values; texts and views are for app/console")
                .check(HouseClasses.ALL);
    }

    @Test
    void syncKnowsOnlyTheDomain() {
        noClasses()
                .that()
                .resideInAPackage(SYNC)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        CONSOLE,
                        ADAPTERS,
                        LAUNCHER,
                        RESOURCES,
                        PERSISTENCE,
                        "javafx..",
                        "org.hibernate..",
                        "org.h2..")
                .because("the exchange works on ports of the domain, over whatever store there is")
                .check(HouseClasses.ALL);
    }

    @Test
    void theConsoleAsksPortsOfTheDomain() {
        noClasses()
                .that()
                .resideInAPackage(CONSOLE)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        PERSISTENCE, SYNC, ADAPTERS, LAUNCHER, "org.hibernate..", "java.sql..")
                .because("views and view models ask domain ports; app/launcher hands them in")
                .check(HouseClasses.ALL);
    }

    @Test
    void adaptersKnowNeitherStoreNorWindow() {
        noClasses()
                .that()
                .resideInAPackage(ADAPTERS)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        PERSISTENCE, SYNC, CONSOLE, LAUNCHER, "javafx..", "org.hibernate..")
                .because("an adapter implements a port of the domain and speaks to one outside")
                .check(HouseClasses.ALL);
    }

    @Test
    void packagesHaveNoCycles() {
        slices().matching("org.eventops.(**)")
                .should()
                .beFreeOfCycles()
                .because("what two packages both need goes into the one that the other knows")
                .check(HouseClasses.ALL);
    }

    @Test
    void featuresOfTheConsoleDoNotImportFeatures() {
        slices().matching("org.eventops.console.feature.(*)..")
                .should()
                .notDependOnEachOther()
                .because("a feature asks the shell to open another one; shared parts live in ui")
                .check(HouseClasses.ALL);
    }
}
