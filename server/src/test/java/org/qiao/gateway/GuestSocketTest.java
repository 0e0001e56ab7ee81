package org.qiao.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.qiao.account.Guests;
import org.qiao.messaging.CustomerConversations;
import org.qiao.messaging.Hints;
import org.qiao.testing.Given;
import org.qiao.testing.QiaoTest;
import org.qiao.testing.Sockets;
import org.qiao.testing.TestOrg;
import org.qiao.testing.TestSocket;
import org.qiao.testing.TestUser;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** A customer and an employee talk over real sockets: he hears what is said, and nothing else. */
@QiaoTest
class GuestSocketTest {

    @Autowired
    Given given;

    @Autowired
    Sockets sockets;

    @Autowired
    CustomerConversations customers;

    @Autowired
    Guests guests;

    @Autowired
    Hints hints;

    private TestOrg org;
    private TestUser ann;
    private TestUser guest;
    private long thread;

    @BeforeEach
    void aThread() {
        org = given.org();
        ann = org.user("安");
        guest = given.guest(org, "客人");
        thread = customers.open(org.id(), guest.id(), ann.id(), "relation-1");
    }

    @Test
    void bothTalkAndOnlyTheEmployeeSeesWhatWasRead() {
        try (TestSocket desk = sockets.open(ann);
                TestSocket phone = sockets.open(guest)) {
            phone.send(text("g1", "k1", "在吗"));
            assertThat(phone.next("ack").get("id").stringValue()).isEqualTo("g1");
            JsonNode heard = desk.next("entry").get("entry");
            assertThat(heard.get("sender").longValue()).isEqualTo(guest.id());
            desk.send("{'t':'typing','conversation':" + thread + "}");
            desk.send("{'t':'read','conversation':" + thread + ",'seq':2}");
            desk.send(text("s1", "k2", "在的"));

            List<JsonNode> onPhone = new ArrayList<>(collect(phone, "entry", 3));
            phone.send("{'t':'read','conversation':" + thread + ",'seq':3}");

            JsonNode receipt = desk.next("receipts").get("items").get(0);
            assertThat(receipt.get("seq").longValue()).isEqualTo(3);
            assertThat(receipt.get("read").longValue()).isEqualTo(1);
            hints.tell(List.of(guest.id(), ann.id()), "approval", 7, "CHANGED");
            desk.next("approval");
            onPhone.addAll(phone.settled());
            assertThat(onPhone)
                    .extracting(frame -> frame.get("t").stringValue())
                    .contains("typing")
                    .isSubsetOf("entry", "ack", "typing", "personal", "ok");
        }
    }

    @Test
    void ofHintsHeHearsOnlyThatHisPageIsToLookAgain() {
        try (TestSocket phone = sockets.open(guest)) {
            phone.settled();

            hints.tell(List.of(guest.id()), "handover", 7, "CHANGED");
            hints.tell(List.of(guest.id()), Hints.TO_CUSTOMERS, 8, "SERVED");

            JsonNode heard = phone.next();
            assertThat(heard.get("t").stringValue()).isEqualTo("visit");
            assertThat(heard.get("id").longValue()).isEqualTo(8);
            assertThat(heard.get("kind").stringValue()).isEqualTo("SERVED");
        }
    }

    @Test
    void aSyncNamesNobodyAndLeavesOthersOut() {
        customers.open(org.id(), given.guest(org, "别的客人").id(), ann.id(), "relation-2");
        try (TestSocket phone = sockets.open(guest)) {
            phone.send("{'t':'sync','id':1}");
            JsonNode synced = phone.next("synced");
            assertThat(synced.get("conversations").size()).isEqualTo(1);
            JsonNode only = synced.get("conversations").get(0);
            assertThat(only.get("id").longValue()).isEqualTo(thread);
            assertThat(only.get("kind").stringValue()).isEqualTo("CUSTOMER");
            assertThat(only.get("peer").isNull()).isTrue();
            assertThat(only.get("faces").isEmpty()).isTrue();
            assertThat(synced.toString()).doesNotContain("安").doesNotContain("客人");

            phone.send("{'t':'pull','id':2,'conversation':" + thread + ",'after':0,'limit':10}");
            assertThat(phone.next("entries").get("items").size()).isEqualTo(1);
        }
    }

    @Test
    void aBrowserNamesItsTokenAmongTheSubprotocols() {
        WebSocket socket = HttpClient.newHttpClient()
                .newWebSocketBuilder()
                .subprotocols("qiao.visit", "bearer." + guest.token())
                .header("Origin", "https://shop.example.com")
                .buildAsync(sockets.address(guest), new WebSocket.Listener() {})
                .join();
        assertThat(socket.getSubprotocol()).isEqualTo("qiao.visit");
        socket.abort();
    }

    @Test
    void blockingAndForgettingCloseTheSocket() {
        TestUser tablet = new TestUser(org.id(), 0, guest.id(), given.guestSession(org.id(), guest.id()));
        try (TestSocket phone = sockets.open(guest);
                TestSocket other = sockets.open(tablet)) {
            guests.setEnabled(org.id(), guest.id(), false);
            assertThat(phone.closeCode()).isEqualTo(CloseCode.DISABLED.code());
            assertThat(other.closeCode()).isEqualTo(CloseCode.DISABLED.code());
        }
        guests.setEnabled(org.id(), guest.id(), true);
        try (TestSocket phone = sockets.open(guest)) {
            phone.settled();
            guests.revokeAll(org.id(), guest.id());
            assertThat(phone.closeCode()).isEqualTo(CloseCode.NOT_SIGNED_IN.code());
        }
    }

    @Test
    void aCustomerWhoFloodsIsSlowedDown() {
        try (TestSocket phone = sockets.open(guest)) {
            for (int i = 0; i < 40; i++) {
                phone.send(text("f" + i, "k" + i, "x"));
            }
            assertThat(phone.next("error").get("code").stringValue()).endsWith("too_fast");
        }
    }

    private List<JsonNode> collect(TestSocket socket, String type, long seq) {
        List<JsonNode> frames = new ArrayList<>();
        while (true) {
            JsonNode frame = socket.next();
            frames.add(frame);
            if (frame.get("t").stringValue().equals(type)
                    && frame.get("entry").get("seq").longValue() == seq) {
                return frames;
            }
        }
    }

    private String text(String id, String key, String text) {
        return "{'t':'send','id':'" + id + "','conversation':" + thread + ",'key':'" + key
                + "','kind':'TEXT','body':{'text':'" + text + "'}}";
    }
}
