package org.qiao.form;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Values as nobody would fill them in: mostly right, sometimes of another field, sometimes nothing at all. */
final class RandomValues {

    private static final List<String> TEXTS = List.of(
            "",
            " ",
            "x",
            "  a  b ",
            "e\u200b\u0301",
            "\u202ee\u0301",
            "\ud83d\udc68\u200d\ud83d\udc69",
            "a\u0007b",
            "line\r\nline\rline",
            "１２３",
            "0",
            "-0.00",
            "12.5",
            "0012.500",
            "1000",
            "99999999999999999999",
            "a",
            "b",
            "2026-11-27",
            "2026-12-30 AM",
            "2026-11-27T09:30",
            "+8613800138000",
            "138-0013-8000",
            "11010519491231002x");
    private static final List<String> PARTS = List.of(
            "{'from':'2026-11-27 AM','to':'2026-12-03 PM','length':'1'}",
            "{'from':'2026-11-27T09:00','to':'2026-11-29T08:20'}",
            "{'lat':'1.123456789','lng':-7.5,'name':' x ','accuracy':3.7,'device':{'lat':1.1234567,'lng':-7.5}}",
            "{'name':' Li ','company':'X','phone':'13800138000'}",
            "[1]",
            "[2,1,2,3]",
            "['x','y','x']",
            "[5,6]",
            "[]",
            "{}",
            "3",
            "5",
            "99",
            "true",
            "null",
            "12.50");

    private final Random random;

    RandomValues(Random random) {
        this.random = random;
    }

    ObjectNode of(FormSchema schema) {
        ObjectNode values = JsonNodeFactory.instance.objectNode();
        for (Field field : schema.fields()) {
            if (random.nextInt(4) > 0) {
                values.set(field.key(), field.kind() instanceof FieldKind.Table table ? rows(table) : value());
            }
        }
        return values;
    }

    private JsonNode rows(FieldKind.Table table) {
        ArrayNode rows = JsonNodeFactory.instance.arrayNode();
        IntStream.range(0, random.nextInt(4)).forEach(_ -> rows.add(of(new FormSchema(table.columns()))));
        return rows;
    }

    private JsonNode value() {
        return random.nextBoolean()
                ? JsonNodeFactory.instance.stringNode(TEXTS.get(random.nextInt(TEXTS.size())))
                : JsonMapper.shared()
                        .readTree(PARTS.get(random.nextInt(PARTS.size())).replace('\'', '"'));
    }
}
