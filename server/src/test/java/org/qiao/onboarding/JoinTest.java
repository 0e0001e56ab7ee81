package org.qiao.onboarding;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.qiao.directory.MemberState;
import org.qiao.directory.Members;
import org.qiao.directory.NewMember;
import org.qiao.testing.Given;
import org.qiao.testing.QiaoTest;
import org.qiao.testing.TestBrowser;
import org.qiao.testing.TestBrowser.Reply;
import org.qiao.testing.TestOrg;
import org.qiao.testing.TestUser;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.client.RestTestClient;

@QiaoTest
class JoinTest {

    private static final AtomicInteger NUMBER = new AtomicInteger();
    private static final String PASSWORD = "a bridge over water";

    @Autowired
    RestTestClient http;

    @Autowired
    Given given;

    @Autowired
    Members members;

    private TestOrg org;
    private TestUser boss;
    private TestBrowser admin;

    @BeforeEach
    void aCompany() {
        org = given.org();
        boss = org.admin();
        admin = new TestBrowser(http).signedIn(boss);
    }

    @Test
    void aNewcomerJoinsAndIsSignedIn() {
        String path = invite(false, null);
        TestBrowser person = new TestBrowser(http);

        Reply door = person.get(path);
        Reply joined = join(person, path, "王五", mail());

        assertThat(door.json().path("companyName").asString()).isEqualTo("测试公司");
        assertThat(door.json().path("inviterName").asString()).isEqualTo("管理员");
        assertThat(door.json().path("approval").asBoolean()).isFalse();
        assertThat(joined.status()).isEqualTo(200);
        assertThat(joined.json().path("state").asString()).isEqualTo("JOINED");
        assertThat(joined.json().at("/session/member/name").asString()).isEqualTo("王五");
        assertThat(joined.json().at("/session/member/state").asString()).isEqualTo("ACTIVE");
        assertThat(joined.json().at("/session/grants").size()).isZero();
        assertThat(person.get("/api/departments").status()).isEqualTo(200);
    }

    @Test
    void whoIsSignedInJoinsWithTheNameOnly() {
        String path = invite(false, null);
        TestUser li = given.org().user("李娜");
        TestBrowser browser = new TestBrowser(http).signedIn(li);

        Reply joined = browser.post(path, Map.of("name", "小李"));
        Reply again = browser.post(path, Map.of("name", "小李"));

        assertThat(joined.json().at("/session/org/id").asLong()).isEqualTo(org.id());
        assertThat(joined.json().at("/session/companies").size()).isEqualTo(2);
        assertThat(again.json().at("/session/member/id"))
                .isEqualTo(joined.json().at("/session/member/id"));
        assertThat(list().at("/0/uses").asInt()).isEqualTo(1);
    }

    @Test
    void withApprovalAnAdministratorDecides() {
        String path = invite(true, null);
        String mail = mail();
        TestBrowser person = new TestBrowser(http);

        Reply pending = join(person, path, "王五", mail);
        Reply waiting = admin.get("/api/join-requests");
        long id = waiting.json().at("/items/0/id").asLong();

        assertThat(pending.json().path("state").asString()).isEqualTo("PENDING");
        assertThat(pending.json().path("session").isNull()).isTrue();
        assertThat(waiting.json().at("/items/0/name").asString()).isEqualTo("王五");
        assertThat(waiting.json().at("/items/0/login").asString()).isEqualTo(mail);
        assertThat(signIn(person, mail).json().path("member").isNull()).isTrue();
        assertThat(person.get("/api/departments").code()).isEqualTo("account.no_company");

        assertThat(admin.post("/api/join-requests/" + id + "/decision", Map.of("accept", true))
                        .status())
                .isEqualTo(204);

        assertThat(person.get("/api/session").json().at("/member/name").asString())
                .isEqualTo("王五");
        assertThat(person.get("/api/departments").status()).isEqualTo(200);
        assertThat(admin.get("/api/join-requests").json().path("items").size()).isZero();
        assertThat(admin.post("/api/join-requests/" + id + "/decision", Map.of("accept", false))
                        .code())
                .isEqualTo("onboarding.already_decided");
    }

    @Test
    void whoIsRefusedStaysOutside() {
        String path = invite(true, null);
        String mail = mail();
        join(new TestBrowser(http), path, "王五", mail);
        long id = admin.get("/api/join-requests").json().at("/items/0/id").asLong();

        admin.post("/api/join-requests/" + id + "/decision", Map.of("accept", false));

        Reply session = signIn(new TestBrowser(http), mail);
        assertThat(session.json().path("companies").size()).isZero();
    }

