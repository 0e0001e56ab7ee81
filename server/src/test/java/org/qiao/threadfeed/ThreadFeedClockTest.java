package org.qiao.threadfeed;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.qiao.customer.CustomerRelation;
import org.qiao.testing.Await;
import org.qiao.testing.Crm;
import org.qiao.testing.Given;
import org.qiao.testing.QiaoTest;
import org.qiao.testing.TestBrowser;
import org.qiao.testing.TestOrg;
import org.qiao.testing.TestUser;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.client.RestTestClient;

@QiaoTest
class ThreadFeedClockTest {

    @Autowired
    RestTestClient http;

    @Autowired
    Given given;

    @Autowired
    Crm crm;

    @Autowired
    Picky picky;

    @Test
    void whatALaneCannotBearKeepsNoOtherThreadFromItsTurn() {
        TestOrg org = given.org();
        picky.listenTo(org.id());
        TestUser seller = org.user("销售");
        TestUser one = crm.guest(org, "张女士");
        TestUser other = crm.guest(org, "李先生");
        CustomerRelation bad = crm.serve(one, seller);
        CustomerRelation good = crm.serve(other, seller);

        say(one, bad, Picky.WORD);
        say(other, good, "还有货吗");

        Await.until(() -> picky.hasHeard("还有货吗"));
        say(one, bad, "在吗");
        Await.until(() -> picky.hasHeard("在吗"));
    }

    private void say(TestUser guest, CustomerRelation relation, String text) {
        Map<String, Object> message =
                Map.of("key", Integer.toHexString(text.hashCode()), "kind", "TEXT", "body", Map.of("text", text));
        String path = "/api/visit/conversations/" + Objects.requireNonNull(relation.conversationId()) + "/messages";
        assertThat(new TestBrowser(http).signedIn(guest).post(path, message).status())
                .isBetween(200, 201);
    }
}
