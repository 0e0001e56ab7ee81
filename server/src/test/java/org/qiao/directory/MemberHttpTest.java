package org.qiao.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.qiao.directory.Calls.body;
import static org.qiao.directory.Calls.refused;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.qiao.platform.Grant;
import org.qiao.platform.Problem;
import org.qiao.testing.Given;
import org.qiao.testing.QiaoTest;
import org.qiao.testing.TestOrg;
import org.qiao.testing.TestUser;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.client.RestTestClient;

@QiaoTest
class MemberHttpTest {

    @Autowired
    RestTestClient http;

    @Autowired
    Given given;

    @Autowired
    Departments departments;

    @Autowired
    Members members;

    @Autowired
    Orgs orgs;

    private TestOrg org;
    private Calls call;

    @BeforeEach
    void company() {
        org = given.org();
        call = new Calls(http);
    }

    @Test
    void anAdministratorCreatesAndChangesAMember() {
        TestUser admin = org.admin();
        long team = team("研发", org.rootDepartmentId());
        long id = create(admin, person("李雷", "13700000001", team));

        call.get(admin, "/api/members/" + id)
                .expectBody()
                .jsonPath("$.name")
                .isEqualTo("李雷")
                .jsonPath("$.kind")
                .isEqualTo("MEMBER")
                .jsonPath("$.state")
                .isEqualTo("INVITED")
                .jsonPath("$.phone")
                .isEqualTo("+8613700000001")
                .jsonPath("$.departments[0].path")
                .isEqualTo("研发")
                .jsonPath("$.departments[0].main")
                .isEqualTo(true)
                .jsonPath("$.grants")
                .isEmpty();
        Map<String, Object> changed = person("李磊", "13700000002", team);
        changed.put(
                "departments",
                List.of(
                        Map.of("id", team, "title", "组长", "leader", true),
                        Map.of("id", org.rootDepartmentId(), "main", true)));
        call.put(admin, "/api/members/" + id, changed)
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.name")
                .isEqualTo("李磊")
                .jsonPath("$.departments.length()")
                .isEqualTo(2)
                .jsonPath("$.departments[0].id")
                .isEqualTo((int) org.rootDepartmentId())
                .jsonPath("$.departments[1].leader")
                .isEqualTo(true);
        call.get(admin, "/api/members/search?q={q}", "lilei")
                .expectBody()
                .jsonPath("$.items[0].id")
                .isEqualTo((int) id);
    }

    @Test
    void takenPhonesEmailsAndNumbersAreConflicts() {
        TestUser admin = org.admin();
        Map<String, Object> first = person("甲", "13700000001", org.rootDepartmentId());
        first.put("email", "A@b.cn");
        first.put("number", "007");
        create(admin, first);
        long other = create(admin, person("乙", "13700000002", org.rootDepartmentId()));

        refused(
                call.post(admin, "/api/members", person("丙", "+86 137 0000 0001", org.rootDepartmentId())),
                409,
                "directory.already_member");
        Map<String, Object> mail = person("乙", "13700000002", org.rootDepartmentId());
        mail.put("email", "a@B.cn");
        refused(call.put(admin, "/api/members/" + other, mail), 409, "directory.email_taken");
        Map<String, Object> number = person("乙", "13700000002", org.rootDepartmentId());
        number.put("number", "007");
        refused(call.put(admin, "/api/members/" + other, number), 409, "directory.number_taken");
        refused(
                call.put(admin, "/api/members/" + other, person("乙", "13700000001", org.rootDepartmentId())),
                409,
                "directory.phone_taken");
    }

