package org.qiao.approvaltemplate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.qiao.testing.TestBrowser;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** An editor at work, as the tests of this module need him. */
final class TemplateDesk {

    static final String PATH = "/api/admin/approval-templates";

    private final TestBrowser browser;

    TemplateDesk(TestBrowser browser) {
        this.browser = browser;
    }

    static JsonNode json(String text) {
        return JsonMapper.shared().readTree(text.replace('\'', '"'));
    }

    TestBrowser browser() {
        return browser;
    }

    List<JsonNode> list() {
        return browser.get(PATH).json().get("items").valueStream().toList();
    }

    long create(String name) {
        Map<String, Object> body = new HashMap<>(Map.of("name", name, "icon", "form"));
        TestBrowser.Reply reply = browser.post(PATH, body);
        assertThat(reply.status()).as(reply.text()).isEqualTo(201);
        return reply.json().get("id").asLong();
    }

    JsonNode draft(long id) {
        return browser.get(PATH + "/" + id + "/draft").json();
    }

    /** The draft's content with one part replaced. */
    Map<String, Object> content(long id, String part, Object value) {
        Map<String, Object> content = new HashMap<>();
        draft(id).get("content").properties().forEach(each -> content.put(each.getKey(), each.getValue()));
        content.put(part, value);
        return content;
    }

    TestBrowser.Reply save(long id, Map<String, Object> content) {
        return browser.put(
                PATH + "/" + id + "/draft",
                Map.of("revision", draft(id).get("revision").asInt(), "content", content));
    }

    TestBrowser.Reply publish(long id) {
        return browser.post(
                PATH + "/" + id + "/publish",
                Map.of("revision", draft(id).get("revision").asInt()));
    }

    /** A published template with one text field. */
    long published(String name) {
        long id = create(name);
        assertThat(save(id, content(id, "form", json("{'fields':[{'key':'what','kind':'TEXT','label':'What'}]}")))
                        .status())
                .isEqualTo(200);
        TestBrowser.Reply reply = publish(id);
        assertThat(reply.status()).as(reply.text()).isEqualTo(200);
        return id;
    }

    static List<String> errors(JsonNode errors) {
        return errors.valueStream()
                .map(error -> error.get("part").stringValue()
                        + " " + error.get("field").stringValue()
                        + " " + error.get("code").stringValue())
                .toList();
    }
}
