package org.qiao.onboarding;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.qiao.account.Principals;
import org.qiao.testing.Given;
import org.qiao.testing.QiaoTest;
import org.qiao.testing.TestBrowser;
import org.qiao.testing.TestBrowser.Reply;
import org.qiao.testing.TestOrg;
import org.qiao.testing.TestUser;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.client.RestTestClient;

@QiaoTest
class CompaniesTest {

    @Autowired
    RestTestClient http;

    @Autowired
    Given given;

    @Autowired
    Principals principals;

    @Test
    void onePersonWorksInTwoCompaniesAndSwitchesBetweenThem() {
        TestUser li = given.org().user("李娜");
        TestOrg second = given.org();
        TestUser there = given.colleague(second, li);
        TestBrowser browser = new TestBrowser(http).signedIn(li);

        Reply here = browser.get("/api/session");
        Reply switched = browser.put("/api/session/company", Map.of("orgId", second.id()));

        assertThat(here.json().at("/member/id").asLong()).isEqualTo(li.id());
        assertThat(here.json().path("companies").size()).isEqualTo(2);
        assertThat(switched.status()).isEqualTo(200);
        assertThat(switched.json().at("/member/id").asLong()).isEqualTo(there.id());
        assertThat(switched.json().at("/org/id").asLong()).isEqualTo(second.id());
        assertThat(browser.get("/api/session").json().at("/member/id").asLong()).isEqualTo(there.id());
    }

    @Test
    void aCompanyOfOthersLooksLikeNone() {
        TestBrowser browser = new TestBrowser(http).signedIn(given.org().user());

        Reply foreign =
                browser.put("/api/session/company", Map.of("orgId", given.org().id()));
        Reply missing = browser.put("/api/session/company", Map.of("orgId", Long.MAX_VALUE));

        assertThat(foreign.status()).isEqualTo(404);
        assertThat(foreign.text()).isEqualTo(missing.text());
    }

    @Test
    void aDisabledMemberIsLockedOutAtOnceAndStillEntersTheOtherCompany() {
        TestUser li = given.org().user("李娜");
        TestOrg second = given.org();
        given.colleague(second, li);
        TestBrowser browser = new TestBrowser(http).signedIn(li);
        assertThat(browser.get("/api/departments").status()).isEqualTo(200);

        principals.setEnabled(li.orgId(), li.id(), false);

        Reply refused = browser.get("/api/departments");
        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.code()).isEqualTo("account.member_disabled");
        Reply session = browser.get("/api/session");
        assertThat(session.json().path("disabled").asBoolean()).isTrue();
        assertThat(session.json().path("member").isNull()).isTrue();
        assertThat(browser.put("/api/session/company", Map.of("orgId", li.orgId()))
                        .code())
                .isEqualTo("account.member_disabled");
        assertThat(browser.put("/api/session/company", Map.of("orgId", second.id()))
                        .status())
                .isEqualTo(200);
    }

    @Test
    void whoFoundsACompanyOwnsItAndWorksThere() {
        TestUser li = given.org().user("李娜");
        TestBrowser browser = new TestBrowser(http).signedIn(li);

        Reply founded = browser.post("/api/companies", Map.of("name", "桥头贸易", "memberName", "李老板"));

        assertThat(founded.status()).isEqualTo(201);
        assertThat(founded.json().at("/org/name").asString()).isEqualTo("桥头贸易");
        assertThat(founded.json().at("/member/name").asString()).isEqualTo("李老板");
        assertThat(founded.json().at("/grants/0").asString()).isEqualTo("OWNER");
        assertThat(founded.json().path("companies").size()).isEqualTo(2);
        assertThat(browser.get("/api/departments").json().at("/items/0/name").asString())
                .isEqualTo("桥头贸易");
    }

    @Test
    void aCompanyNeedsAName() {
        TestBrowser browser = new TestBrowser(http).signedIn(given.org().user());

        assertThat(browser.post("/api/companies", Map.of("name", " ", "memberName", "李"))
                        .status())
                .isEqualTo(400);
        assertThat(browser.post("/api/companies", Map.of("name", "\u200b\u202e", "memberName", "李"))
                        .status())
                .isEqualTo(400);
        assertThat(browser.post("/api/companies", Map.of("name", "桥", "memberName", "\u0007"))
                        .status())
                .isEqualTo(400);
        assertThat(browser.post("/api/companies", Map.of("name", "桥".repeat(65), "memberName", "李"))
                        .status())
                .isEqualTo(400);
        assertThat(browser.get("/api/session").json().path("companies").size()).isEqualTo(1);
    }
}
