package org.qiao.card;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.qiao.messaging.Ack;
import org.qiao.messaging.ConversationView;
import org.qiao.messaging.Conversations;
import org.qiao.messaging.Draft;
import org.qiao.messaging.Entries;
import org.qiao.messaging.EntryKind;
import org.qiao.messaging.EntryView;
import org.qiao.messaging.Messages;
import org.qiao.messaging.SyncLog;
import org.qiao.messaging.SyncRequest;
import org.qiao.platform.Problem;
import org.qiao.testing.Await;
import org.qiao.testing.Given;
import org.qiao.testing.QiaoTest;
import org.qiao.testing.Sockets;
import org.qiao.testing.TestBrowser;
import org.qiao.testing.TestOrg;
import org.qiao.testing.TestSocket;
import org.qiao.testing.TestUser;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.client.RestTestClient;
import tools.jackson.databind.JsonNode;

@QiaoTest
class CardsTest {

    private static final CardSummary LEAVE = leave("张三的请假");

    @Autowired
    Given given;

    @Autowired
    Cards cards;

    @Autowired
    Conversations conversations;

    @Autowired
    Entries entries;

    @Autowired
    Messages messages;

    @Autowired
    SyncLog syncLog;

    @Autowired
    Sockets sockets;

    @Autowired
    RestTestClient http;

    @Test
    void anAppTellsMembersSomethingInItsOwnVoice() {
        TestOrg org = given.org();
        TestUser ann = org.user("张三"), bob = org.user("李四"), cid = org.user("王五");

        Set<Long> told = cards.tell(org.id(), "approval", List.of(ann.id(), bob.id()), LEAVE, "approval-7-1");

        assertThat(told).containsExactlyInAnyOrder(ann.id(), bob.id());
        ConversationView seen = only(ann);
        assertThat(seen.unread()).isEqualTo(1);
        assertThat(seen.peer()).satisfies(peer -> {
            assertThat(peer.kind()).isEqualTo("BOT");
            assertThat(peer.app()).isEqualTo("approval");
        });
        assertThat(seen.last()).satisfies(last -> {
            assertThat(last.kind()).isEqualTo(EntryKind.CARD);
            assertThat(last.body())
                    .isEqualTo("{\"card\":{\"type\":\"approval\",\"id\":7,\"title\":\"张三的请假\","
                            + "\"lines\":[[\"类型\",\"年假\"],[\"天数\",\"3\"]],\"link\":\"/approvals/7\"}}");
        });
        assertThat(only(bob).id()).isNotEqualTo(seen.id());
        assertThat(conversations.list(cid.actor(), null, null).items()).isEmpty();
    }

    @Test
    void aKeyIsStoredOnceWhateverTheSummarySaysByThen() {
        TestOrg org = given.org();
        TestUser ann = org.user();
        cards.tell(org.id(), "approval", List.of(ann.id()), LEAVE, "approval-7-1");

        Set<Long> again = cards.tell(org.id(), "approval", List.of(ann.id()), leave("改名后的请假"), "approval-7-1");

        assertThat(again).containsExactly(ann.id());
        assertThat(only(ann).seq()).isEqualTo(1);
        CardSummary other = new CardSummary("approval", 8, "别的", List.of(), "/approvals/8");
        refused(
                "messaging.key_conflict",
                () -> cards.tell(org.id(), "approval", List.of(ann.id()), other, "approval-7-1"));
    }

    @Test
    void oneVoiceAndOneConversationHoweverManyBeginAtOnceAndTheNumbersAreDense() throws Exception {
        TestOrg org = given.org();
        TestUser ann = org.user();
        List<Callable<Set<Long>>> tellers = IntStream.range(0, 16)
                .<Callable<Set<Long>>>mapToObj(
                        i -> () -> cards.tell(org.id(), "report", List.of(ann.id()), LEAVE, "report-" + i))
                .toList();

        try (ExecutorService pool = Executors.newFixedThreadPool(8)) {
            for (Future<Set<Long>> told : pool.invokeAll(tellers)) {
                assertThat(told.get()).containsExactly(ann.id());
            }
        }

        ConversationView seen = only(ann);
        assertThat(seen.unread()).isEqualTo(16);
        assertThat(entries.list(ann.actor(), seen.id(), null, 0L, 50).items())
                .extracting(EntryView::seq)
                .containsExactlyElementsOf(LongStream.rangeClosed(1, 16).boxed().toList());
    }

