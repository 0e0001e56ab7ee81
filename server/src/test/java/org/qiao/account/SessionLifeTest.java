package org.qiao.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import org.qiao.testing.Given;
import org.qiao.testing.QiaoTest;
import org.qiao.testing.TestClock;
import org.qiao.testing.TestUser;
import org.springframework.beans.factory.annotation.Autowired;

/** Moves the clock of everybody by months, so it runs alone; the sessions of other tests live for years. */
@QiaoTest
@Isolated
class SessionLifeTest {

    @Autowired
    Given given;

    @Autowired
    Sessions sessions;

    @Autowired
    TestClock clock;

    private TestUser li;

    @BeforeEach
    void aPerson() {
        li = given.org().user();
    }

    @Test
    void everyUseMovesTheEndThirtyDaysAhead() {
        OpenedSession session = open(false);

        clock.forward(Duration.ofDays(29));
        assertThat(sessions.find(session.token())).isPresent();
        clock.forward(Duration.ofDays(29));
        assertThat(sessions.find(session.token())).isPresent();

        clock.forward(Duration.ofDays(31));
        assertThat(sessions.find(session.token())).isEmpty();
    }

    @Test
    void aProgramMayStaySilentForAYear() {
        OpenedSession session = open(true);

        clock.forward(Duration.ofDays(364));
        assertThat(sessions.find(session.token())).isPresent();

        clock.forward(Duration.ofDays(366));
        assertThat(sessions.find(session.token())).isEmpty();
    }

    @Test
    void nonsenseIsNoToken() {
        String token = open(false).token();

        assertThat(sessions.find("")).isEmpty();
        assertThat(sessions.find("null")).isEmpty();
        assertThat(sessions.find(token + "x")).isEmpty();
        assertThat(sessions.find(token.substring(1))).isEmpty();
        assertThat(sessions.find("\u0000\ud800".repeat(1_000))).isEmpty();
    }

    @Test
    void manyTokensAreFoundAtOnceAndEveryUseMovesTheirEnd() {
        OpenedSession browser = open(false);
        OpenedSession program = open(true);
        OpenedSession revoked = open(false);
        sessions.revoke(li.accountId(), revoked.id());
        List<String> tokens = List.of(browser.token(), program.token(), revoked.token(), "nonsense", browser.token());

        assertThat(sessions.findByTokens(tokens).keySet()).containsOnly(browser.token(), program.token());
        clock.forward(Duration.ofDays(29));
        assertThat(sessions.findByTokens(tokens).get(browser.token()).sessionId())
                .isEqualTo(browser.id());
        clock.forward(Duration.ofDays(29));
        assertThat(sessions.findByTokens(tokens).keySet()).containsOnly(browser.token(), program.token());

        clock.forward(Duration.ofDays(31));
        assertThat(sessions.findByTokens(tokens).keySet()).containsOnly(program.token());
        assertThat(sessions.findByTokens(List.of())).isEmpty();
    }

    private OpenedSession open(boolean bearer) {
        return sessions.open(new NewSession(li.accountId(), li.id(), bearer, "test", "127.0.0.1"));
    }
}
