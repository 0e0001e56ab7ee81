package org.qiao.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.qiao.platform.Actor;
import org.qiao.platform.Problem;
import org.qiao.testing.Given;
import org.qiao.testing.QiaoTest;
import org.qiao.testing.TestOrg;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@QiaoTest
class HistoryTest {

    private static final Instant START = Instant.parse("2026-10-01T01:00:00Z");

    @Autowired
    Given given;

    @Autowired
    History history;

    @Autowired
    Conversations conversations;

    @Autowired
    Entries entries;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    PlatformTransactionManager transactions;

    @Test
    void importedEntriesAreDenseAndKeepTheirOwnTimes() {
        TestOrg org = given.org();
        Actor one = org.user().actor();
        Actor two = org.user("李四").actor();

        long id = within(() -> {
            long direct = history.direct(one, two.principalId(), START);
            List<History.Said> said = new ArrayList<>();
            for (int i = 0; i < 600; i++) {
                said.add(text(i % 2 == 0 ? one : two, direct, i));
            }
            List<Ack> acks = history.append(org.id(), direct, said);
            assertThat(acks.getLast()).isEqualTo(new Ack(600, 600, START.plusSeconds(599)));
            return direct;
        });

        EntryPage page = entries.list(one, id, null, 400L, 200);
        assertThat(page.items()).hasSize(200).first().satisfies(entry -> {
            assertThat(entry.seq()).isEqualTo(401);
            assertThat(entry.at()).isEqualTo(START.plusSeconds(400));
        });
        ConversationView view = conversations.get(two, id);
        assertThat(view.unread()).isEqualTo(600);
        assertThat(view.movedAt()).isEqualTo(START.plusSeconds(599));
        assertThat(outboxRowsOf(id)).isZero();
    }

    @Test
    void aGroupBeginsWithEverybodyAndMarksGiveItsUnreadNumbers() {
        TestOrg org = given.org();
        Actor owner = org.user().actor();
        Actor admin = org.user("李四").actor();
        Actor member = org.user("王五").actor();
        History.NewGroup group = new History.NewGroup(
                owner,
                "项目",
                List.of(admin.principalId(), member.principalId()),
                List.of(admin.principalId()),
                new GroupSettings(true, false, false));

        long id = within(() -> {
            long made = history.group(group, "import-1", START);
            history.append(org.id(), made, List.of(text(owner, made, 1), text(admin, made, 2), text(member, made, 3)));
            history.read(org.id(), List.of(new History.Seen(made, member.principalId(), 3, START.plusSeconds(9))));
            history.prefer(member, made, true, true);
            return made;
        });

        ConversationView view = conversations.get(member, id);
        assertThat(view.memberCount()).isEqualTo(3);
        assertThat(view.seq()).isEqualTo(4);
        assertThat(view.messageNo()).isEqualTo(3);
        assertThat(view.unread()).isOne();
        assertThat(view.muted()).isTrue();
        assertThat(view.pinned()).isTrue();
        assertThat(conversations.get(admin, id).role()).isEqualTo(GroupRole.ADMIN);
        assertThat(conversations.get(owner, id).role()).isEqualTo(GroupRole.OWNER);
    }

    @Test
    void aRecallEndsAnImportedMessage() {
        TestOrg org = given.org();
        Actor one = org.user().actor();
        Actor two = org.user("李四").actor();

        long id = within(() -> {
            long direct = history.direct(one, two.principalId(), START);
            history.append(org.id(), direct, List.of(text(one, direct, 1)));
            Draft recall = Draft.recall(direct, "recall", 1);
            history.append(org.id(), direct, List.of(new History.Said(one, recall, START.plusSeconds(60))));
            return direct;
        });

        EntryView first = entries.list(two, id, null, 0L, 10).items().getFirst();
        assertThat(first.body()).isEqualTo("{}");
        assertThat(Objects.requireNonNull(first.recalledBy()).seq()).isEqualTo(2);
    }

    @Test
    void whatIsNotInTheOrderOfTimeIsRefused() {
        TestOrg org = given.org();
        Actor one = org.user().actor();
        Actor two = org.user("李四").actor();

        assertThatThrownBy(() -> within(() -> {
                    long direct = history.direct(one, two.principalId(), START);
                    history.append(org.id(), direct, List.of(text(one, direct, 5), text(two, direct, 4)));
                    return direct;
                }))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(conversations.list(one, null, null).items()).isEmpty();
    }

    @Test
    void whoIsNotInTheConversationCannotHaveWrittenInIt() {
        TestOrg org = given.org();
        Actor one = org.user().actor();
        Actor two = org.user("李四").actor();
        Actor other = org.user("王五").actor();

        assertThatThrownBy(() -> within(() -> {
                    long direct = history.direct(one, two.principalId(), START);
                    history.append(org.id(), direct, List.of(text(other, direct, 1)));
                    return direct;
                }))
                .isInstanceOfSatisfying(
                        Problem.class,
                        problem -> assertThat(problem.is(MessagingProblem.NOT_FOUND))
                                .isTrue());
        assertThat(conversations.list(one, null, null).items()).isEmpty();
    }

    @Test
    void withoutATransactionNothingIsImported() {
        TestOrg org = given.org();
        Actor one = org.user().actor();
        long peer = org.user("李四").id();

        assertThatThrownBy(() -> history.direct(one, peer, START)).isInstanceOf(IllegalTransactionStateException.class);
    }

    private static History.Said text(Actor sender, long conversationId, int number) {
        return new History.Said(
                sender, Draft.text(conversationId, "k" + number, "消息 " + number), START.plusSeconds(number));
    }

    private long within(Supplier<Long> work) {
        return Objects.requireNonNull(new TransactionTemplate(transactions).execute(status -> work.get()));
    }

    private long outboxRowsOf(long conversationId) {
        return jdbc.sql("select count(*) from messaging_outbox where :id = any(conversations)")
                .param("id", conversationId)
                .query(Long.class)
                .single();
    }
}
