package org.qiao.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.qiao.customer.CustomerRelation;
import org.qiao.testing.Await;
import org.qiao.testing.Crm;
import org.qiao.testing.Given;
import org.qiao.testing.QiaoTest;
import org.qiao.testing.TestBrowser;
import org.qiao.testing.TestOrg;
import org.qiao.testing.TestUser;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.client.RestTestClient;

/** A server that ended between the bytes of a package and the row that names them. */
@QiaoTest
class HalfKeptPackageTest {

    @Autowired
    RestTestClient http;

    @Autowired
    Given given;

    @Autowired
    Crm crm;

    @Autowired
    JdbcClient jdbc;

    @Test
    void isGoneWithTheCustomerAlthoughItIsAnAdministratorsUpload() {
        TestOrg org = given.org();
        TestUser owner = org.admin();
        TestBrowser admin = new TestBrowser(http).signedIn(owner);
        CustomerRelation relation = crm.customer("客人", org.user("安"));
        admin.put(
                "/api/admin/privacy/settings",
                Map.of("erasureDays", 0, "exportDays", 1, "retentionMonths", 0, "deviceMonths", 0));
        long export = beingMade(relation.customerId(), owner);
        admin.send(
                HttpMethod.POST,
                "/api/files?name=personal-data-" + export + ".zip",
                "all of him",
                headers -> headers.set("Content-Type", "application/octet-stream"));
        assertThat(uploads(owner)).isEqualTo(1);

        admin.post("/api/admin/privacy/erasures", Map.of("customerId", relation.customerId()));

        Await.until(() -> uploads(owner) == 0);
    }

    /** Nobody goes on with it before the erasure does: its lease is long. */
    private long beingMade(long customer, TestUser by) {
        return jdbc.sql("""
                        insert into privacy_export (org_id, customer_id, asked_by, state, locale, attempts, asked_at, next_at)
                        values (:org, :customer, :by, 'RUNNING', 'zh', 1, timestamptz '2020-01-01 00:00Z',
                            timestamptz '2200-01-01 00:00Z')
                        returning id
                        """)
                .param("org", by.orgId())
                .param("customer", customer)
                .param("by", by.id())
                .query(Long.class)
                .single();
    }

    private int uploads(TestUser owner) {
        return jdbc.sql("select count(*) from file_upload where org_id = :org and owner_id = :owner")
                .param("org", owner.orgId())
                .param("owner", owner.id())
                .query(Integer.class)
                .single();
    }
}
