package org.qiao.visit;

import java.util.HashMap;
import java.util.Map;
import org.qiao.testing.TestBrowser;
import org.qiao.testing.TestBrowser.Reply;
import org.qiao.testing.TestOrg;
import org.qiao.testing.TestUser;
import tools.jackson.databind.JsonNode;

/** How a customer's page comes in. */
final class VisitScene {

    private VisitScene() {}

    /** @param more of the request beside his consent and language */
    static Reply open(TestBrowser browser, String way, Map<String, Object> more) {
        Map<String, Object> body = new HashMap<>(Map.of("consent", 1, "locale", "zh"));
        body.putAll(more);
        return browser.post("/api/visit/ways/" + way + "/opens", body);
    }

    /** Whom an opening has given its token. */
    static TestUser guest(TestOrg org, Reply opened) {
        JsonNode view = opened.json();
        return new TestUser(
                org.id(),
                0,
                view.path("me").path("id").asLong(),
                view.path("token").asString());
    }
}
