package org.qiao.moment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.qiao.testing.Given;
import org.qiao.testing.QiaoTest;
import org.qiao.testing.TestBrowser;
import org.qiao.testing.TestOrg;
import org.qiao.testing.TestUser;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** A customer of twenty employees; {@code -Dqiao.measure=10000} posts of each give the numbers of docs/performance.md. */
@QiaoTest
class ManyMomentsTest {

    private static final Logger LOG = LoggerFactory.getLogger(ManyMomentsTest.class);
    private static final int POSTS = Integer.getInteger("qiao.measure", 200);
    private static final int AUTHORS = 20;
    private static final int CHANNELS = 10;
    private static final int ROUNDS = 12;

    @Autowired
    Given given;

    @Autowired
    MomentShop shop;

    @Autowired
    JdbcClient jdbc;

    @Test
    void theFeedOfTwentyAuthorsIsMergedFromTheNewest() {
        TestOrg org = given.org();
        TestUser guest = shop.customer(org, "客人");
        List<TestUser> authors =
                IntStream.range(0, AUTHORS).mapToObj(n -> org.user("作者" + n)).toList();
        authors.forEach(author -> shop.serve(guest, author));
        fill(org, authors);
        TestBrowser browser = shop.as(guest);

        JsonNode top = browser.get("/api/visit/moments?limit=20").json();
        JsonNode next = browser.get(
                        "/api/visit/moments?limit=20&after=" + top.get("next").stringValue())
                .json();
        List<String> shown = Stream.of(top, next)
                .flatMap(page -> page.get("items").values().stream())
                .map(moment -> moment.get("at").stringValue())
                .toList();
        assertThat(shown).hasSize(40).doesNotHaveDuplicates().isSortedAccordingTo(Comparator.reverseOrder());
        assertThat(top.toString()).doesNotContain("给别人的");
        LOG.info(
                "{} authors x {} posts: first page {} ms, a page in the middle {} ms, news {} ms",
                AUTHORS,
                POSTS,
                best(browser, "/api/visit/moments?limit=20"),
                best(browser, "/api/visit/moments?limit=20&after=" + middle(org) + ".1"),
                best(browser, "/api/visit/moments/news"));
    }

    private static double best(TestBrowser browser, String path) {
        return IntStream.range(0, ROUNDS)
                        .mapToLong(round -> {
                            long started = System.nanoTime();
                            assertThat(browser.get(path).status()).isEqualTo(200);
                            return (System.nanoTime() - started) / 10_000;
                        })
                        .min()
                        .orElseThrow()
                / 100.0;
    }

    private long middle(TestOrg org) {
        return jdbc.sql("""
                        select (extract(epoch from percentile_disc(0.5) within group (order by published_at)) * 1000000)::bigint
                        from moment_post where org_id = :org
                        """).param("org", org.id()).query(Long.class).single();
    }

    /** Half of what everybody shows is for tags that the customer does not have. */
    private void fill(TestOrg org, List<TestUser> authors) {
        Map<String, Object> params = Map.of(
                "org",
                org.id(),
                "owner",
                org.owner().id(),
                "authors",
                authors.stream().map(TestUser::id).toArray(Long[]::new),
                "posts",
                POSTS,
                "channels",
                CHANNELS);
        for (String sql : List.of("""
                insert into moment_channel (org_id, author_id, all_tags, tags)
                select :org, a, false, case when n = 0 then '{}' else array[n::bigint] end
                from unnest(:authors::bigint[]) a, generate_series(0, :channels - 1) n
                where :posts > 0 and :owner > 0
                """, """
                insert into moment (org_id, kind, creator_id, text, files, video, tags, all_tags, client_key, publish_at, published_at,
                    created_at)
                select :org, 'PERSONAL', a, case when n % 2 = 0 then '动态 ' else '给别人的 ' end || n, '{}', false, '{}', false, 'k' || n,
                    t, t, t
                from unnest(:authors::bigint[]) a, generate_series(1, :posts) n,
                    lateral (select now() - n * interval '37 minutes' - a % 97 * interval '1 second' as t) x
                where :channels > 0 and :owner > 0
                """, """
                insert into moment_post (org_id, moment_id, author_id, channel_id, created_at, published_at)
                select m.org_id, m.id, m.creator_id, c.id, m.publish_at, m.publish_at
                from moment m
                join moment_channel c on c.org_id = m.org_id and c.author_id = m.creator_id
                    and c.tags = case when m.text like '动态%' then '{}' else array[1 + m.id % (:channels - 1)] end
                where m.org_id = :org and :posts > 0 and :owner > 0 and cardinality(:authors::bigint[]) > 0
                """, "analyze moment_post")) {
            if (sql.startsWith("analyze")) {
                jdbc.sql(sql).update();
            } else {
                jdbc.sql(sql).params(params).update();
            }
        }
    }
}
