package org.qiao.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.qiao.messaging.Conversations;
import org.qiao.testing.Given;
import org.qiao.testing.QiaoTest;
import org.qiao.testing.Sockets;
import org.qiao.testing.TestOrg;
import org.qiao.testing.TestSocket;
import org.qiao.testing.TestUser;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** Two people talk, over real sockets and the real log. */
@QiaoTest
class ChatTest {

    @Autowired
    Given given;

    @Autowired
    Sockets sockets;

    @Autowired
    Conversations conversations;

    @Autowired
    JdbcClient jdbc;

    @Test
    void twoPeopleTalkAndTheSenderHasTheAckBeforeTheEntry() {
        TestOrg org = given.org();
        TestUser zhang = org.user("张三"), li = org.user("李四");
        long c = conversations.direct(zhang.actor(), li.id());
        try (TestSocket from = sockets.open(zhang);
                TestSocket to = sockets.open(li)) {
            from.send(text("a1", c, "k1", "你好，李四"));

            JsonNode first = next(from, "ack", "entry");
            assertThat(first.get("t").stringValue()).isEqualTo("ack");
            assertThat(first.get("id").stringValue()).isEqualTo("a1");
            assertThat(first.get("seq").longValue()).isEqualTo(1);
            assertThat(first.get("no").longValue()).isEqualTo(1);
            JsonNode own = from.next("entry");
            JsonNode seen = to.next("entry");
            assertThat(seen).isEqualTo(own);
            assertThat(seen.get("entry").get("body").get("text").stringValue()).isEqualTo("你好，李四");
            assertThat(seen.get("entry").get("sender").longValue()).isEqualTo(zhang.id());
            assertThat(seen.get("head").get("seq").longValue()).isEqualTo(1);

            to.send(text("b1", c, "k1", "你好"));
            assertThat(to.next("ack").get("seq").longValue()).isEqualTo(2);
            assertThat(from.next("entry").get("entry").get("seq").longValue()).isEqualTo(2);
        }
    }

    @Test
    void theSameKeyIsTheSameMessageAndAnotherBodyAConflict() {
        TestOrg org = given.org();
        TestUser user = org.user();
        long c = conversations.direct(user.actor(), org.user().id());
        try (TestSocket socket = sockets.open(user)) {
            socket.send(text("1", c, "k", "一"));
            JsonNode first = socket.next("ack");

            socket.send(text("2", c, "k", "一"));
            JsonNode again = socket.next("ack");
            socket.send(text("3", c, "k", "二"));
            JsonNode conflict = socket.next("error");

            assertThat(again.get("seq")).isEqualTo(first.get("seq"));
            assertThat(again.get("at")).isEqualTo(first.get("at"));
            assertThat(conflict.get("id").stringValue()).isEqualTo("3");
            assertThat(conflict.get("code").stringValue()).isEqualTo("messaging.key_conflict");
        }
    }

    @Test
    void aRecallReachesEverybodyAsAnEntry() {
        TestOrg org = given.org();
        TestUser zhang = org.user(), li = org.user();
        long c = conversations.direct(zhang.actor(), li.id());
        try (TestSocket from = sockets.open(zhang);
                TestSocket to = sockets.open(li)) {
            from.send(text("1", c, "k1", "发错了"));
            to.next("entry");

            from.send("{'t':'recall','id':2,'conversation':" + c + ",'key':'k2','target':1}");

            JsonNode ack = from.next("ack");
            while (ack.get("seq").longValue() == 1) {
                ack = from.next("ack");
            }
            assertThat(ack.get("id").longValue()).isEqualTo(2);
            JsonNode recall = to.next("entry").get("entry");
            assertThat(recall.get("kind").stringValue()).isEqualTo("RECALL");
            assertThat(recall.get("target").longValue()).isEqualTo(1);

            to.send("{'t':'pull','id':3,'conversation':" + c + ",'after':0,'limit':10}");
            JsonNode pulled = to.next("entries");
            assertThat(pulled.get("items").get(0).get("body").isEmpty()).isTrue();
            assertThat(pulled.toString()).doesNotContain("发错了");
        }
    }

    @Test
    void readingShowsOnTheOtherDeviceAndTheSenderSeesHowMany() {
        TestOrg org = given.org();
        TestUser zhang = org.user(), li = org.user();
        long c = conversations.direct(zhang.actor(), li.id());
        try (TestSocket from = sockets.open(zhang);
                TestSocket phone = sockets.open(li);
                TestSocket desk = sockets.open(li)) {
            from.send(text("1", c, "k1", "看到了吗"));
            phone.next("entry");

            phone.send("{'t':'read','id':'r','conversation':" + c + ",'seq':1}");

            assertThat(phone.next("ok").get("id").stringValue()).isEqualTo("r");
            JsonNode personal = desk.next("personal");
            while (!personal.get("kind").stringValue().equals("READ")) {
                personal = desk.next("personal");
            }
            assertThat(personal.get("conversation").longValue()).isEqualTo(c);
            assertThat(personal.get("data").get("seq").longValue()).isEqualTo(1);
            JsonNode receipt = from.next("receipts").get("items").get(0);
            while (receipt.get("read").longValue() == 0) { // the count before the reading was stored
                receipt = from.next("receipts").get("items").get(0);
            }
            assertThat(receipt.get("seq").longValue()).isEqualTo(1);
            assertThat(receipt.get("read").longValue()).isEqualTo(1);
            assertThat(receipt.get("total").longValue()).isEqualTo(1);
        }
    }

