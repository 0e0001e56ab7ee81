package org.qiao.house;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The house rules of style.md that a machine can hold. */
class HouseRulesTest {

    /** Read once for everybody who looks through them: it takes seconds. */
    static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("org.qiao");

    private static final Pattern UNHEARD = Pattern.compile("[A-Z]\\w*\\.@(?!Nullable|NonNull)[A-Z]");
    private static final Pattern SYSTEM_CLOCK = Pattern.compile(
            "\\b(Instant|LocalDate|LocalDateTime|LocalTime|ZonedDateTime|OffsetDateTime|Year|YearMonth)\\.now\\(\\)"
                    + "|System\\.currentTimeMillis\\(|new Date\\(\\)|ZoneId\\.systemDefault\\(|Locale\\.getDefault\\(");
    private static final Pattern BAD_TYPE_NAME =
            Pattern.compile(".*(Impl|Manager|Helper|Util|Utils|Dto|DTO|Entity)\\.java");
    private static final Pattern SWALLOWED =
            Pattern.compile("catch \\((Exception|Throwable) (e|ignored|_)\\) *\\{ *\\}");
    private static final Pattern SLEEP =
            Pattern.compile("Thread\\.sleep\\(|@Disabled|waitForTimeout\\(|\\b(it|test|describe)\\.skip\\(");

    /** Modules that may be larger, each with its reason. */
    private static final Map<String, Integer> LARGE_MODULES = Map.of(
            // One log with one owner of its tables; a third of the files are records of its contract, a tenth doors
            // through which the modules for customers read and change it.
            "messaging", 84,
            // Everybody asks it who there is, where, and who is above whom: the rules of that stay beside its tables.
            "directory", 46,
            // People who sign in and customers who do not: two sorts of sessions, one way to find out who calls.
            "account", 49,
            // Who a customer is, what he agreed to and how he is forgotten: what every module above implements lies
            // here.
            "customer", 51,
            // One run with one owner of its tables; a quarter of the files are stores of one table each.
            "approval", 58);

    @Test
    void onlyStoresHoldSql() {
        noClasses()
                .that()
                .haveSimpleNameNotEndingWith("Store")
                .and()
                .resideOutsideOfPackage("org.qiao.platform")
                .should()
                .dependOnClassesThat()
                .belongToAnyOf(
                        JdbcClient.class, JdbcTemplate.class, javax.sql.DataSource.class, java.sql.Connection.class)
                .check(CLASSES);
    }

    @Test
    void dependenciesComeThroughTheConstructor() {
        noFields().should().beAnnotatedWith(Autowired.class).check(CLASSES);
    }

    @Test
    void nobodyReadsTheSystemClockZoneOrLocale() {
        assertThat(offenders(SYSTEM_CLOCK, "server/src/main/java", ".java")).isEmpty();
    }

    /** Before a nested type it belongs to the type alone, and the validation of records does not look there. */
    @Test
    void constraintsStandWhereTheyAreHeard() {
        assertThat(offenders(UNHEARD, "server/src/main/java", ".java")).isEmpty();
    }

    @Test
    void namesSayWhatAThingIs() {
        List<String> bad = SourceFile.under("server/src/main/java", ".java").stream()
                .filter(file -> BAD_TYPE_NAME.matcher(file.name()).matches())
                .map(SourceFile::toString)
                .toList();
        assertThat(bad).isEmpty();
    }

    @Test
    void everyPackageIsNullMarkedAndSaysWhatItIs() {
        List<String> bare = new ArrayList<>();
        SourceFile.under("server/src/main/java", ".java").stream()
                .map(file -> file.path().getParent())
                .distinct()
                .forEach(folder -> {
                    java.nio.file.Path card = folder.resolve("package-info.java");
                    if (!Files.exists(card)) {
                        bare.add(folder.toString());
                    }
                });
        assertThat(bare).isEmpty();
        assertThat(SourceFile.under("server/src/main/java", "package-info.java"))
                .allSatisfy(
                        card -> assertThat(card.text()).contains("@NullMarked").contains("///"));
    }

    @Test
    void modulesStayFlatAndWithinFortyFiles() {
        Map<java.nio.file.Path, Long> files = SourceFile.under("server/src/main/java", ".java").stream()
                .collect(Collectors.groupingBy(file -> file.path().getParent(), Collectors.counting()));
        List<String> large = files.entrySet().stream()
                .filter(folder -> folder.getValue()
                        > LARGE_MODULES.getOrDefault(
                                folder.getKey().getFileName().toString(), 45))
                .map(folder -> folder.getKey() + ": " + folder.getValue() + " files")
                .toList();
        assertThat(large).isEmpty();
    }

    @Test
    void nothingIsSleptSkippedOrSwallowed() {
        assertThat(offenders(SWALLOWED, "server/src", ".java")).isEmpty();
        List<String> sleeping = offenders(SLEEP, "server/src", ".java");
        sleeping.removeIf(line -> line.contains("HouseRulesTest"));
        assertThat(sleeping).isEmpty();
        assertThat(offenders(SLEEP, "web/src", ".ts", ".tsx")).isEmpty();
        assertThat(offenders(SLEEP, "e2e/tests", ".ts")).isEmpty();
    }

    @Test
    void textsArePlainWithoutExclamationMarks() {
        List<String> loud = SourceFile.under("web/src/i18n", ".json").stream()
                .flatMap(file -> file.lines().stream()
                        .filter(line -> line.contains("!\"") || line.contains("！"))
                        .map(line -> file + ": " + line.strip()))
                .toList();
        assertThat(loud).isEmpty();
    }

    private static List<String> offenders(Pattern pattern, String folder, String... endings) {
        List<String> found = new ArrayList<>();
        for (SourceFile file : SourceFile.under(folder, endings)) {
            for (String line : file.lines()) {
                if (pattern.matcher(line).find()
                        && !line.strip().startsWith("*")
                        && !line.strip().startsWith("//")) {
                    found.add(file + ": " + line.strip());
                }
            }
        }
        return found;
    }
}
