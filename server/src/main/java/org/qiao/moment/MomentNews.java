package org.qiao.moment;

import java.util.List;
import java.util.Locale;
import org.qiao.account.Principals;
import org.qiao.card.CardSummary;
import org.qiao.card.CardSummary.Line;
import org.qiao.card.Cards;
import org.qiao.messaging.Hints;
import org.qiao.moment.Moments.MomentRefused;
import org.qiao.moment.Moments.MomentTasksGiven;
import org.qiao.moment.TaskStore.Task;
import org.qiao.platform.AfterCommit;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/** Says "look again" to pages, and tells employees what they are to confirm. */
@Component
class MomentNews {

    static final String TOPIC = "moment";

    private static final String APP = "customer";
    private static final int AT_ONCE = 500;
    private static final int EXCERPT = 60;

    private final MomentStore moments;
    private final TaskStore tasks;
    private final ReactionStore reactions;
    private final Principals principals;
    private final Cards cards;
    private final Hints hints;

    MomentNews(
            MomentStore moments,
            TaskStore tasks,
            ReactionStore reactions,
            Principals principals,
            Cards cards,
            Hints hints) {
        this.moments = moments;
        this.tasks = tasks;
        this.reactions = reactions;
        this.principals = principals;
        this.cards = cards;
        this.hints = hints;
    }

    void published(MomentPost post, List<Long> customers) {
        AfterCommit.run(() -> {
            hints.tell(List.of(post.authorId()), TOPIC, post.id(), "PUBLISHED");
            hints.tell(customers, Hints.TO_CUSTOMERS, post.id(), "MOMENT");
        });
    }

    /** Whoever has it on his page sees that it is gone. */
    void withdrawn(long orgId, long postId) {
        List<Long> customers = reactions.seenBy(orgId, postId, Long.MAX_VALUE, AT_ONCE).stream()
                .map(ReactionStore.Reaction::customerId)
                .toList();
        AfterCommit.run(() -> hints.tell(customers, Hints.TO_CUSTOMERS, postId, "MOMENT"));
    }

    void talkedAbout(MomentPost post) {
        AfterCommit.run(() -> hints.tell(List.of(post.authorId()), TOPIC, post.id(), "TALK"));
    }

    void answered(MomentPost post, long customerId) {
        AfterCommit.run(() -> hints.tell(List.of(customerId), Hints.TO_CUSTOMERS, post.id(), "MOMENT_TALK"));
    }

    /** A card for each who has not confirmed, in his language. The key makes a repeat harmless. */
    @ApplicationModuleListener
    void on(MomentTasksGiven given) {
        Moment moment = moments.find(given.orgId(), given.momentId()).orElseThrow();
        if (moment.isWithdrawn()) {
            return;
        }
        String key = given.nudge() == 0 ? "moment-" + moment.id() : "moment-" + moment.id() + "-" + given.nudge();
        long after = 0;
        List<Long> people;
        do {
            people = tasks.list(moment, false, after, AT_ONCE).stream()
                    .map(Task::memberId)
                    .toList();
            principals
                    .byLanguage(given.orgId(), people)
                    .forEach((locale, some) -> cards.tell(given.orgId(), APP, some, card(moment, locale), key));
            hints.tell(people, TOPIC, moment.id(), "TASK");
            after = people.isEmpty() ? after : people.getLast();
        } while (people.size() == AT_ONCE);
    }

    /** Whoever wrote it learns that it did not go, and can write it anew. */
    @ApplicationModuleListener
    void on(MomentRefused refused) {
        Moment moment = moments.find(refused.orgId(), refused.momentId()).orElseThrow();
        List<Long> author = List.of(moment.creatorId());
        principals.byLanguage(refused.orgId(), author).forEach((locale, some) -> {
            MomentWords words = MomentWords.of(locale);
            cards.tell(
                    refused.orgId(),
                    APP,
                    some,
                    card(moment, words, words.refused(), "/customers/moments"),
                    "moment-" + moment.id() + "-refused");
        });
        hints.tell(author, TOPIC, moment.id(), "PUBLISHED");
    }

    private static CardSummary card(Moment moment, Locale locale) {
        MomentWords words = MomentWords.of(locale);
        return card(moment, words, words.task(), "/customers/moments?box=TASKS");
    }

    private static CardSummary card(Moment moment, MomentWords words, String title, String link) {
        MomentContent content = moment.content();
        String shown = content.text().isEmpty() && content.link() == null
                ? words.pictures(content.files().size())
                : content.excerpt(EXCERPT);
        return new CardSummary(TOPIC, moment.id(), title, List.of(new Line(words.content(), shown)), link);
    }
}