    @Test
    void badInputIsRefusedAndNeverAServerError() {
        TestUser admin = org.admin();
        long root = org.rootDepartmentId();
        List<Map<String, Object>> bad = new ArrayList<>();
        for (String name : List.of("", " ", "\u200b\u202e", "\u0000", "x".repeat(65))) {
            bad.add(person(name, "13700000009", root));
        }
        for (String phone : List.of("12", "abc", "1.38E+10", "+0123456789", "1".repeat(41))) {
            bad.add(person("甲", phone, root));
        }
        for (String email : List.of("a", "a@", "@b.cn", "a b@c.cn", "a@b..".concat("c".repeat(250)))) {
            Map<String, Object> person = person("甲", "13700000009", root);
            person.put("email", email);
            bad.add(person);
        }
        bad.add(person("甲", "13700000009", -1));
        bad.add(person("甲", "13700000009", given.org().rootDepartmentId()));
        bad.add(Map.of("phone", "13700000009"));
        for (Map<String, Object> person : bad) {
            assertThat(call.post(admin, "/api/members", person)
                            .returnResult(String.class)
                            .getStatus()
                            .value())
                    .as(person.toString())
                    .isEqualTo(400);
        }
        for (String query : List.of("limit=201", "state=GONE", "after=x", "after=:", "departmentId=x", "after=9e9:a")) {
            call.get(admin, "/api/members?" + query).expectStatus().isBadRequest();
        }
        for (String id : List.of("0", "-1", "9223372036854775807", "9223372036854775808", "1e3", "%00")) {
            call.get(admin, "/api/members/" + id).expectStatus().is4xxClientError();
        }
        for (String q : List.of("%25", "_", "'", "\\", "%00", "x".repeat(5_000), "\ud83d\ude00", ".*", "#")) {
            call.get(admin, "/api/members/search?q={q}", q)
                    .expectStatus()
                    .isOk()
                    .expectBody()
                    .jsonPath("$.items")
                    .isEmpty();
            call.get(admin, "/api/members?q={q}", q).expectStatus().isOk();
        }
        call.get(admin, "/api/members?q={q}", "\u0000").expectStatus().isBadRequest();
    }

    @Test
    void ordinaryMembersChangeNothingAndForeignIdsLookMissing() {
        TestUser member = org.user(), peer = org.user("李四"), admin = org.admin();
        TestUser foreign = given.org().user();
        Map<String, Object> body = person("甲", "13700000003", org.rootDepartmentId());

        for (long id : List.of(peer.id(), foreign.id(), 999_999_999L)) {
            refused(call.put(member, "/api/members/" + id, body), 403, "directory.not_allowed");
            refused(
                    call.put(member, "/api/members/" + id + "/state", Map.of("state", "LEFT")),
                    403,
                    "directory.not_allowed");
            refused(
                    call.put(member, "/api/members/" + id + "/grant", Map.of("grant", "ADMIN")),
                    403,
                    "directory.not_allowed");
        }
        refused(call.post(member, "/api/members", body), 403, "directory.not_allowed");
        call.get(member, "/api/members").expectStatus().isForbidden();
        for (String path : List.of("", "/grant")) {
            String missing = body(call.get(admin, "/api/members/999999999" + path), 404);
            assertThat(body(call.get(admin, "/api/members/" + foreign.id() + path), 404))
                    .isEqualTo(missing);
        }
        String missing = body(call.put(admin, "/api/members/999999999", body), 404);
        assertThat(body(call.put(admin, "/api/members/" + foreign.id(), body), 404))
                .isEqualTo(missing);
        call.post(member, "/api/cards", Map.of("ids", List.of(foreign.id(), peer.id())))
                .expectBody()
                .jsonPath("$.items[*].name")
                .isEqualTo(List.of("李四"));
    }

    @Test
    void lockingOutAndLettingGoEndTheSessionsAtOnce() {
        TestUser admin = org.admin(), disabled = org.user("李四"), gone = org.user("王五");
        call.get(disabled, "/api/org").expectStatus().isOk();
        call.get(gone, "/api/org").expectStatus().isOk();

        call.put(admin, "/api/members/" + disabled.id() + "/state", Map.of("state", "DISABLED"))
                .expectStatus()
                .isOk();
        call.put(admin, "/api/members/" + gone.id() + "/state", Map.of("state", "LEFT"))
                .expectBody()
                .jsonPath("$.departments")
                .isEmpty()
                .jsonPath("$.leftAt")
                .exists();

        call.get(disabled, "/api/org").expectStatus().isForbidden();
        call.get(gone, "/api/org").expectStatus().isForbidden();
        call.get(admin, "/api/members/search?q={q}", "lisi")
                .expectBody()
                .jsonPath("$.items")
                .isEmpty();
        call.get(admin, "/api/members/search?q={q}", "王五")
                .expectBody()
                .jsonPath("$.items")
                .isEmpty();
        call.get(admin, "/api/members?state=LEFT")
                .expectBody()
                .jsonPath("$.items[*].name")
                .isEqualTo(List.of("王五"));
        call.put(admin, "/api/members/" + disabled.id() + "/state", Map.of("state", "ACTIVE"))
                .expectStatus()
                .isOk();
        call.get(disabled, "/api/org").expectStatus().isOk();
    }

