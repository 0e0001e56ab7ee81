package org.qiao.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.qiao.messaging.EntryKind;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class CommandParserTest {

    /** Every command with good fields; in a value, a field's name leads to whether it may be left out. */
    private static final Map<String, Map<String, String>> GOOD = Map.of(
            "send",
            Map.of("id", "1", "conversation", "5", "key", "'k'", "kind", "'TEXT'", "body", "{'text':'hi'}"),
            "recall",
            Map.of("id", "1", "conversation", "5", "key", "'k'", "target", "3"),
            "read",
            Map.of("id", "1", "conversation", "5", "seq", "3"),
            "sync",
            Map.of("id", "1", "era", "1", "cursor", "'9'", "personal", "2", "after", "'x'", "tail", "100"),
            "pull",
            Map.of("id", "1", "conversation", "5", "after", "3", "before", "9", "limit", "50"),
            "typing",
            Map.of("id", "1", "conversation", "5"),
            "ping",
            Map.of("id", "1"));

    private static final List<String> OPTIONAL = List.of(
            "read.id",
            "typing.id",
            "ping.id",
            "sync.era",
            "sync.cursor",
            "sync.personal",
            "sync.after",
            "sync.tail",
            "pull.after",
            "pull.before",
            "pull.limit");

    private static final Map<String, String> WRONG = Map.of(
            "a fraction", "1.5",
            "an exponent", "1e3",
            "an array", "[1]",
            "true", "true",
            "beyond 64 bits", "9223372036854775808",
            "beyond JavaScript", "9007199254740992",
            "half a surrogate", "'\\ud800'",
            "a NUL", "'a\\u0000'");

    private final CommandParser parser = new CommandParser(new Binder(new MapConfigurationPropertySource(Map.of()))
            .bindOrCreate("qiao.gateway", GatewaySettings.class));

    @Test
    void aGoodFrameOfEachCommandIsUnderstood() {
        GOOD.forEach((command, fields) ->
                assertThat(parse(frame(command, fields))).as(command).isNotInstanceOf(Command.Invalid.class));

        assertThat(parse(frame("send", GOOD.get("send")))).isInstanceOfSatisfying(Command.Send.class, send -> {
            assertThat(send.id()).isEqualTo(1L);
            assertThat(send.conversation()).isEqualTo(5);
            assertThat(send.kind()).isEqualTo(EntryKind.TEXT);
            assertThat(send.body().text()).isEqualTo("hi");
        });
    }

    static Stream<Arguments> wrongTypes() {
        List<Arguments> cases = new ArrayList<>();
        GOOD.forEach((command, fields) -> fields.keySet()
                .forEach(field -> WRONG.forEach((what, value) -> {
                    boolean fineAsText =
                            value.startsWith("'") && field.equals("id"); // echoed as it came, encoded again
                    if (!fineAsText) {
                        cases.add(Arguments.of(command, field, what, value));
                    }
                })));
        return cases.stream();
    }

    @ParameterizedTest(name = "{0}.{1} = {2}")
    @MethodSource("wrongTypes")
    void aWrongTypeIsNamedAndNothingIsConverted(String command, String field, String what, String value) {
        assertInvalid(frame(command, with(command, field, value)), field);
    }

    static Stream<Arguments> fields() {
        return GOOD.entrySet().stream()
                .flatMap(command ->
                        command.getValue().keySet().stream().map(field -> Arguments.of(command.getKey(), field)));
    }

    @ParameterizedTest(name = "{0}.{1}")
    @MethodSource("fields")
    void aMissingFieldIsNamedUnlessItIsOptional(String command, String field) {
        Map<String, String> fields = new LinkedHashMap<>(GOOD.get(command));
        fields.remove(field);

        if (OPTIONAL.contains(command + "." + field)) {
            assertThat(parse(frame(command, fields))).isNotInstanceOf(Command.Invalid.class);
        } else {
            assertInvalid(frame(command, fields), field);
        }
    }

    @ParameterizedTest(name = "{0}.{1}")
    @MethodSource("fields")
    void nullMeansLeftOutExceptForTheId(String command, String field) {
        String frame = frame(command, with(command, field, "null"));

        if (OPTIONAL.contains(command + "." + field) && !field.equals("id")) {
            assertThat(parse(frame)).isNotInstanceOf(Command.Invalid.class);
        } else {
            assertInvalid(frame, field);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "5",
                "'text'",
                "[]",
                "null",
                "{'text':5}",
                "{'text':true}",
                "{'text':1.5}",
                "{'text':{}}",
                "{'text':['a']}",
                "{'text':'\\udc00'}",
                "{'text':'a\\u0000b'}",
                "{'text':'\\ud83d\\ud83d'}",
                "{'x':'\\ud800'}",
                "{'mentions':5}",
                "{'mentions':['5']}",
                "{'mentions':[1.5]}",
                "{'mentions':[[1]]}",
                "{'mentions':[{}]}",
                "{'mentionAll':1}",
                "{'mentionAll':'true'}",
                "{'mentionAll':'yes'}",
                "{'replyTo':'5'}",
                "{'replyTo':1.5}",
                "{'replyTo':true}",
                "{'replyTo':9223372036854775808}",
                "{'file':5}",
                "{'file':[]}",
                "{'file':{'id':'5'}}",
                "{'file':{'id':null}}",
                "{'file':{}}"
            })
    void aBodyOfTheWrongShapeIsRefused(String body) {
        assertInvalid(frame("send", with("send", "body", body)), "body");
    }

    @ParameterizedTest
    @ValueSource(strings = {"''", "'a b'", "'钥匙'", "'a/b'", "'\\n'"})
    void aKeyHasItsAlphabet(String key) {
        assertInvalid(frame("send", with("send", "key", key)), "key");
        assertInvalid(frame("send", with("send", "key", "'" + "k".repeat(65) + "'")), "key");
        assertThat(parse(frame("send", with("send", "key", "'" + "k".repeat(64) + "'"))))
                .isInstanceOf(Command.Send.class);
    }

    @Test
    void aTailHoldsOneToAHundredEntries() {
        assertThat(parse(frame("sync", GOOD.get("sync"))))
                .isInstanceOfSatisfying(
                        Command.Sync.class, sync -> assertThat(sync.tail()).isEqualTo(100));
        for (String beyond : List.of("0", "-1", "101", "9007199254740991", "'5'")) {
            assertInvalid(frame("sync", with("sync", "tail", beyond)), "tail");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"'RECALL'", "'SYSTEM'", "'text'", "''", "'TEXT '"})
    void onlyMessagesAreSent(String kind) {
        assertInvalid(frame("send", with("send", "kind", kind)), "kind");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {"{'t':'fly','id':7}", "{'t':'','id':7}", "{'t':'PING','id':7}", "{'t':'welcome','id':7}"})
    void anUnknownCommandIsAnsweredWithItsId(String frame) {
        assertThat(parse(frame)).isInstanceOfSatisfying(Command.Invalid.class, invalid -> {
            assertThat(invalid.problem()).isEqualTo(GatewayProblem.UNKNOWN_COMMAND);
            assertThat(invalid.id()).isEqualTo(7L);
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{'t':5}", "{'t':null}", "{'t':['ping']}", "{'t':{'t':'ping'}}"})
    void aCommandHasAName(String frame) {
        assertInvalid(frame, "t");
    }

    @Test
    void whatANewerClientAddsIsSkipped() {
        assertThat(parse("{'future':{'deep':[1,{'x':'y'}]},'t':'ping','id':'a'}"))
                .isEqualTo(new Command.Ping("a"));
    }

    private Command parse(String frame) {
        return parser.parse(frame.replace('\'', '"').getBytes(StandardCharsets.UTF_8));
    }

    private void assertInvalid(String frame, String field) {
        assertThat(parse(frame)).as(frame).isInstanceOfSatisfying(Command.Invalid.class, invalid -> {
            assertThat(invalid.problem()).isEqualTo(GatewayProblem.INVALID_COMMAND);
            assertThat(invalid.field()).isEqualTo(field);
        });
    }

    private static Map<String, String> with(String command, String field, String value) {
        Map<String, String> fields = new LinkedHashMap<>(GOOD.get(command));
        fields.put(field, value);
        return fields;
    }

    private static String frame(String command, Map<String, String> fields) {
        StringBuilder frame = new StringBuilder("{'t':'" + command + "'");
        fields.forEach(
                (name, value) -> frame.append(",'").append(name).append("':").append(value));
        return frame.append('}').toString();
    }
}
