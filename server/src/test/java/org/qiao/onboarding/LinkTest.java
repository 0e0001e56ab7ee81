package org.qiao.onboarding;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.qiao.account.Links;
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
class LinkTest {

    private static final AtomicInteger NUMBER = new AtomicInteger();
    private static final String PASSWORD = "a bridge over water";
    private static final String NEXT = "another bridge entirely";

    @Autowired
    RestTestClient http;

    @Autowired
    Given given;

    @Autowired
    Members members;

    @Autowired
    Links links;

    private TestOrg org;
    private TestBrowser admin;

    @BeforeEach
    void aCompany() {
        org = given.org();
        admin = new TestBrowser(http).signedIn(org.admin());
    }

    @Test
    void anInvitedMemberChoosesTheFirstPasswordAndIsThenActive() {
        String mail = mail();
        long id = invite(org, mail);
        Reply made = admin.post("/api/members/" + id + "/reset-link", "");
        TestBrowser person = new TestBrowser(http);

        Reply page = person.get(api(made));
        Reply used = person.post(api(made), Map.of("password", PASSWORD));

        assertThat(made.status()).isEqualTo(201);
        assertThat(made.json().path("path").asString()).startsWith("/link/");
        assertThat(page.json().path("purpose").asString()).isEqualTo("RESET");
        assertThat(page.json().path("name").asString()).isEqualTo("王五");
        assertThat(page.json().path("companyName").asString()).isEqualTo("测试公司");
        assertThat(used.status()).isEqualTo(200);
        assertThat(used.json().at("/member/id").asLong()).isEqualTo(id);
        assertThat(used.json().at("/member/state").asString()).isEqualTo("ACTIVE");
        assertThat(person.get("/api/departments").status()).isEqualTo(200);
        assertThat(signIn(mail, PASSWORD).status()).isEqualTo(200);
    }

    @Test
    void aResetEndsEveryDeviceAndTheOldPassword() {
        TestUser li = org.user("李娜");
        given.password(li, PASSWORD);
        TestBrowser device = new TestBrowser(http).signedIn(li);
        assertThat(device.get("/api/session").status()).isEqualTo(200);
        Reply made = admin.post("/api/members/" + li.id() + "/reset-link", "");

        new TestBrowser(http).post(api(made), Map.of("password", NEXT));

        assertThat(device.get("/api/session").status()).isEqualTo(401);
        assertThat(signIn(given.phone(li), PASSWORD).status()).isEqualTo(401);
        assertThat(signIn(given.phone(li), NEXT).status()).isEqualTo(200);
    }

    @Test
    void aLinkWorksOnceHoweverManyOpenItTogether() throws Exception {
        Reply made = admin.post("/api/members/" + invite(org, mail()) + "/reset-link", "");
        List<Integer> answers = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
            List<Future<Integer>> tries = new ArrayList<>();
            for (int i = 0; i < 8; i++) {
                String password = "a bridge number " + i;
                tries.add(threads.submit(() -> new TestBrowser(http)
                        .post(api(made), Map.of("password", password))
                        .status()));
            }
            for (Future<Integer> answer : tries) {
                answers.add(answer.get());
            }
        }