    @Test
    void whoHasLeftFreesThePhoneAndComesBackAsTheSamePerson() {
        TestUser admin = org.admin();
        long id = create(admin, person("李雷", "13700000004", org.rootDepartmentId()));
        call.put(admin, "/api/members/" + id + "/state", Map.of("state", "LEFT"))
                .expectStatus()
                .isOk();
        refused(
                call.put(admin, "/api/members/" + id, person("李雷", "13700000004", org.rootDepartmentId())),
                409,
                "directory.member_left");

        assertThat(create(admin, person("李雷", "13700000004", org.rootDepartmentId())))
                .isEqualTo(id);

        call.get(admin, "/api/members/" + id)
                .expectBody()
                .jsonPath("$.state")
                .isEqualTo("INVITED")
                .jsonPath("$.leftAt")
                .doesNotExist()
                .jsonPath("$.departments.length()")
                .isEqualTo(1);
        call.get(admin, "/api/members/search?q={q}", "lilei")
                .expectBody()
                .jsonPath("$.items.length()")
                .isEqualTo(1);
    }

    @Test
    void theOwnerMustHandOverBeforeGoing() {
        TestUser owner = org.owner(), admin = org.admin(), next = org.user("接班人");
        refused(
                call.put(owner, "/api/members/" + owner.id() + "/state", Map.of("state", "LEFT")),
                409,
                "directory.owner_must_transfer");
        refused(
                call.put(admin, "/api/members/" + owner.id() + "/state", Map.of("state", "DISABLED")),
                403,
                "directory.not_allowed");
        refused(call.put(admin, "/api/org/owner", Map.of("memberId", admin.id())), 403, "directory.not_allowed");
        refused(
                call.put(
                        owner,
                        "/api/org/owner",
                        Map.of("memberId", given.org().user().id())),
                404,
                "directory.not_found");

        call.put(owner, "/api/org/owner", Map.of("memberId", next.id()))
                .expectStatus()
                .isNoContent();

        assertThat(members.get(next.actor(), next.id()).grants()).containsExactly(Grant.OWNER);
        assertThat(members.get(next.actor(), owner.id()).grants()).containsExactly(Grant.ADMIN);
        assertThatThrownBy(() -> orgs.transfer(owner.actor(Grant.OWNER), admin.id()))
                .as("asked when he was still the owner, served behind the other")
                .isInstanceOf(Problem.class);
        assertThat(members.get(next.actor(), admin.id()).grants()).containsExactly(Grant.ADMIN);
        call.put(next, "/api/members/" + owner.id() + "/state", Map.of("state", "LEFT"))
                .expectStatus()
                .isOk();
    }

    @Test
    void aSubAdministratorActsInTheOwnDepartmentsOnly() {
        TestUser owner = org.owner(), sub = org.user("分管");
        long mine = team("华东", org.rootDepartmentId());
        long below = team("上海", mine);
        long other = team("华北", org.rootDepartmentId());
        long inside = members.add(
                org.id(), NewMember.of("甲", null, null, MemberState.ACTIVE).in(below));
        long outside = members.add(
                org.id(), NewMember.of("乙", null, null, MemberState.ACTIVE).in(other));
        call.put(
                        owner,
                        "/api/members/" + sub.id() + "/grant",
                        Map.of("grant", "SUB_ADMIN", "departmentIds", List.of(mine)))
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.departmentIds[0]")
                .isEqualTo((int) mine);

        create(sub, person("丙", "13700000005", below));
        refused(
                call.post(sub, "/api/members", person("丁", "13700000006", other)),
                403,
                "directory.outside_your_departments");
        refused(
                call.post(sub, "/api/members", person("丁", "13700000006", null)),
                403,
                "directory.outside_your_departments");
        refused(
                call.put(sub, "/api/members/" + inside, person("甲", null, other)),
                403,
                "directory.outside_your_departments");
        call.put(sub, "/api/members/" + inside, person("甲甲", null, mine))
                .expectStatus()
                .isOk();
        refused(
                call.put(sub, "/api/members/" + outside + "/state", Map.of("state", "DISABLED")),
                403,
                "directory.outside_your_departments");
        refused(
                call.put(sub, "/api/members/" + inside + "/grant", Map.of("grant", "ADMIN")),
                403,
                "directory.not_allowed");
        call.post(sub, "/api/departments", Map.of("parentId", mine, "name", "杭州"))
                .expectStatus()
                .isCreated();
        refused(
                call.put(sub, "/api/departments/" + mine, Map.of("name", "全国")),
                403,
                "directory.outside_your_departments");
        refused(
                call.post(sub, "/api/departments/" + below + "/move", Map.of("parentId", other)),
                403,
                "directory.outside_your_departments");
        call.put(sub, "/api/org", Map.of("name", "x", "zone", "UTC", "locale", "en"))
                .expectStatus()
                .isForbidden();
        call.get(sub, "/api/members").expectBody().jsonPath("$.items[*].name").isEqualTo(List.of("丙", "甲甲"));
    }

