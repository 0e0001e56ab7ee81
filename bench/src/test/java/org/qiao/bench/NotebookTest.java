package org.qiao.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.qiao.bench.Sighting.Way;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The duties of a client, frame by frame: the device of person 17 in conversation 5. */
class NotebookTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Books books = new Books();
    private final Notebook notebook = new Notebook(0, 17, books, false);

    @BeforeEach
    void begin() {
        welcome(1, false);
        notebook.beginSync();
        assertThat(notebook.synced(synced(1, 1, entry(1, 23, "a")))).isNull();
    }

    private static JsonNode json(String text) {
        return JSON.readTree(text.replace('\'', '"'));
    }

    private void welcome(int era, boolean resumed) {
        notebook.welcome(json("{'t':'welcome','resumed':" + resumed + ",'era':" + era + "}"));
    }

    private static String entry(long seq, long sender, String key) {
        return "{'seq':" + seq + ",'no':" + seq + ",'kind':'TEXT','sender':" + sender + ",'key':'" + key
                + "','target':null,'recalledBy':null,'body':{'text':'t'}}";
    }

    private static JsonNode synced(long from, long head, String entries) {
        return json(
                "{'era':1,'full':true,'cursor':'9','personal':[],'personalSeq':3,'next':null,'conversations':[{'id':5,"
                        + "'seq':" + head + ",'messageNo':" + head + ",'readSeq':0,'readNo':0,'fromSeq':" + from
                        + ",'entries':["
                        + entries + "]}]}");
    }

    private void pushed(long seq, long sender, String key) {
        notebook.entry(json("{'conversation':5,'entry':" + entry(seq, sender, key) + ",'head':{'seq':" + seq + ",'no':"
                + seq + "}}"));
    }

    private void pulled(long from, long head, String entries) {
        notebook.entries(
                json("{'conversation':5,'fromSeq':" + from + ",'head':" + head + ",'items':[" + entries + "]}"));
    }

    private void changed(long seq, String kind) {
        notebook.personal(json("{'seq':" + seq + ",'kind':'" + kind + "','conversation':5,'data':{}}"));
    }

    private List<Way> ways() {
        return books.close(Map.of(), List.of(), List.of()).sightings().stream()
                .map(Sighting::way)
                .toList();
    }

    @Test
    void appliesInOrderAndDropsWhatItHas() {
        pushed(2, 23, "b");
        pushed(2, 23, "b");

        assertThat(ways()).containsExactly(Way.FETCHED, Way.LIVE, Way.AGAIN);
        assertThat(notebook.holdings().getFirst().unread()).isEqualTo(2);
    }

    @Test
    void pullsOverAHole() {
        pushed(4, 23, "d");
        assertThat(notebook.takeWanted()).isEqualTo(Map.of(5L, 1L));

        pulled(1, 4, entry(2, 23, "b") + "," + entry(3, 23, "c"));
        assertThat(notebook.takeWanted()).as("the head was not reached").isEqualTo(Map.of(5L, 3L));
        pulled(1, 4, entry(4, 23, "d"));

        assertThat(notebook.isWanting()).isFalse();
        assertThat(notebook.holdings().getFirst().last()).isEqualTo(4);
    }

    @Test
    void whoWritesHasRead() {
        pushed(2, 17, "mine");

        assertThat(notebook.holdings().getFirst().unread()).isZero();
        assertThat(notebook.lastOwn(5)).isEqualTo(2);
    }

    @Test
    void forgetsWhatItIsRemovedFromAndBeginsAnewWhenItIsBack() {
        changed(4, "CONVERSATION_REMOVED");
        assertThat(notebook.holdings()).isEmpty();
        assertThat(notebook.former()).containsExactly(5L);

        changed(5, "CONVERSATION_ADDED");
        assertThat(notebook.takeWanted()).isEqualTo(Map.of(5L, 0L));
        pulled(7, 7, entry(7, 23, "g"));

        assertThat(notebook.holdings().getFirst().from()).isEqualTo(7);
        assertThat(notebook.holdings().getFirst().unread()).isEqualTo(1);
    }

    @Test
    void anOlderListDoesNotBringBackWhatWasTakenAway() {
        changed(4, "CONVERSATION_REMOVED");
        notebook.beginSync();
        notebook.synced(synced(1, 1, entry(1, 23, "a")));

        assertThat(notebook.holdings()).isEmpty();
    }

    @Test
    void tellsItsMarkAgainWhenTheServerHasForgottenIt() {
        assertThat(notebook.readAll(5)).isEqualTo(1);
        notebook.beginSync();
        notebook.synced(synced(1, 1, ""));

        assertThat(notebook.takeUnmarked()).isEqualTo(Map.of(5L, 1L));
    }

    @Test
    void forgetsEverythingInANewEra() {
        assertThat(notebook.position()).contains("\"cursor\":\"9\"");

        welcome(2, false);

        assertThat(notebook.holdings()).isEmpty();
        assertThat(notebook.position()).isEmpty();
        assertThat(ways()).contains(Way.FORGOT);
    }
}
