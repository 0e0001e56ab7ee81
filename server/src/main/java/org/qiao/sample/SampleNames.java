package org.qiao.sample;

import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What things of the sample are called: people by their key, everything else by a prefix and what is written on it. After
 * {@code learn("tag", …)} the tag 亲子游 is "tag:亲子游"; the conversation of a group is "group.chat:…", the code of a way "way.code:…". Of a
 * customer's line in a list there are "c:" (he himself), "r:" (the relation), "t:" (the thread) and "s:" (who serves him) with his name.
 */
final class SampleNames {

    private final Map<String, Long> ids;
    private final Map<String, String> words = new HashMap<>();

    SampleNames(Map<String, Long> people) {
        this.ids = new HashMap<>(people);
    }

    long id(String name) {
        return SampleOrg.require(ids, name);
    }

    String word(String name) {
        return SampleOrg.require(words, name);
    }

    void put(String name, String word) {
        words.put(name, word);
    }

    void put(String name, long id) {
        ids.put(name, id);
    }

    /** Remembers everything in an answer that has an id and a name. */
    void learn(String prefix, JsonNode answer) {
        if (answer instanceof ObjectNode object) {
            learnOne(prefix, object);
        }
        answer.forEach(child -> learn(prefix, child));
    }

    private void learnOne(String prefix, ObjectNode object) {
        String label = Stream.of("number", "title", "name")
                .map(field -> object.path(field).asString(""))
                .filter(text -> !text.isBlank())
                .findFirst()
                .orElse("");
        put(prefix + ":" + label, object.path("id"));
        put(prefix + ".chat:" + label, object.path("conversationId"));
        put(prefix + ".version:" + label, object.path("version"));
        put(prefix + ":post", object.path("postId"));
        put(prefix + ":moment", object.path("momentId"));
        put(prefix + ":seq", object.path("seq"));
        put(prefix + ":open", object.path("openId"));
        if (object.path("code").isString()) {
            put(prefix + ".code:" + label, object.path("code").stringValue());
        }
        JsonNode relation = object.path("relation");
        String customer = object.path("customer").path("name").asString("");
        if (relation.isObject()) {
            put("c:" + customer, object.path("customer").path("id"));
            put("r:" + customer, relation.path("id"));
            put("t:" + customer, relation.path("conversationId"));
            put("s:" + customer, relation.path("member").path("id"));
        }
    }

    private void put(String name, JsonNode id) {
        if (id.isIntegralNumber()) {
            ids.put(name, id.longValue());
        }
    }
}
