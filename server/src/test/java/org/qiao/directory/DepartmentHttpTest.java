package org.qiao.directory;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.qiao.platform.Grant;
import org.qiao.platform.Problem;
import org.qiao.testing.Given;
import org.qiao.testing.QiaoTest;
import org.qiao.testing.TestOrg;
import org.qiao.testing.TestUser;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.servlet.client.RestTestClient;
import org.springframework.test.web.servlet.client.RestTestClient.ResponseSpec;

@QiaoTest
class DepartmentHttpTest {

    @Autowired
    RestTestClient http;

    @Autowired
    Given given;

    @Autowired
    Departments departments;

    @Autowired
    Members members;

    @Test
    void theTreeIsListedInOrderWithTheMembersOfWholeSubtrees() {
        TestOrg org = given.org();
        TestUser admin = org.admin();
        long research = create(admin, org.rootDepartmentId(), "研发");
        long market = create(admin, org.rootDepartmentId(), "市场");
        long backend = create(admin, research, "后端");
        member(org, "甲", List.of(Post.in(backend), Post.in(research)));
        member(org, "乙", List.of(Post.in(market)));

        send(org.user(), HttpMethod.GET, "/api/departments", null)
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.items[*].name")
                .isEqualTo(List.of("测试公司", "研发", "后端", "市场"))
                .jsonPath("$.items[*].memberCount")
                .isEqualTo(List.of(4, 1, 1, 1));
        send(admin, HttpMethod.GET, "/api/departments?limit=2", null)
                .expectBody()
                .jsonPath("$.next")
                .isEqualTo(Long.toString(research));
        send(admin, HttpMethod.GET, "/api/departments?limit=2&after=" + research, null)
                .expectBody()
                .jsonPath("$.items[*].name")
                .isEqualTo(List.of("后端", "市场"));
    }

    @Test
    void leadersComeFirstThenThePinyinDecides() {
        TestOrg org = given.org();
        long team = create(org.admin(), org.rootDepartmentId(), "团队");
        member(org, "赵六", List.of(Post.in(team)));
        member(org, "李四", List.of(Post.in(team)));
        member(org, "周瑜", List.of(new Post(team, "组长", true, true)));
        TestUser colleague = org.user();

        send(colleague, HttpMethod.GET, "/api/departments/" + team + "/members?limit=2", null)
                .expectBody()
                .jsonPath("$.items[*].name")
                .isEqualTo(List.of("周瑜", "李四"))
                .jsonPath("$.items[0].leader")
                .isEqualTo(true)
                .jsonPath("$.items[0].departmentTitle")
                .isEqualTo("组长")
                .jsonPath("$.next")
                .value(next -> assertThat(
                                get(colleague, "/api/departments/" + team + "/members?limit=2&after={next}", next))
                        .contains("赵六")
                        .doesNotContain("李四"));
        send(colleague, HttpMethod.GET, "/api/departments/" + org.rootDepartmentId() + "/members?subtree=true", null)
                .expectBody()
                .jsonPath("$.items.length()")
                .isEqualTo(5);
    }

    @Test
    void aDepartmentIsMovedRenamedAndDeletedOnlyWhenEmpty() {
        TestOrg org = given.org();
        TestUser admin = org.admin();
        long a = create(admin, org.rootDepartmentId(), "A");
        long b = create(admin, a, "B");
        TestUser head = org.user("主管");

        send(admin, HttpMethod.POST, "/api/departments/" + a + "/move", Map.of("parentId", b))
                .expectStatus()
                .isEqualTo(409);
        send(admin, HttpMethod.DELETE, "/api/departments/" + a, null)
                .expectStatus()
                .isEqualTo(409);
        send(admin, HttpMethod.POST, "/api/departments/" + b + "/move", Map.of("parentId", org.rootDepartmentId()))
                .expectStatus()
                .isOk();
        send(admin, HttpMethod.PUT, "/api/departments/" + b, Map.of("name", "A"))
                .expectStatus()
                .isEqualTo(409)
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("directory.name_taken");
        send(admin, HttpMethod.PUT, "/api/departments/" + b, Map.of("name", "C", "headId", head.id(), "position", 1))
                .expectBody()
                .jsonPath("$.head.name")
                .isEqualTo("主管");
        send(admin, HttpMethod.DELETE, "/api/departments/" + a, null)
                .expectStatus()
                .isNoContent();
        send(admin, HttpMethod.DELETE, "/api/departments/" + org.rootDepartmentId(), null)
                .expectStatus()
                .isEqualTo(409);
        long c = b;
        member(org, "甲", List.of(Post.in(c)));
        send(admin, HttpMethod.DELETE, "/api/departments/" + c, null)
                .expectStatus()
                .isEqualTo(409)
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("directory.department_not_empty");
    }

