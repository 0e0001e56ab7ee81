package org.qiao.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import org.qiao.platform.PlatformProblem;
import org.qiao.platform.Problem;
import org.qiao.testing.Given;
import org.qiao.testing.QiaoTest;
import org.qiao.testing.TestClock;
import org.qiao.testing.TestOrg;
import org.qiao.testing.TestUser;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.client.RestTestClient;

/** Customers as principals and their devices. Moves the clock of everybody by months, so it runs alone. */
@QiaoTest
@Isolated
class GuestTest {

    @Autowired
    Given given;

    @Autowired
    Guests guests;

    @Autowired
    Sessions sessions;

    @Autowired
    Principals principals;

    @Autowired
    TestClock clock;

    @Autowired
    RestTestClient http;

    private TestOrg org;
    private long guest;

    @BeforeEach
    void aCustomer() {
        org = given.org();
        guest = guests.create(org.id(), "访客 王", Locale.ENGLISH);
    }

    @Test
    void aTokenOpensTheGuestsHalfAndNothingElse() {
        String token = open().token();
        assertThat(sessions.find(token)).hasValueSatisfying(signedIn -> {
            assertThat(signedIn.guest()).isTrue();
            assertThat(signedIn.actor()).isNotNull().satisfies(actor -> {
                assertThat(actor.orgId()).isEqualTo(org.id());
                assertThat(actor.principalId()).isEqualTo(guest);
                assertThat(actor.grants()).isEmpty();
                assertThat(actor.locale()).isEqualTo(Locale.ENGLISH);
            });
        });
        assertThat(status("/api/visit/socket", token)).isEqualTo(200);
        for (String staff :
                List.of("/api/socket", "/api/session", "/api/devices", "/api/conversations", "/api/nothing")) {
            assertThat(status(staff, token)).as(staff).isEqualTo(401);
        }
        TestUser member = org.user();
        assertThat(status("/api/visit/socket", member.token())).isEqualTo(401);
        assertThat(status("/api/visit/socket", "v.unknown")).isEqualTo(401);
    }

    @Test
    void blockingEndsEverythingAtOnceUntilItIsLifted() {
        String token = open().token();
        guests.setEnabled(org.id(), guest, false);
        assertThat(status("/api/visit/socket", token)).isEqualTo(403);
        assertThat(guests.find(org.id(), guest))
                .hasValueSatisfying(face -> assertThat(face.enabled()).isFalse());

        guests.setEnabled(org.id(), guest, true);
        assertThat(status("/api/visit/socket", token)).isEqualTo(200);
        guests.revokeAll(org.id(), guest);
        assertThat(status("/api/visit/socket", token)).isEqualTo(401);
    }

    @Test
    void theOldestOfTooManyDevicesGoesAndOneCanBeForgotten() {
        OpenedSession first = open();
        OpenedSession second = open();
        for (int i = 2; i < Guests.DEVICES; i++) {
            open();
        }
        assertThat(sessions.find(first.token())).isPresent();
        open();
        assertThat(sessions.find(first.token())).isEmpty();

        guests.revoke(org.id(), guest, second.id());
        assertThat(sessions.find(second.token())).isEmpty();
        refused(() -> guests.revoke(org.id(), guest, second.id()));
        refused(() -> guests.revoke(org.id(), given.guest(org, "别人").id(), open().id()));
    }

    @Test
    void everyUseMovesTheEndHalfAYearAhead() {
        OpenedSession session = open();
        clock.forward(Duration.ofDays(179));
        assertThat(sessions.findByTokens(List.of(session.token(), "v.unknown", "unknown")))
                .containsOnlyKeys(session.token());
        clock.forward(Duration.ofDays(179));
        assertThat(sessions.find(session.token())).isPresent();
        assertThat(sessions.findAll(List.of(session.id(), 1L)))
                .extracting(SignedIn::guest)
                .contains(true);
        assertThat(guests.lastSeen(org.id(), List.of(guest))).containsOnlyKeys(guest);

        clock.forward(Duration.ofDays(181));
        assertThat(sessions.find(session.token())).isEmpty();
        assertThat(sessions.findAll(List.of(session.id()))).isEmpty();
    }

    @Test
    void devicesMoveToTheSamePersonUnderAnotherName() {
        OpenedSession session = open();
        long known = guests.create(org.id(), "王女士", Locale.ENGLISH);

        assertThat(guests.moveSessions(org.id(), guest, known)).containsExactly(session.id());

        assertThat(sessions.find(session.token()))
                .hasValueSatisfying(
                        signedIn -> assertThat(signedIn.actor().principalId()).isEqualTo(known));
        refused(() -> guests.moveSessions(org.id(), known, org.user().id()));
        refused(() -> guests.moveSessions(
                org.id(), known, given.guest(given.org(), "外").id()));
    }

    @Test
    void aCustomerIsNoMemberAndNobodyElsesCustomer() {
        TestOrg other = given.org();
        assertThat(guests.faces(other.id(), List.of(guest))).isEmpty();
        refused(() -> guests.rename(other.id(), guest, "x"));
        refused(() -> guests.open(new Guests.NewDevice(other.id(), guest, "x", "")));
        refused(() -> guests.setEnabled(org.id(), org.user().id(), false));
        assertThat(principals.find(org.id(), guest)).isEmpty();
        refused(() -> principals.setEnabled(org.id(), guest, false));

        guests.rename(org.id(), guest, "王");
        guests.setAvatar(org.id(), guest, 7L);
        guests.setLocale(org.id(), guest, Locale.SIMPLIFIED_CHINESE);
        assertThat(guests.faces(org.id(), List.of(guest, org.user().id())).values())
                .containsExactly(new Guests.Face(guest, "王", 7L, Locale.SIMPLIFIED_CHINESE, true));
        for (String bad : List.of("", "  ", "x".repeat(51), "a\nb")) {
            assertThatThrownBy(() -> guests.rename(org.id(), guest, bad)).isInstanceOf(Problem.class);
        }
    }

    private OpenedSession open() {
        return guests.open(new Guests.NewDevice(org.id(), guest, "Test", "127.0.0.1"));
    }

    private int status(String path, String token) {
        return http.get()
                .uri(path)
                .headers(headers -> headers.setBearerAuth(token))
                .exchange()
                .returnResult(String.class)
                .getStatus()
                .value();
    }

    private static void refused(Runnable work) {
        assertThatThrownBy(work::run)
                .isInstanceOfSatisfying(
                        Problem.class,
                        problem -> assertThat(problem.is(PlatformProblem.NOT_FOUND))
                                .isTrue());
    }
}