    @Test
    void afterALongCutASyncGivesTheSameAsAFreshClientGets() {
        TestOrg org = given.org();
        TestUser zhang = org.user(), li = org.user();
        long c = conversations.direct(zhang.actor(), li.id());
        long quiet = conversations.createGroup(zhang.actor(), "安静", List.of(li.id()), "g1");
        TestSocket before = sockets.open(li);
        before.send("{'t':'sync','id':1,'era':null,'cursor':null,'personal':null}");
        JsonNode start = before.next("synced");
        before.cut();

        try (TestSocket from = sockets.open(zhang)) {
            for (int i = 1; i <= 25; i++) {
                from.send(text("m" + i, c, "k" + i, "第" + i + "条"));
                from.next("ack");
            }
        }
        try (TestSocket back = sockets.open(li);
                TestSocket fresh = sockets.open(li)) {
            assertThat(back.resumed()).isFalse();
            back.send("{'t':'sync','id':2,'era':" + start.get("era") + ",'cursor':" + start.get("cursor")
                    + ",'personal':" + start.get("personalSeq") + "}");
            JsonNode missed = back.next("synced");
            fresh.send("{'t':'sync','id':3,'cursor':null}");
            JsonNode all = fresh.next("synced");

            assertThat(find(missed, c)).isNotNull().isEqualTo(find(all, c));
            assertThat(find(missed, c).get("entries")).hasSize(20);
            assertThat(find(missed, c).get("seq").longValue()).isEqualTo(25);
            assertThat(find(all, quiet).get("title").stringValue()).isEqualTo("安静");
            assertThat(missed.get("personalSeq")).isEqualTo(all.get("personalSeq"));

            back.send("{'t':'pull','id':4,'conversation':" + c + ",'before':6,'limit':200}");
            assertThat(back.next("entries").get("items")).hasSize(5);
        }
    }

    @Test
    void aSyncWithATailBringsOnlyWhatIsNew() {
        TestOrg org = given.org();
        TestUser zhang = org.user(), li = org.user();
        long c = conversations.direct(zhang.actor(), li.id());
        try (TestSocket from = sockets.open(zhang);
                TestSocket to = sockets.open(li)) {
            for (int i = 1; i <= 25; i++) {
                from.send(text("m" + i, c, "k" + i, "第" + i + "条"));
                from.next("ack");
            }
            to.send("{'t':'sync','id':1,'tail':3}");
            JsonNode known = to.next("synced");
            from.send(text("n1", c, "n1", "新的"));
            from.next("ack");

            to.send("{'t':'sync','id':2,'tail':100,'era':" + known.get("era") + ",'cursor':" + known.get("cursor")
                    + ",'personal':" + known.get("personalSeq") + "}");
            JsonNode missed = find(to.next("synced"), c).get("entries");
            to.send("{'t':'sync','id':3,'tail':101}");
            JsonNode refused = to.next("error");

            assertThat(find(known, c).get("entries")).hasSize(3);
            assertThat(missed.get(missed.size() - 1).get("seq").longValue()).isEqualTo(26);
            assertThat(refused.get("code").stringValue()).isEqualTo("gateway.invalid_command");
            assertThat(refused.get("params").get("field").stringValue()).isEqualTo("tail");
        }
    }

    @Test
    void typingReachesTheOthersOnly() {
        TestOrg org = given.org();
        TestUser zhang = org.user(), li = org.user();
        long c = conversations.direct(zhang.actor(), li.id());
        try (TestSocket from = sockets.open(zhang);
                TestSocket to = sockets.open(li)) {
            from.send("{'t':'typing','conversation':" + c + "}");
            from.send("{'t':'typing','conversation':" + c + "}");

            assertThat(to.next("typing").toString())
                    .isEqualTo("{\"t\":\"typing\",\"conversation\":" + c + ",\"member\":" + zhang.id() + "}");
            assertThat(from.settled()).isEmpty();
            assertThat(to.settled()).isEmpty();
            assertThat(to.received()).isZero();
        }
    }

