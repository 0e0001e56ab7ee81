package org.qiao.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.qiao.directory.Calls.body;
import static org.qiao.directory.Calls.refused;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.qiao.testing.Given;
import org.qiao.testing.QiaoTest;
import org.qiao.testing.TestOrg;
import org.qiao.testing.TestUser;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.client.RestTestClient;

@QiaoTest
class RoleHttpTest {

    @Autowired
    RestTestClient http;

    @Autowired
    Given given;

    private TestOrg org;
    private Calls call;

    @BeforeEach
    void company() {
        org = given.org();
        call = new Calls(http);
    }

    @Test
    void rolesAreNamedGroupsOfMembers() {
        TestUser admin = org.admin(), member = org.user("李四");
        call.post(member, "/api/roles", Map.of("name", "财务")).expectStatus().isForbidden();
        call.post(admin, "/api/roles", Map.of("name", "财务", "group", "职能"))
                .expectStatus()
                .isCreated();
        refused(call.post(admin, "/api/roles", Map.of("name", "财务", "group", "职能")), 409, "directory.name_taken");
        long id = roleId(member);

        call.put(admin, "/api/roles/" + id + "/members", Map.of("add", List.of(member.id(), admin.id())))
                .expectBody()
                .jsonPath("$.memberCount")
                .isEqualTo(2);
        refused(
                call.put(
                        admin,
                        "/api/roles/" + id + "/members",
                        Map.of("add", List.of(given.org().user().id()))),
                400,
                "directory.unknown_member");
        call.get(member, "/api/roles/" + id + "/members")
                .expectBody()
                .jsonPath("$.items[*].name")
                .isEqualTo(List.of("管理员", "李四"));
        call.get(member, "/api/members/" + member.id())
                .expectBody()
                .jsonPath("$.roles[0].name")
                .isEqualTo("财务");
        call.put(admin, "/api/members/" + member.id() + "/state", Map.of("state", "LEFT"))
                .expectStatus()
                .isOk();
        call.put(admin, "/api/roles/" + id, Map.of("name", "出纳"))
                .expectBody()
                .jsonPath("$.memberCount")
                .isEqualTo(1);
        TestUser foreign = given.org().admin();
        assertThat(body(call.delete(foreign, "/api/roles/" + id), 404))
                .isEqualTo(body(call.delete(foreign, "/api/roles/999999999"), 404));
        call.delete(admin, "/api/roles/" + id).expectStatus().isNoContent();
        call.get(admin, "/api/roles/" + id + "/members").expectStatus().isNotFound();
    }

    private long roleId(TestUser user) {
        return Long.parseLong(body(call.get(user, "/api/roles"), 200).replaceAll("(?s).*?\"id\":(\\d+).*", "$1"));
    }
}
