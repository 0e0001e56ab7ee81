package org.qiao.customerprofile;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.qiao.customer.CustomerLevel;
import org.qiao.platform.LikePattern;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a list of customers is narrowed to; what is null or empty does not narrow. Days are the company's.
 *
 * @param q in name, remark, company, description and telephone numbers, whatever the case
 * @param anyTags at least one of them
 * @param allTags every one of them
 * @param member whose customers; narrows the team's and the company's list
 * @param open false: closed relations only
 * @param lastFrom of the last message, by whomever
 * @param silentDays nobody wrote for so long
 * @param unansweredHours the customer wrote last, so long ago or longer; 0: whenever
 * @param attributes values by key, as the form keeps them; for several choices those that must be among them
 */
public record LineFilter(
        @Nullable String q,
        @Nullable List<Long> anyTags,
        @Nullable List<Long> allTags,
        @Nullable List<String> stages,
        @Nullable List<Long> ways,
        @Nullable List<CustomerLevel> levels,
        @Nullable Long member,
        @Nullable Boolean open,
        @Nullable LocalDate addedFrom,
        @Nullable LocalDate addedUntil,
        @Nullable LocalDate lastFrom,
        @Nullable LocalDate lastUntil,
        @Nullable Integer silentDays,
        @Nullable Integer unansweredHours,

        @Schema(type = "object", implementation = Object.class) @Nullable
        ObjectNode attributes) {

    static final LineFilter NONE =
            new LineFilter(null, null, null, null, null, null, null, null, null, null, null, null, null, null, null);

    private static final int QUERY_MAX = 100;
    private static final int VALUES_MAX = 100;
    private static final int ATTRIBUTES_MAX = 10;
    private static final int ATTRIBUTES_TEXT_MAX = 4_000;
    private static final int DAYS_MAX = 3_660;
    private static final int HOURS_MAX = 24 * 366;
    private static final LocalDate FIRST = LocalDate.of(1900, 1, 1);
    private static final LocalDate LAST = LocalDate.of(3000, 1, 1);

    public LineFilter {
        String text = q;
        requireSound("q", text == null || (text.length() <= QUERY_MAX && text.indexOf(0) < 0));
        requireShort("anyTags", anyTags);
        requireShort("allTags", allTags);
        requireShort("stages", stages);
        requireShort("ways", ways);
        requireShort("levels", levels);
        requireDay("addedFrom", addedFrom);
        requireDay("addedUntil", addedUntil);
        requireDay("lastFrom", lastFrom);
        requireDay("lastUntil", lastUntil);
        requireBetween("silentDays", silentDays, 1, DAYS_MAX);
        requireBetween("unansweredHours", unansweredHours, 0, HOURS_MAX);
        ObjectNode values = attributes;
        requireSound(
                "attributes",
                values == null
                        || (values.size() <= ATTRIBUTES_MAX
                                && values.toString().length() <= ATTRIBUTES_TEXT_MAX
                                && values.toString().indexOf("\\u0000") < 0));
    }

    private static void requireShort(String field, @Nullable List<?> values) {
        requireSound(
                field,
                values == null
                        || (values.size() <= VALUES_MAX && values.stream().noneMatch(Objects::isNull)));
    }

    private static void requireDay(String field, @Nullable LocalDate day) {
        requireSound(field, day == null || !(day.isBefore(FIRST) || day.isAfter(LAST)));
    }

    private static void requireBetween(String field, @Nullable Integer count, int least, int most) {
        requireSound(field, count == null || (count >= least && count <= most));
    }

    private static void requireSound(String field, boolean sound) {
        if (!sound) {
            throw CustomerprofileProblem.BAD_FILTER.problem("field", field);
        }
    }

    LineFilter openUnlessSaid() {
        return open != null
                ? this
                : new LineFilter(
                        q,
                        anyTags,
                        allTags,
                        stages,
                        ways,
                        levels,
                        member,
                        true,
                        addedFrom,
                        addedUntil,
                        lastFrom,
                        lastUntil,
                        silentDays,
                        unansweredHours,
                        attributes);
    }

    @Nullable
    String pattern() {
        return LikePattern.lowerCase(q);
    }

    /** Whoever wrote or was written to last comes first, or whoever came last. */
    enum LineOrder {
        ACTIVE,
        NEWEST
    }

    /** Whose customers a list shows: one's own, those of the people one leads, everybody's (administrators). */
    enum LineScope {
        MINE,
        TEAM,
        ALL
    }
}
