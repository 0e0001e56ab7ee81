package org.qiao.customerguard;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.qiao.audience.StartRange;
import org.qiao.customer.CustomerCard;
import org.qiao.directory.Card;

/** What goes over the wire. */
final class GuardViews {

    static final int WORDS_MAX = 300;
    static final int WORD_MAX = 50;
    static final int PEOPLE_MAX = 20;

    private GuardViews() {}

    /** @param version of the rule that was looked at; null for a new one */
    record WordRuleRequest(
            @NotNull @Size(min = 1, max = 50) String name,
            @NotNull GuardAction action,
            @NotNull @Size(max = WORDS_MAX) List<@NotNull @Size(min = 1, max = WORD_MAX) String> words,
            @NotNull @Size(max = 10) Set<@NotNull GuardPattern> patterns,
            @NotNull @Valid StartRange range,
            boolean staff,
            boolean customers,
            @NotNull @Size(max = PEOPLE_MAX) Set<@NotNull @Positive Long> people,
            boolean enabled,
            @Nullable Integer version) {

        @Override
        public String toString() {
            return "WordRuleRequest";
        }
    }

    /** @param people who is told of what it finds, and reads it */
    record WordRuleView(
            long id,
            String name,
            GuardAction action,
            List<String> words,
            Set<GuardPattern> patterns,
            StartRange range,
            boolean staff,
            boolean customers,
            List<Card> people,
            boolean enabled,
            int version,
            Instant changedAt) {

        @Override
        public String toString() {
            return "WordRuleView " + id;
        }
    }

    /** A rule by name: also one that is gone. */
    record WordRuleName(long id, String name, GuardAction action) {}

    /**
     * @param found the word, or the name of a pattern; null when the excerpt is not the reader's to read
     * @param excerpt null: not his to read, or gone
     * @param customer null: it was said in a group, or to many
     * @param conversationId of what was said in a chat
     */
    record GuardHitView(
            long id,
            WordRuleName rule,
            GuardAction action,
            boolean byCustomer,
            @Nullable Card member,
            @Nullable CustomerCard customer,
            WrittenPlace place,
            @Nullable Long conversationId,
            @Nullable Long seq,
            @Nullable String found,
            @Nullable String excerpt,
            Instant at) {

        @Override
        public String toString() {
            return "GuardHitView " + id;
        }
    }

    /** @param asked what was asked for: rule, member, customer, action, since, until */
    record GuardExportView(long id, Card by, Map<String, Object> asked, int lines, Instant at) {}

    record GuardRuleCount(WordRuleName rule, int warned, int blocked) {}

    record GuardMemberCount(Card member, int warned, int blocked) {}

    /** @param members the hundred with the most */
    record GuardStatistics(List<GuardRuleCount> rules, List<GuardMemberCount> members) {}

    /**
     * What the actor may do here.
     *
     * @param manages rules and settings
     * @param seesHits of some rule or employee, or of all
     * @param seesAlerts of some employee, or of all
     */
    record GuardRights(
            boolean manages,
            boolean seesHits,
            boolean seesAlerts,

            @Schema(description = "rules that he may filter by")
            List<WordRuleName> rules) {}

    /** @param messages how many were recalled; 0 for everything else */
    record GuardAlertView(
            long id,
            AlertKind kind,
            Card member,
            @Nullable CustomerCard customer,
            @Nullable Long conversationId,
            int messages,
            Instant at) {}
}