    @Test
    void askingTwiceIsAskingOnce() {
        String path = invite(true, 1);
        TestUser li = given.org().user("李娜");
        TestBrowser browser = new TestBrowser(http).signedIn(li);

        browser.post(path, Map.of("name", "小李"));

        assertThat(admin.get("/api/join-requests").json().path("items").size()).isEqualTo(1);
    }

    @Test
    void theLastPlaceIsGivenOnceHoweverManyComeTogether() throws Exception {
        String path = invite(false, 3);
        List<Reply> replies = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
            List<Future<Reply>> tries = new ArrayList<>();
            for (int i = 0; i < 8; i++) {
                TestUser person = given.org().user("来客" + i);
                tries.add(threads.submit(
                        () -> new TestBrowser(http).signedIn(person).post(path, Map.of("name", "来客"))));
            }
            for (Future<Reply> reply : tries) {
                replies.add(reply.get());
            }
        }

        assertThat(replies.stream().filter(reply -> reply.status() == 200)).hasSize(3);
        assertThat(replies.stream().filter(reply -> reply.status() == 410)).hasSize(5);
        assertThat(new TestBrowser(http).get(path).status()).isEqualTo(410);
    }

    @Test
    void aWithdrawnInvitationLetsNobodyIn() {
        String path = invite(false, null);
        long id = list().at("/0/id").asLong();

        assertThat(admin.delete("/api/invitations/" + id).status()).isEqualTo(204);

        assertThat(new TestBrowser(http).get(path).status()).isEqualTo(410);
        assertThat(join(new TestBrowser(http), path, "王五", mail()).status()).isEqualTo(410);
        assertThat(new TestBrowser(http).get("/api/join/nothing").status()).isEqualTo(404);
        assertThat(admin.delete("/api/invitations/" + id).status()).isEqualTo(404);
    }

    @Test
    void aLinkThatManyHoldClaimsNobodysAccount() {
        String path = invite(false, null);
        String imported = mail();
        members.add(org.id(), NewMember.of("董事长", null, imported, MemberState.INVITED));

        Reply stolen = join(new TestBrowser(http), path, "董事长", imported);

        assertThat(stolen.status()).isEqualTo(409);
        assertThat(stolen.code()).isEqualTo("account.login_taken");
        assertThat(signIn(new TestBrowser(http), imported).status()).isEqualTo(401);
    }

    @Test
    void whoHasLeftNeedsAnApprovalToComeBack() {
        String path = invite(false, null);
        TestBrowser person = new TestBrowser(http);
        String mail = mail();
        long id = join(person, path, "王五", mail).json().at("/session/member/id").asLong();
        assertThat(admin.put("/api/members/" + id + "/state", Map.of("state", "LEFT"))
                        .status())
                .isLessThan(300);

        Reply back = person.post(path, Map.of("name", "王五"));

        assertThat(back.json().path("state").asString()).isEqualTo("PENDING");
        long request = admin.get("/api/join-requests").json().at("/items/0/id").asLong();
        admin.post("/api/join-requests/" + request + "/decision", Map.of("accept", true));
        assertThat(signIn(new TestBrowser(http), mail).json().at("/member/id").asLong())
                .isEqualTo(id);
    }

    @Test
    void whoTypesTheAddressOfSomebodyWhoHasLeftDoesNotBecomeThatPerson() {
        String path = invite(false, null);
        long id = join(new TestBrowser(http), path, "王五", mail())
                .json()
                .at("/session/member/id")
                .asLong();
        String known = mail(); // the company's copy: the account itself keeps its own
        assertThat(admin.put("/api/members/" + id, Map.of("name", "王五", "email", known))
                        .status())
                .isLessThan(300);
        assertThat(admin.put("/api/members/" + id + "/state", Map.of("state", "LEFT"))
                        .status())
                .isLessThan(300);

        Reply joined = join(new TestBrowser(http), path, "赵六", known);

        assertThat(joined.json().path("state").asString()).isEqualTo("JOINED");
        assertThat(joined.json().at("/session/member/id").asLong()).isNotEqualTo(id);
    }

    @Test
    void whoIsTakenBackKeepsTheLoginWhateverTheCompanyHasWrittenDown() {
        String mail = mail();
        long id = join(new TestBrowser(http), invite(false, null), "王五", mail)
                .json()
                .at("/session/member/id")
                .asLong();
        admin.put("/api/members/" + id, Map.of("name", "王五", "email", mail()));
        admin.put("/api/members/" + id + "/state", Map.of("state", "LEFT"));

        Reply back = admin.put("/api/members/" + id + "/state", Map.of("state", "ACTIVE"));

        assertThat(back.status()).isLessThan(300);
        assertThat(signIn(new TestBrowser(http), mail).json().at("/member/id").asLong())
                .isEqualTo(id);
    }

    @Test
    void membersInviteOnlyWhenTheCompanyAllowsItAndThenWithApproval() {
        TestUser li = org.user("李娜");
        TestBrowser browser = new TestBrowser(http).signedIn(li);
        Map<String, Object> body = Map.of("expiresInHours", 24, "approval", false);

        assertThat(browser.post("/api/invitations", body).code()).isEqualTo("onboarding.not_allowed");
        assertThat(browser.get("/api/invitations").status()).isEqualTo(403);
        assertThat(browser.get("/api/join-requests").status()).isEqualTo(403);
        Map<String, Object> settings = Map.of(
                "name",
                "测试公司",
                "zone",
                "Asia/Shanghai",
                "locale",
                "zh-CN",
                "settings",
                Map.of("membersMayInvite", true));
        assertThat(admin.put("/api/org", settings).status()).isEqualTo(200);

        Reply made = browser.post("/api/invitations", body);
        assertThat(made.status()).isEqualTo(201);
        assertThat(made.json().path("approval").asBoolean()).isTrue();
        invite(false, null);
        assertThat(browser.get("/api/invitations").json().path("items").size()).isEqualTo(1);
        assertThat(list().size()).isEqualTo(2);
    }

    @Test
    void anotherCompanysInvitationsAndRequestsDoNotExist() {
        invite(true, null);
        long id = list().at("/0/id").asLong();
        join(new TestBrowser(http), "/api" + list().at("/0/path").asString(), "王五", mail());
        long request = admin.get("/api/join-requests").json().at("/items/0/id").asLong();
        TestBrowser foreign = new TestBrowser(http).signedIn(given.org().owner());

        assertThat(foreign.get("/api/invitations/" + id + "/qr.svg").status()).isEqualTo(404);
        assertThat(foreign.delete("/api/invitations/" + id).status()).isEqualTo(404);
        assertThat(foreign.post("/api/join-requests/" + request + "/decision", Map.of("accept", true))
                        .status())
                .isEqualTo(404);
        assertThat(foreign.get("/api/invitations").json().path("items").size()).isZero();
        Map<String, Object> place =
                Map.of("expiresInHours", 24, "approval", false, "departmentId", org.rootDepartmentId());
        assertThat(foreign.post("/api/invitations", place).status()).isEqualTo(404);
    }

    @Test
    void theQrCodeIsADrawingOfTheAddress() {
        invite(false, null);

        Reply qr = admin.get("/api/invitations/" + list().at("/0/id").asLong() + "/qr.svg");

        assertThat(String.valueOf(qr.headers().getContentType())).startsWith("image/svg+xml");
        assertThat(qr.text())
                .startsWith("<svg")
                .contains("<path d=\"M4 4h7v1h-7z")
                .doesNotContain("script");
    }

    private tools.jackson.databind.JsonNode list() {
        return admin.get("/api/invitations").json().path("items");
    }

    private String invite(boolean approval, @Nullable Integer maxUses) {
        Map<String, Object> body = new HashMap<>(Map.of("expiresInHours", 24, "approval", approval));
        if (maxUses != null) {
            body.put("maxUses", maxUses);
        }
        Reply made = admin.post("/api/invitations", body);
        assertThat(made.status()).isEqualTo(201);
        return "/api" + made.json().path("path").asString();
    }

    private static Reply join(TestBrowser person, String path, String name, String mail) {
        return person.post(path, Map.of("name", name, "login", mail, "password", PASSWORD, "locale", "zh-CN"));
    }

    private static Reply signIn(TestBrowser browser, String login) {
        return browser.post("/api/session", Map.of("login", login, "password", PASSWORD));
    }

    private static String mail() {
        return "join%d@example.com".formatted(NUMBER.incrementAndGet());
    }
}
