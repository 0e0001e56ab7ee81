package org.qiao.sample;

import java.time.LocalDate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Values of forms as they are written in the sample: "{xu.jia}" is a person, "{-3}" a working day back, "{+5}" so many days from today. */
final class SampleValues {

    private static final Pattern DAY = Pattern.compile("\\{([+-]\\d+)}");
    private static final Pattern PERSON = Pattern.compile("\\{([a-z.]+)}");

    private final SampleOrg org;
    private final SampleCalendar calendar;
    private final LocalDate today;

    SampleValues(SampleOrg org, SampleCalendar calendar, LocalDate today) {
        this.org = org;
        this.calendar = calendar;
        this.today = today;
    }

    JsonNode of(JsonNode written) {
        JsonNodeFactory nodes = JsonNodeFactory.instance;
        if (written instanceof ObjectNode object) {
            ObjectNode made = nodes.objectNode();
            object.properties().forEach(entry -> made.set(entry.getKey(), of(entry.getValue())));
            return made;
        }
        if (written instanceof ArrayNode array) {
            ArrayNode made = nodes.arrayNode();
            array.forEach(each -> made.add(of(each)));
            return made;
        }
        if (!written.isString()) {
            return written;
        }
        Matcher person = PERSON.matcher(written.stringValue());
        return person.matches()
                ? nodes.numberNode(org.id(person.group(1)))
                : nodes.stringNode(DAY.matcher(written.stringValue()).replaceAll(day -> day(day.group(1))));
    }

    private String day(String way) {
        int days = Integer.parseInt(way);
        return (way.startsWith("-") ? calendar.day(-days) : today.plusDays(days)).toString();
    }
}
