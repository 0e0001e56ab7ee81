package org.qiao.naming;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.qiao.testing.Given;
import org.qiao.testing.QiaoTest;
import org.qiao.testing.TestOrg;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@QiaoTest
class NamePlanTest {

    @Autowired
    Given given;

    @Autowired
    JdbcClient jdbc;

    @Test
    void aSearchIsARangeOfTheIndex() {
        TestOrg org = given.org();
        long id = org.user().id();
        jdbc.sql("""
                        insert into naming_key (org_id, key, principal_id, kind, weight)
                        select :org, md5(cast(n as text)), :id, 'NAME', 4 from generate_series(1, 20000) n
                        """).param("org", org.id()).param("id", id).update();
        jdbc.sql("analyze naming_key").update();

        for (String statement : List.of(NameIndexStore.FIND, NameIndexStore.CANDIDATES)) {
            List<String> plan = jdbc.sql("explain " + statement)
                    .param("org_id", org.id())
                    .param("low", "abc")
                    .param("high", NameQuery.end("abc"))
                    .param("limit", 20)
                    .query(String.class)
                    .list();
            assertThat(String.join("\n", plan)).contains("naming_key_pkey").doesNotContain("Seq Scan");
        }
    }
}