    @Test
    void nobodyAnswersAnApp() {
        TestOrg org = given.org();
        TestUser ann = org.user();
        cards.tell(org.id(), "approval", List.of(ann.id()), LEAVE, "k1");
        long id = only(ann).id();

        refused("messaging.read_only", () -> messages.sendAndWait(ann.actor(), Draft.text(id, "a", "收到")));
        refused("messaging.read_only", () -> cards.share(ann.actor(), id, LEAVE, "b"));
        refused("messaging.not_the_sender", () -> messages.sendAndWait(ann.actor(), Draft.recall(id, "c", 1)));

        cards.tell(org.id(), "approval", List.of(ann.id()), LEAVE, "k2");
        assertThat(only(ann).seq()).isEqualTo(2);
    }

    @Test
    void aConversationWithAnAppIsReadMutedAndPinnedAsAnyOther() {
        TestOrg org = given.org();
        TestUser ann = org.user();
        cards.tell(org.id(), "approval", List.of(ann.id()), LEAVE, "k1");
        long id = only(ann).id();
        TestBrowser browser = browser(ann);

        assertThat(browser.put("/api/conversations/" + id + "/read", Map.of("seq", 1))
                        .status())
                .isEqualTo(204);
        assertThat(browser.put("/api/conversations/" + id + "/preferences", Map.of("muted", true, "pinned", true))
                        .status())
                .isEqualTo(200);

        ConversationView seen = only(ann);
        assertThat(seen.unread()).isZero();
        assertThat(seen.muted()).isTrue();
        assertThat(seen.pinned()).isTrue();
    }

    @Test
    void anAppIsNobodyInTheCompany() {
        TestOrg org = given.org();
        TestUser ann = org.user(), boss = org.admin();
        cards.tell(org.id(), "approval", List.of(ann.id()), LEAVE, "k1");
        long voice = only(ann).last().sender();
        TestBrowser browser = browser(ann);

        assertThat(browser.get("/api/members/" + voice).status()).isEqualTo(404);
        assertThat(browser(boss).get("/api/members/search?q=approval").text()).doesNotContain("\"id\":" + voice);
        refused(
                "messaging.member_not_found",
                () -> conversations.createGroup(
                        ann.actor(), "群", List.of(voice), UUID.randomUUID().toString()));
        refused("messaging.member_not_found", () -> conversations.direct(boss.actor(), voice));
        JsonNode card = browser.post("/api/cards", Map.of("ids", List.of(voice)))
                .json()
                .get("items")
                .get(0);
        assertThat(card.get("app").stringValue()).isEqualTo("approval");
    }

    @Test
    void aMemberSharesACardWhereHeBelongsAndOthersSeeItAtOnce() {
        TestOrg org = given.org();
        TestUser ann = org.user("张三"), bob = org.user("李四"), stranger = org.user();
        long direct = conversations.direct(ann.actor(), bob.id());
        try (TestSocket to = sockets.open(bob)) {
            Ack ack = cards.share(ann.actor(), direct, LEAVE, "share-1");

            assertThat(cards.share(ann.actor(), direct, LEAVE, "share-1")).isEqualTo(ack);
            JsonNode entry = to.next("entry").get("entry");
            assertThat(entry.get("kind").stringValue()).isEqualTo("CARD");
            assertThat(entry.get("no").longValue()).isEqualTo(1);
            assertThat(entry.get("body").get("card").get("id").longValue()).isEqualTo(7);
            refused("messaging.not_found", () -> cards.share(stranger.actor(), direct, LEAVE, "x"));
            refused("messaging.not_found", () -> cards.share(given.org().user().actor(), direct, LEAVE, "x"));
        }
    }

    @Test
    void whoeverSeesACardIsToldWhenItsSubjectHasMovedAndNobodyElse() {
        TestOrg org = given.org();
        TestUser ann = org.user(), bob = org.user(), cid = org.user();
        long group = conversations.createGroup(ann.actor(), "群", List.of(bob.id()), "g");
        cards.share(ann.actor(), group, LEAVE, "share");
        TestOrg elsewhere = given.org();
        TestUser dan = elsewhere.user();
        cards.tell(elsewhere.id(), "approval", List.of(dan.id()), LEAVE, "k");
        try (TestSocket sees = sockets.open(bob);
                TestSocket not = sockets.open(cid);
                TestSocket foreign = sockets.open(dan)) {
            cards.changed(org.id(), "approval", 7);

            JsonNode hint = sees.next("approval");
            assertThat(hint.get("id").longValue()).isEqualTo(7);
            assertThat(hint.get("kind").stringValue()).isEqualTo("CARD");
            assertThat(hints(not)).isEmpty();
            assertThat(hints(foreign)).isEmpty();
        }
    }

