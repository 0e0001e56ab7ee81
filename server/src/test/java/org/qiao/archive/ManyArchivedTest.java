package org.qiao.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.qiao.customerguard.Counter;
import org.qiao.testing.Given;
import org.qiao.testing.QiaoTest;
import org.qiao.testing.TestOrg;
import org.qiao.testing.TestUser;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** Many threads are searched to their end; {@code -Dqiao.measure=10000} gives the numbers of docs/performance.md. */
@QiaoTest
class ManyArchivedTest {

    private static final Logger LOG = LoggerFactory.getLogger(ManyArchivedTest.class);
    private static final int CUSTOMERS = Integer.getInteger("qiao.measure", 1_200);

    @Autowired
    Given given;

    @Autowired
    Counter counter;

    @Autowired
    JdbcClient jdbc;

    @Test
    void aSearchFindsWhatStandsInTheOldestThread() {
        TestOrg org = given.org();
        TestUser owner = org.owner();
        counter.call(HttpMethod.PUT, owner, "/api/archive/auditors/" + owner.id(), Map.of());
        fill(org, owner);

        long begun = System.nanoTime();
        assertThat(counter.get(owner, "/api/archive/threads").get("items")).hasSize(50);
        long listed = System.nanoTime();
        assertThat(counter.get(owner, "/api/archive/messages?q=发票").get("items"))
                .hasSize(50);
        long found = System.nanoTime();
        int pages = 0;
        int hits = 0;
        String after = "";
        do {
            JsonNode page = counter.get(owner, "/api/archive/messages?q=唯一的词&after=" + after);
            hits += page.get("items").size();
            after = page.get("next").isNull() ? "" : page.get("next").stringValue();
            pages++;
        } while (!after.isEmpty());

        assertThat(hits).isEqualTo(1);
        assertThat(pages).as("each of them looks through a thousand threads").isEqualTo(CUSTOMERS / 1_000 + 1);
        LOG.info(
                "{} threads of 20 messages: first 50 {} ms, a search that finds many {} ms, one that finds one {} ms in {} requests",
                CUSTOMERS,
                (listed - begun) / 1_000_000,
                (found - listed) / 1_000_000,
                (System.nanoTime() - found) / 1_000_000,
                pages);
    }

    private void fill(TestOrg org, TestUser member) {
        Map<String, Object> params = Map.of("org", org.id(), "member", member.id(), "count", CUSTOMERS);
        jdbc.sql("""
                with person as (
                    insert into principal (org_id, kind, enabled) select :org, 'CUSTOMER', true from generate_series(1, :count) returning id
                ), guest as (
                    insert into customer (principal_id, org_id, name, source, level, created_at)
                    select id, :org, 'c' || id, 'LINK', 'ANONYMOUS', now() from person
                ), thread as (
                    insert into messaging_conversation (org_id, kind, customer_id, external, created_by, created_at)
                    select :org, 'CUSTOMER', id, true, id, now() from person
                    returning id, customer_id
                ), answer as (
                    insert into archive_answer (org_id, customer_id, version, agreed, at)
                    select :org, id, 1, true, timestamptz '2020-01-01 00:00Z' from person
                ), line as (
                    insert into archive_line (org_id, relation_id, conversation_id, customer_id, member_id, opened_at)
                    select :org, id, id, customer_id, :member, timestamptz '2020-01-01 00:00Z' from thread
                ), span as (
                    insert into archive_span (org_id, member_id, from_at, told_at)
                    values (:org, :member, timestamptz '2020-01-01 00:00Z', now())
                ), first as (
                    select min(id) as id from thread
                )
                insert into messaging_entry (conversation_id, seq, org_id, message_no, sender_id, created_at, kind, body)
                select t.id, s, :org, s, t.customer_id, now(), 'TEXT',
                    jsonb_build_object('text', case
                        when s = 1 and t.id = first.id then '这里有唯一的词'
                        when s = 20 then '请把发票寄给我'
                        else '今天的货什么时候能到，麻烦再确认一下数量和价格，谢谢' end)::text
                from thread t cross join first cross join generate_series(1, 20) s
                """).params(params).update();
    }
}
