package org.qiao.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.qiao.account.Enrolments;
import org.qiao.account.Enrolments.Enrolled;
import org.qiao.platform.StartupProblem;
import org.qiao.testing.Given;
import org.qiao.testing.QiaoTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.client.RestTestClient;

@QiaoTest
class CrowdTest {

    @Autowired
    Crowd crowd;

    @Autowired
    CrowdStart start;

    @Autowired
    Given given;

    @Autowired
    RestTestClient http;

    @TempDir
    Path folder;

    @Test
    void everybodyIsSignedInAndTheFirstOneOwnsTheCompany() {
        List<Enrolled> people = crowd.load(50);

        assertThat(people).hasSize(50);
        http.get()
                .uri("/api/session")
                .header("Authorization", "Bearer " + people.getFirst().token())
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.grants[0]")
                .isEqualTo("OWNER")
                .jsonPath("$.member.id")
                .isEqualTo(people.getFirst().principalId());
        http.get()
                .uri("/api/session")
                .header("Authorization", "Bearer " + people.getLast().token())
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.member.state")
                .isEqualTo("ACTIVE")
                .jsonPath("$.grants")
                .isEmpty();
    }

    @Test
    void aServerThatHasACompanyGetsNone() {
        given.org();
        Path tokens = folder.resolve("tokens");

        assertThatThrownBy(() -> start.run(new CrowdSettings(3, tokens.toString())))
                .isInstanceOf(StartupProblem.class)
                .hasMessageContaining("already");
        assertThat(tokens).doesNotExist();
    }

    @Test
    void itsTokensAreForTheirOwnerOnlyAndNeverWrittenOverAnotherFile() throws Exception {
        Path tokens = folder.resolve("tokens");

        CrowdStart.write(tokens, List.of(new Enrolled(7, "one"), new Enrolled(8, "two")));

        assertThat(tokens).hasContent("7 one\n8 two\n");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(tokens)))
                .isEqualTo("rw-------");
        assertThatThrownBy(() -> start.run(new CrowdSettings(3, tokens.toString())))
                .isInstanceOf(StartupProblem.class)
                .hasMessageContaining("exists");
        assertThatThrownBy(() -> start.run(new CrowdSettings(3, ""))).isInstanceOf(StartupProblem.class);
    }

    @Test
    void anAddressThatIsTakenEnrolsNobody(@Autowired Enrolments enrolments) {
        long orgId = given.org().id();
        String email = "twin@crowd-%d.invalid".formatted(orgId);

        assertThatThrownBy(() ->
                        enrolments.enrol(orgId, List.of(email, email), java.util.Locale.SIMPLIFIED_CHINESE, "crowd"))
                .hasMessageContaining("login_taken");
    }
}