    @Test
    void peopleWriteNoCards() {
        TestOrg org = given.org();
        TestUser ann = org.user();
        long direct = conversations.direct(ann.actor(), org.user().id());
        Map<String, Object> card = Map.of("key", "k", "kind", "CARD", "body", Map.of("text", "x"));

        TestBrowser.Reply reply = browser(ann).post("/api/conversations/" + direct + "/messages", card);

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.json().get("code").stringValue()).isEqualTo("messaging.body_incomplete");
        try (TestSocket socket = sockets.open(ann)) {
            socket.send("{'t':'send','id':1,'conversation':" + direct
                    + ",'key':'k','kind':'CARD','body':{'card':{'type':'approval','id':7}}}");
            JsonNode error = socket.next("error");
            assertThat(error.get("code").stringValue()).isEqualTo("gateway.invalid_command");
        }
        assertThat(conversations.get(ann.actor(), direct).seq()).isZero();
    }

    @Test
    void aReplyQuotesTheTitleAndTheSharerTakesTheCardBack() {
        TestOrg org = given.org();
        TestUser ann = org.user(), bob = org.user();
        long direct = conversations.direct(ann.actor(), bob.id());
        Ack card = cards.share(ann.actor(), direct, LEAVE, "share");
        Draft.Body reply = new Draft.Body("同意", null, null, card.seq(), null);
        messages.sendAndWait(bob.actor(), Draft.message(direct, "r", EntryKind.TEXT, reply));

        assertThat(conversations.get(ann.actor(), direct).last().quote()).satisfies(quote -> {
            assertThat(quote.kind()).isEqualTo(EntryKind.CARD);
            assertThat(quote.excerpt()).isEqualTo("张三的请假");
        });
        messages.sendAndWait(ann.actor(), Draft.recall(direct, "back", card.seq()));

        assertThat(entries.list(bob.actor(), direct, null, 0L, 1)
                        .items()
                        .getFirst()
                        .body())
                .isEqualTo("{}");
    }

    @Test
    void aSyncBringsTheCard() {
        TestOrg org = given.org();
        TestUser ann = org.user();
        var before = syncLog.sync(ann.actor(), new SyncRequest(null, null, null, null, null, null));
        cards.tell(org.id(), "ding", List.of(ann.id()), LEAVE, "k1");

        var answer = syncLog.sync(
                ann.actor(), new SyncRequest(before.era(), before.cursor(), before.personalSeq(), null, null, null));

        assertThat(answer.conversations()).singleElement().satisfies(moved -> {
            assertThat(moved.peer().app()).isEqualTo("ding");
            assertThat(moved.entries()).extracting(EntryView::kind).containsExactly(EntryKind.CARD);
        });
    }

    @Test
    void whoHasLeftIsLeftOutAndHearsAgainWhenHeIsBack() {
        TestOrg org = given.org();
        TestUser boss = org.admin(), ann = org.user(), bob = org.user();
        cards.tell(org.id(), "approval", List.of(ann.id(), bob.id()), LEAVE, "k1");
        TestBrowser admin = browser(boss);

        assertThat(admin.put("/api/members/" + bob.id() + "/state", Map.of("state", "DISABLED"))
                        .status())
                .isLessThan(300);
        assertThat(cards.tell(org.id(), "approval", List.of(ann.id(), bob.id()), LEAVE, "k2"))
                .containsExactly(ann.id());

        assertThat(admin.put("/api/members/" + bob.id() + "/state", Map.of("state", "ACTIVE"))
                        .status())
                .isLessThan(300);
        Await.until(() ->
                cards.tell(org.id(), "approval", List.of(bob.id()), LEAVE, "k3").contains(bob.id()));
    }

    private TestBrowser browser(TestUser user) {
        return new TestBrowser(http).signedIn(user);
    }

    private static List<JsonNode> hints(TestSocket socket) {
        return socket.settled().stream()
                .filter(frame -> frame.get("t").stringValue().equals("approval"))
                .toList();
    }

    private ConversationView only(TestUser user) {
        List<ConversationView> all =
                conversations.list(user.actor(), null, null).items();
        assertThat(all).hasSize(1);
        return all.getFirst();
    }

    private static CardSummary leave(String title) {
        return new CardSummary(
                "approval",
                7,
                title,
                List.of(new CardSummary.Line("类型", "年假"), new CardSummary.Line("天数", "3")),
                "/approvals/7");
    }

    private static void refused(String code, ThrowingCallable work) {
        assertThatThrownBy(work)
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.code()).isEqualTo(code));
    }
}
