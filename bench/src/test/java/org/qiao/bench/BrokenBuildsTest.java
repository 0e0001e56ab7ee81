package org.qiao.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The checker is checked: one server, broken in one way after another, and caught each time. People of their own for each way. */
@EnabledIfEnvironmentVariable(named = "QIAO_JAR", matches = ".+")
@Timeout(value = 120, unit = TimeUnit.SECONDS)
class BrokenBuildsTest {

    /** Chance and a busy machine decide what the crew does when: who was lucky is tried again, a sound server never fails. */
    private static final int TRIES = 3;

    private static final int WAYS = (Sabotage.values().length + 2) * TRIES;
    private static final int CALM_SECONDS = 4;

    @TempDir
    static Path folder;

    private static CrashScenario.FaultFolder faults;
    private static LocalServer server;
    private static Database database;
    private static List<Person> people;
    private static int taken;

    @BeforeAll
    static void start() {
        faults = CrashScenario.FaultFolder.make(folder);
        server = LocalServer.start(
                CrashSampleTest.launch(folder, Crew.PEOPLE * WAYS).with(faults.flag()));
        database = new Database(server.data());
        people = Person.read(server.tokens());
    }

    @AfterAll
    static void stop() {
        server.close();
        faults.close();
    }

    private static CrashRun.Result run(List<Fault> plan, boolean ignoresEra) throws Exception {
        List<Person> some = people.subList(taken, taken + Crew.PEOPLE);
        taken += Crew.PEOPLE;
        CrashRun.Ground ground = new CrashRun.Ground(server, database, faults.path(), 1, CALM_SECONDS);
        return new CrashRun(ground, some, new Crew.Script(11, ignoresEra)).run(plan);
    }

    private static Violations tried(List<Fault> plan, boolean ignoresEra, Predicate<Violations> caught)
            throws Exception {
        Violations violations = run(plan, ignoresEra).violations();
        for (int more = 1; more < TRIES && !caught.test(violations); more++) {
            violations = run(plan, ignoresEra).violations();
        }
        return violations;
    }

    @Test
    void aClientThatIgnoresTheEraIsCaught() throws Exception {
        Violations violations =
                tried(List.of(Fault.OLDER_BACKUP), true, each -> !each.first().isEmpty());

        assertThat(violations.first()).anyMatch(found -> found.startsWith("I5 ") || found.startsWith("I13 "));
    }

    @ParameterizedTest
    @EnumSource
    void aBrokenServerIsCaught(Sabotage sabotage) throws Exception {
        sabotage.begin(database, faults.path());
        Violations violations;
        try {
            violations = tried(
                    sabotage.plan(), false, each -> !Collections.disjoint(each.kinds(), List.of(sabotage.invariants)));
        } finally {
            sabotage.end(database, faults.path());
        }

        Run.say(sabotage + ": " + violations.count() + " violations, " + violations.first());
        assertThat(violations.kinds())
                .as("%s: %s", sabotage, violations.first())
                .containsAnyOf(sabotage.invariants);
    }
}
