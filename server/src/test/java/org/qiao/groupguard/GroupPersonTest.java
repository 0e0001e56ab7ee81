package org.qiao.groupguard;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.qiao.customer.Person;
import org.qiao.customer.PersonData;
import org.qiao.customer.PersonExport;
import org.qiao.customergroup.GroupScene;
import org.qiao.testing.Await;
import org.qiao.testing.Given;
import org.qiao.testing.QiaoTest;
import org.qiao.testing.TestOrg;
import org.qiao.testing.TestUser;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What groups keep about one customer: he can be told, and it can be erased. */
@QiaoTest
class GroupPersonTest {

    private static final String STATE = "海报七";
    private static final String REASON = "发了广告七";

    @Autowired
    Given given;

    @Autowired
    GroupScene scene;

    @Autowired
    List<PersonData> keepers;

    @Autowired
    JdbcClient jdbc;

    private Person wang;

    @BeforeEach
    void aCustomerWhoCameByACodeAndIsBlocked() {
        TestOrg org = given.org();
        TestUser ann = org.user("安娜");
        long group = scene.open(ann, "读者群", List.of(), List.of()).path("id").asLong();
        String code = scene.code(ann, List.of(group), Map.of("state", STATE))
                .json()
                .path("code")
                .asString();
        TestUser guest = scene.joined(
                org.id(),
                scene.stranger()
                        .post("/api/visit/group-codes/" + code + "/joins", Map.of("consent", 1, "locale", "zh")));
        wang = new Person(org.id(), guest.id(), List.of(guest.id()));
        Await.until(() -> kept("select count(*) from customergroup_member where org_id = :org and state <> ''") == 1);
        assertThat(scene.browser(org.admin())
                        .post("/api/customer-group-blocks/" + guest.id(), Map.of("reason", REASON))
                        .status())
                .isEqualTo(204);
    }

    private int kept(String sql) {
        return jdbc.sql(sql).param("org", wang.orgId()).query(Integer.class).single();
    }

    private List<PersonData> ofGroups() {
        List<PersonData> some = keepers.stream()
                .filter(keeper -> List.of("groupcode", "groupguard").contains(keeper.name()))
                .toList();
        assertThat(some).hasSize(2);
        return some;
    }

    @Test
    void isTold() {
        Told told = new Told();

        ofGroups().forEach(keeper -> keeper.export(wang, told));

        assertThat(told.rows).hasSize(2);
        assertThat(told.rows.toString()).contains("groups", "读者群", STATE, "group-blocks", REASON);
    }

    @Test
    void isErasedAndWhatIsCountedStays() {
        ofGroups().forEach(keeper -> assertThat(keeper.erase(wang)).isTrue());

        assertThat(kept("select count(*) from customergroup_member where org_id = :org and state <> ''"))
                .isZero();
        assertThat(kept("select count(*) from customergroup_member where org_id = :org and guest"))
                .isEqualTo(1);
        assertThat(kept("select count(*) from customergroup_arrival where org_id = :org"))
                .isZero();
        assertThat(kept("select count(*) from groupguard_block where org_id = :org and reason = ''"))
                .isEqualTo(1);
    }

    private static final class Told implements PersonExport {

        final List<Map.Entry<String, Map<String, ?>>> rows = new ArrayList<>();

        @Override
        public void row(String chapter, Map<String, ?> row) {
            rows.add(Map.entry(chapter, row));
        }

        @Override
        public String file(long fileId) {
            return "";
        }

        @Override
        public String member(long memberId) {
            return "";
        }

        @Override
        public Locale locale() {
            return Locale.SIMPLIFIED_CHINESE;
        }
    }
}