    @Test
    void administratorsMakeAdministratorsButNeverOwners() {
        TestUser owner = org.owner(), admin = org.admin(), member = org.user();
        call.put(admin, "/api/members/" + member.id() + "/grant", Map.of("grant", "ADMIN"))
                .expectStatus()
                .isOk();
        refused(
                call.put(admin, "/api/members/" + owner.id() + "/grant", Map.of("grant", "NONE")),
                409,
                "directory.owner_must_transfer");
        refused(
                call.put(admin, "/api/members/" + member.id() + "/grant", Map.of("grant", "SUB_ADMIN")),
                400,
                "directory.scope_missing");
        call.put(admin, "/api/members/" + member.id() + "/grant", Map.of("grant", "OWNER"))
                .expectStatus()
                .isBadRequest();
    }

    @Test
    void contactsAreHiddenWhenTheCompanySaysSo() {
        TestUser admin = org.admin(), member = org.user();
        long id = create(admin, person("李雷", "13712345678", org.rootDepartmentId()));
        call.get(member, "/api/members/search?q={q}", "5678")
                .expectBody()
                .jsonPath("$.items.length()")
                .isEqualTo(1);
        call.get(member, "/api/members/" + id).expectBody().jsonPath("$.phone").isEqualTo("+8613712345678");

        call.put(
                        admin,
                        "/api/org",
                        Map.of(
                                "name",
                                "新名",
                                "zone",
                                "Asia/Tokyo",
                                "locale",
                                "en",
                                "settings",
                                Map.of("contactsVisible", false)))
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.settings.recallHours")
                .isEqualTo(24);

        call.get(member, "/api/members/search?q={q}", "5678")
                .expectBody()
                .jsonPath("$.items")
                .isEmpty();
        call.get(member, "/api/members/" + id).expectBody().jsonPath("$.phone").isEmpty();
        call.get(admin, "/api/members/" + id).expectBody().jsonPath("$.phone").isEqualTo("+8613712345678");
        call.get(member, "/api/departments")
                .expectBody()
                .jsonPath("$.items[0].name")
                .isEqualTo("新名");
        for (Map<String, Object> bad : List.<Map<String, Object>>of(
                Map.of("name", "", "zone", "UTC", "locale", "en"),
                Map.of("name", "x", "zone", "Nowhere/City", "locale", "en"),
                Map.of("name", "x", "zone", "UTC+8", "locale", "en"),
                Map.of("name", "x", "zone", "+08:00", "locale", "en"),
                Map.of("name", "x", "zone", "UTC", "locale", "../en"),
                Map.of("name", "x", "zone", "UTC", "locale", "en", "settings", Map.of("groupMax", 1)))) {
            call.put(admin, "/api/org", bad).expectStatus().isBadRequest();
        }
    }

    @Test
    void theListIsPagedByNameAndFiltered() {
        TestUser admin = org.admin();
        long team = team("研发", org.rootDepartmentId());
        for (String name : List.of("赵六", "李四", "王五", "陈三")) {
            members.add(
                    org.id(), NewMember.of(name, null, null, MemberState.ACTIVE).in(team));
        }
        String uri = "/api/members?departmentId=" + team + "&limit=3";

        call.get(admin, uri)
                .expectBody()
                .jsonPath("$.items[*].name")
                .isEqualTo(List.of("陈三", "李四", "王五"))
                .jsonPath("$.next")
                .value(next -> call.get(admin, uri + "&after={next}", next)
                        .expectBody()
                        .jsonPath("$.items[*].name")
                        .isEqualTo(List.of("赵六")));
        call.get(admin, "/api/members?q={q}", "zl")
                .expectBody()
                .jsonPath("$.items[*].name")
                .isEqualTo(List.of("赵六"));
    }

    private long create(TestUser admin, Map<String, Object> person) {
        return Long.parseLong(
                body(call.post(admin, "/api/members", person), 201).replaceAll("(?s).*?\"id\":(\\d+).*", "$1"));
    }

    private long team(String name, long parentId) {
        return departments
                .create(org.user().actor(Grant.ADMIN), parentId, name, null)
                .id();
    }

    private static Map<String, Object> person(String name, @Nullable String phone, @Nullable Long departmentId) {
        Map<String, Object> person = new HashMap<>(Map.of("name", name));
        if (phone != null) {
            person.put("phone", phone);
        }
        if (departmentId != null) {
            person.put("departments", List.of(Map.of("id", departmentId)));
        }
        return person;
    }

    private static Map<String, Object> person(String name, @Nullable String phone, int departmentId) {
        return person(name, phone, Long.valueOf(departmentId));
    }
}