        assertThat(answers).containsOnlyOnce(200);
        assertThat(answers.stream().filter(status -> status == 410)).hasSize(7);
        assertThat(new TestBrowser(http).get(api(made)).code()).isEqualTo("account.link_used");
    }

    @Test
    void aWeakPasswordDoesNotUseTheLinkUp() {
        Reply made = admin.post("/api/members/" + invite(org, mail()) + "/reset-link", "");
        TestBrowser person = new TestBrowser(http);

        assertThat(person.post(api(made), Map.of("password", "short")).code()).isEqualTo("account.password_too_short");
        assertThat(person.post(api(made), Map.of()).code()).isEqualTo("account.password_required");
        assertThat(person.post(api(made), Map.of("password", PASSWORD)).status())
                .isEqualTo(200);
    }

    @Test
    void anUnknownLinkIsNoLink() {
        assertThat(new TestBrowser(http).get("/api/links/nothing").status()).isEqualTo(404);
        assertThat(new TestBrowser(http)
                        .post("/api/links/nothing", Map.of("password", PASSWORD))
                        .status())
                .isEqualTo(404);
    }

    @Test
    void nobodyResetsSomebodyWhoAlsoWorksElsewhere() {
        TestUser li = org.user("李娜");
        given.password(li, PASSWORD);
        given.colleague(given.org(), li);

        Reply refused = admin.post("/api/members/" + li.id() + "/reset-link", "");

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.code()).isEqualTo("account.reset_elsewhere");
    }

    @Test
    void aLinkMadeBeforeThePersonJoinedElsewhereNoLongerResets() {
        TestUser li = org.user("李娜");
        given.password(li, PASSWORD);
        Reply made = admin.post("/api/members/" + li.id() + "/reset-link", "");
        given.colleague(given.org(), li);

        Reply refused = new TestBrowser(http).post(api(made), Map.of("password", NEXT));

        assertThat(refused.code()).isEqualTo("account.reset_elsewhere");
        assertThat(signIn(given.phone(li), PASSWORD).status()).isEqualTo(200);
    }

    @Test
    void addingANumberThatHasAnAccountLooksTheSameAndTakesNothingOver() {
        TestOrg other = given.org();
        String mail = mail();
        long elsewhere = invite(other, mail);
        claim(new TestBrowser(http).signedIn(other.admin()), elsewhere, PASSWORD);

        long known = invite(org, mail);
        long unknown = invite(org, mail());
        Reply forKnown = admin.post("/api/members/" + known + "/reset-link", "");
        Reply forUnknown = admin.post("/api/members/" + unknown + "/reset-link", "");

        assertThat(forKnown.status()).isEqualTo(forUnknown.status()).isEqualTo(201);
        assertThat(admin.get("/api/members/" + known).json().path("state"))
                .isEqualTo(admin.get("/api/members/" + unknown).json().path("state"));
        Reply companies = signIn(mail, PASSWORD);
        assertThat(companies.json().path("companies").size()).isEqualTo(1);
        Reply takeOver = new TestBrowser(http).post(api(forKnown), Map.of("password", NEXT));
        assertThat(takeOver.status()).isEqualTo(403);
        assertThat(takeOver.code()).isEqualTo("account.wrong_password");
        assertThat(signIn(mail, PASSWORD).status()).isEqualTo(200);
    }

    @Test
    void whoHasAnAccountJoinsWithItsPassword() {
        TestOrg other = given.org();
        String mail = mail();
        claim(new TestBrowser(http).signedIn(other.admin()), invite(other, mail), PASSWORD);
        long here = invite(org, mail);
        Reply made = admin.post("/api/members/" + here + "/reset-link", "");
        TestBrowser person = new TestBrowser(http);

        assertThat(person.get(api(made)).json().path("purpose").asString()).isEqualTo("JOIN");
        Reply joined = person.post(api(made), Map.of("password", PASSWORD));

        assertThat(joined.status()).isEqualTo(200);
        assertThat(joined.json().at("/member/id").asLong()).isEqualTo(here);
        assertThat(joined.json().path("companies").size()).isEqualTo(2);
    }

    @Test
    void aNumberThatSomebodyTypedInElsewhereButNobodyClaimedBelongsToWhoClaimsFirst() {
        TestOrg other = given.org();
        String mail = mail();
        TestBrowser otherAdmin = new TestBrowser(http).signedIn(other.admin());
        long there = invite(other, mail);
        long here = invite(org, mail);
        Reply early = otherAdmin.post("/api/members/" + there + "/reset-link", "");

        claim(admin, here, PASSWORD);
        Reply late = new TestBrowser(http).post(api(early), Map.of("password", NEXT));

        assertThat(late.status()).isIn(403, 410);
        assertThat(signIn(mail, PASSWORD).json().path("companies").size()).isEqualTo(1);
    }

    @Test
    void onlyAdministratorsMakeLinksAndOnlyTheOwnerForAdministrators() {
        TestUser li = org.user("李娜");
        TestUser boss = org.owner();
        TestUser second = org.admin();

        assertThat(link(li, li.id()).status()).isEqualTo(403);
        assertThat(link(second, boss.id()).status()).isEqualTo(403);
        assertThat(link(boss, second.id()).status()).isEqualTo(201);
        assertThat(link(second, li.id()).status()).isEqualTo(201);
        Reply foreign = link(given.org().admin(), li.id());
        Reply missing = link(given.org().admin(), Long.MAX_VALUE);
        assertThat(foreign.status()).isEqualTo(404);
        assertThat(foreign.code()).isEqualTo(missing.code());
    }

    @Test
    void aLoginLinkOfTheServerItselfSignsInWithoutAPassword() {
        long id = invite(org, mail());
        String path = links.createLogin(org.id(), id, Duration.ofHours(1)).path();
        TestBrowser person = new TestBrowser(http);

        Reply used = person.post("/api/links/" + path.substring("/link/".length()), Map.of());

        assertThat(used.json().at("/member/id").asLong()).isEqualTo(id);
        assertThat(used.json().at("/account/hasPassword").asBoolean()).isFalse();
        assertThat(person.put("/api/account/password", Map.of("next", PASSWORD)).status())
                .isEqualTo(204);
    }

    private Reply link(TestUser by, long id) {
        return new TestBrowser(http).signedIn(by).post("/api/members/" + id + "/reset-link", "");
    }

    private void claim(TestBrowser by, long id, String password) {
        Reply made = by.post("/api/members/" + id + "/reset-link", "");
        Reply used = new TestBrowser(http).post(api(made), Map.of("password", password));
        assertThat(used.status()).isEqualTo(200);
    }

    private long invite(TestOrg company, String mail) {
        return members.add(company.id(), NewMember.of("王五", null, mail, MemberState.INVITED));
    }

    private Reply signIn(String login, String password) {
        return new TestBrowser(http).post("/api/session", Map.of("login", login, "password", password));
    }

    private static String api(Reply made) {
        return "/api/links/" + made.json().path("path").asString().substring("/link/".length());
    }

    private static String mail() {
        return String.format(Locale.ROOT, "link%d@example.com", NUMBER.incrementAndGet());
    }
}