    @Test
    void ordinaryMembersAreRefusedAndForeignDepartmentsDoNotExist() {
        TestOrg org = given.org();
        TestOrg other = given.org();
        TestUser member = org.user(), admin = org.admin();

        send(member, HttpMethod.POST, "/api/departments", Map.of("parentId", org.rootDepartmentId(), "name", "X"))
                .expectStatus()
                .isForbidden();
        String missing = body(send(admin, HttpMethod.DELETE, "/api/departments/999999999", null), 404);
        String foreign =
                body(send(admin, HttpMethod.DELETE, "/api/departments/" + other.rootDepartmentId(), null), 404);
        assertThat(foreign).isEqualTo(missing);
        send(admin, HttpMethod.POST, "/api/departments", Map.of("parentId", other.rootDepartmentId(), "name", "X"))
                .expectStatus()
                .isBadRequest();
        send(admin, HttpMethod.GET, "/api/departments/" + other.rootDepartmentId() + "/members", null)
                .expectStatus()
                .isNotFound();
    }

    @Test
    void badNamesAndCursorsAreRefused() {
        TestOrg org = given.org();
        TestUser admin = org.admin();
        for (String name : List.of("", "   ", "\u200b", "a/b", "x".repeat(65))) {
            send(admin, HttpMethod.POST, "/api/departments", Map.of("parentId", org.rootDepartmentId(), "name", name))
                    .expectStatus()
                    .isBadRequest();
        }
        for (String query : List.of("after=abc", "after=999999999", "limit=0", "limit=-1", "limit=1001", "limit=x")) {
            send(admin, HttpMethod.GET, "/api/departments?" + query, null)
                    .expectStatus()
                    .isBadRequest();
        }
        for (String after : List.of("abc", "1.2.3", "x.1.1.a", "1.99999999999.1.a", "1.1.9223372036854775808.a")) {
            send(admin, HttpMethod.GET, "/api/departments/" + org.rootDepartmentId() + "/members?after=" + after, null)
                    .expectStatus()
                    .isBadRequest();
        }
    }

    @Test
    void movesThatCrossEachOtherNeverMakeACircle() throws Exception {
        TestOrg org = given.org();
        TestUser admin = org.admin();
        long a = create(admin, org.rootDepartmentId(), "A");
        long b = create(admin, org.rootDepartmentId(), "B");
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> moves = new ArrayList<>();
            for (int i = 0; i < 10; i++) {
                moves.add(threads.submit(() -> move(admin, a, b)));
                moves.add(threads.submit(() -> move(admin, b, a)));
                moves.add(threads.submit(() -> move(admin, a, org.rootDepartmentId())));
            }
            for (Future<?> move : moves) {
                move.get();
            }
        }

        assertThat(departments.list(admin.actor(), null, null).items()).hasSize(3);
    }

    private void move(TestUser admin, long id, long parentId) {
        try {
            departments.move(admin.actor(Grant.ADMIN), id, new DepartmentRequest.MoveDepartment(parentId, null));
        } catch (Problem refused) {
            assertThat(refused.is(DirectoryProblem.INTO_OWN_SUBTREE)).isTrue();
        }
    }

    private long create(TestUser admin, long parentId, String name) {
        return departments
                .create(admin.actor(Grant.ADMIN), parentId, name, null)
                .id();
    }

    private void member(TestOrg org, String name, List<Post> posts) {
        members.add(org.id(), new NewMember(name, "", "", null, null, "", "", posts, MemberState.ACTIVE));
    }

    private String get(TestUser user, String uri, Object value) {
        return body(http.get().uri(uri, value).headers(user::signIn).exchange(), 200);
    }

    private static String body(ResponseSpec answer, int status) {
        return String.valueOf(answer.expectStatus()
                        .isEqualTo(status)
                        .expectBody(String.class)
                        .returnResult()
                        .getResponseBody())
                .replaceAll("\"instance\":\"[^\"]*\",", "");
    }

    private ResponseSpec send(
            TestUser user, HttpMethod method, String uri, @org.jspecify.annotations.Nullable Object body) {
        RestTestClient.RequestBodySpec request = http.method(method).uri(uri).headers(user::signIn);
        return body == null ? request.exchange() : request.body(body).exchange();
    }
}
