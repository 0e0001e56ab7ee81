package org.qiao.moment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.qiao.customer.AddWay;
import org.qiao.customer.CustomerRelation;
import org.qiao.customer.CustomerRelation.Remark;
import org.qiao.customer.RelationEnd;
import org.qiao.customerprofile.TaggedRelations.TagChoice;
import org.qiao.file.FileView;
import org.qiao.moment.Acquaintances.Seat;
import org.qiao.moment.FeedStore.Cursor;
import org.qiao.moment.MomentContent.MomentLink;
import org.qiao.platform.Problem;

/** What may be shown, to whom, and whom a customer knows. */
class MomentRuleTest {

    private static final Instant MORNING = Instant.parse("2026-11-27T01:00:00.123456Z");

    private static Map<Long, FileView> files(String type, long size, long count) {
        return LongStream.rangeClosed(1, count)
                .boxed()
                .collect(Collectors.toMap(id -> id, id -> new FileView(id, "x", size, type, 1, 1, true)));
    }

    private static MomentContent check(
            String text, List<Long> ids, @Nullable MomentLink link, Map<Long, FileView> own) {
        return MomentContentRule.check(text, ids, link, own);
    }

    private static void refused(
            String code, String text, List<Long> ids, @Nullable MomentLink link, Map<Long, FileView> own) {
        assertThatThrownBy(() -> check(text, ids, link, own))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.code()).isEqualTo("moment." + code));
    }

    @Test
    void aTextGoesWithPicturesOrAVideoOrALink() {
        Map<Long, FileView> pictures = files("image/png", 10, 9);
        assertThat(check(" 上新 ", List.of(3L, 1L), null, pictures).files()).containsExactly(3L, 1L);
        assertThat(check("", List.of(1L), null, files("video/mp4", 10, 1)).video())
                .isTrue();
        assertThat(check("", List.of(), new MomentLink("https://example.com/a?b=1", " 活动 "), Map.of())
                        .link())
                .isEqualTo(new MomentLink("https://example.com/a?b=1", "活动"));

        refused("bad_content", " ", List.of(), null, Map.of());
        refused("bad_content", "x", List.of(1L), new MomentLink("https://example.com/", "x"), pictures);
        refused("bad_text", "x".repeat(2_001), List.of(), null, Map.of());
        refused("bad_text", "a\0b", List.of(), null, Map.of());
        refused("bad_file", "x", List.of(1L, 1L), null, pictures);
        refused("bad_file", "x", List.of(10L), null, pictures);
        refused("bad_file", "x", List.of(1L), null, files("image/png", MomentContentRule.PICTURE_MAX + 1, 1));
        refused("bad_file", "x", List.of(1L, 2L), null, files("video/mp4", 10, 2));
        refused("bad_file", "x", List.of(1L), null, files("application/pdf", 10, 1));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "javascript:alert(1)",
                "ftp://example.com/",
                "https://user:secret@example.com/",
                "https:///x",
                "/visit",
                "x y",
                "data:text/html,x"
            })
    void aLinkIsAPageSomewhere(String url) {
        refused("bad_link", "x", List.of(), new MomentLink(url, "x"), Map.of());
    }

    @ParameterizedTest
    @CsvSource({"false, 1, true", "true, 1, false", "true, 1;2, true", "false, 3, false", "false, '', false"})
    void aChoiceAsksForOneOrForAllOfItsTags(boolean all, String carried, boolean admitted) {
        TagChoice choice = new TagChoice(all, Set.of(1L, 2L));
        Set<Long> tags = carried.isEmpty()
                ? Set.of()
                : List.of(carried.split(";")).stream().map(Long::valueOf).collect(Collectors.toSet());

        assertThat(choice.admits(tags)).isEqualTo(admitted);
        assertThat(TagChoice.EVERYBODY.admits(tags)).isTrue();
        assertThat(new TagChoice(true, Set.of(1L))).isEqualTo(new TagChoice(false, Set.of(1L)));
    }

    private static CustomerRelation relation(long id, long member, @Nullable RelationEnd end) {
        return new CustomerRelation(
                id, 1, 1, member, null, Remark.NONE, AddWay.QR, "", null, end, MORNING, end == null ? null : MORNING);
    }

    @Test
    void aCustomerKnowsWhoServesHimAndUntilTheHandOverWhoDid() {
        Map<Long, Seat> seats = Acquaintances.seats(List.of(
                relation(5, 50, null),
                relation(4, 40, RelationEnd.HANDED_OVER),
                relation(3, 30, RelationEnd.CUSTOMER),
                relation(2, 50, RelationEnd.HANDED_OVER),
                relation(1, 20, RelationEnd.BLOCKED)));

        assertThat(seats.keySet()).containsExactlyInAnyOrder(50L, 40L);
        assertThat(seats.get(50L).until()).isEqualTo(Seat.ALWAYS);
        assertThat(seats.get(40L).until()).isEqualTo(MORNING);
    }

    @Test
    void aPageOfTheFeedBeginsWhereTheLastOneEnded() {
        Cursor cursor = new Cursor(MORNING, 17);

        assertThat(Cursor.read(cursor.text())).isEqualTo(cursor);
        for (String odd : List.of("x", "1", "1.", "-1.2", "1.2.3", "9".repeat(18) + ".1")) {
            assertThatThrownBy(() -> Cursor.read(odd)).isInstanceOf(Problem.class);
        }
    }
}