    @Test
    void aForeignConversationIsAMissingOne() {
        TestOrg org = given.org();
        TestUser owner = org.user();
        long foreign = conversations.direct(owner.actor(), org.user().id());
        long missing = 999_999_999_999L;
        List<TestUser> strangers =
                List.of(org.user(), given.org().user(), given.org().admin());
        for (TestUser stranger : strangers) {
            try (TestSocket socket = sockets.open(stranger)) {
                for (String command : List.of(
                        "{'t':'send','id':1,'conversation':C,'key':'k','kind':'TEXT','body':{'text':'x'}}",
                        "{'t':'recall','id':1,'conversation':C,'key':'k','target':1}",
                        "{'t':'read','id':1,'conversation':C,'seq':1}",
                        "{'t':'pull','id':1,'conversation':C,'after':0}",
                        "{'t':'typing','id':1,'conversation':C}")) {
                    socket.send(command.replace("C", Long.toString(foreign)));
                    JsonNode one = socket.next("error");
                    socket.send(command.replace("C", Long.toString(missing)).replace("'k'", "'k2'"));
                    JsonNode other = socket.next("error");

                    assertThat(one).as(command).isEqualTo(other);
                    assertThat(one.get("code").stringValue()).isEqualTo("messaging.not_found");
                }
            }
        }
        assertThat(jdbc.sql("select count(*) from messaging_entry where conversation_id = :id")
                        .param("id", foreign)
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void whoWritesTooFastIsToldWhenToContinue() {
        TestOrg org = given.org();
        TestUser user = org.user();
        long c = conversations.direct(user.actor(), org.user().id());
        try (TestSocket socket = sockets.open(user)) {
            for (int i = 0; i < 45; i++) {
                socket.send(text("m" + i, c, "k" + i, "快"));
            }

            JsonNode refused = socket.next("error");

            assertThat(refused.get("code").stringValue()).isEqualTo("messaging.too_fast");
            assertThat(refused.get("retryAfterMs").longValue()).isPositive();
        }
    }

    @Test
    void odditiesInCommandsAreRefusedNotFailed() {
        TestOrg org = given.org();
        TestUser user = org.user();
        long c = conversations.direct(user.actor(), org.user().id());
        try (TestSocket socket = sockets.open(user)) {
            for (String command : List.of(
                    "{'t':'send','id':1,'conversation':-1,'key':'k','kind':'TEXT','body':{'text':'x'}}",
                    "{'t':'send','id':1,'conversation':C,'key':'a','kind':'TEXT','body':{}}",
                    "{'t':'send','id':1,'conversation':C,'key':'b','kind':'TEXT','body':{'text':''}}",
                    "{'t':'send','id':1,'conversation':C,'key':'c','kind':'TEXT','body':{'text':'" + "字".repeat(6_000)
                            + "'}}",
                    "{'t':'send','id':1,'conversation':C,'key':'d','kind':'FILE','body':{'file':{'id':99999999}}}",
                    "{'t':'send','id':1,'conversation':C,'key':'e','kind':'TEXT','body':{'text':'x','replyTo':77}}",
                    "{'t':'send','id':1,'conversation':C,'key':'f','kind':'TEXT','body':{'text':'x','mentions':[null]}}",
                    "{'t':'recall','id':1,'conversation':C,'key':'g','target':5}",
                    "{'t':'recall','id':1,'conversation':C,'key':'h','target':-5}",
                    "{'t':'pull','id':1,'conversation':C,'limit':0}",
                    "{'t':'pull','id':1,'conversation':C,'limit':-1}",
                    "{'t':'pull','id':1,'conversation':C,'limit':1000000000}",
                    "{'t':'pull','id':1,'conversation':C,'limit':9007199254740991}",
                    "{'t':'sync','id':1,'era':1,'cursor':'nonsense','personal':0}",
                    "{'t':'sync','id':1,'after':'nonsense'}",
                    "{'t':'sync','id':1,'tail':0}",
                    "{'t':'sync','id':1,'tail':'20'}",
                    "{'t':'sync','id':1,'tail':9007199254740991}")) {
                socket.send(command.replace("C", Long.toString(c)));

                JsonNode answer = socket.next();

                assertThat(answer.get("t").stringValue())
                        .as("%s → %s", command, answer)
                        .isEqualTo("error");
                assertThat(answer.get("id").longValue()).isEqualTo(1);
                assertThat(answer.get("code").stringValue())
                        .doesNotContain("failed")
                        .doesNotContain("busy");
            }
            socket.send("{'t':'pull','id':2,'conversation':" + c + ",'after':-5,'before':-9}");
            assertThat(socket.next().get("id").longValue()).isEqualTo(2);
            assertThat(socket.settled()).isEmpty();
        }
    }

    private static JsonNode next(TestSocket socket, String... types) {
        while (true) {
            JsonNode frame = socket.next();
            if (List.of(types).contains(frame.get("t").stringValue())) {
                return frame;
            }
        }
    }

    private static JsonNode find(JsonNode synced, long conversation) {
        return synced.get("conversations").values().stream()
                .filter(item -> item.get("id").longValue() == conversation)
                .findFirst()
                .orElseThrow();
    }

    private static String text(String id, long conversation, String key, String text) {
        return "{'t':'send','id':'" + id + "','conversation':" + conversation + ",'key':'" + key
                + "','kind':'TEXT','body':{'text':'" + text + "'}}";
    }
}
