package org.qiao.sample;

import java.io.ByteArrayInputStream;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.qiao.account.Guests;
import org.qiao.customergroup.GroupAccess;
import org.qiao.customergroup.GroupDoor;
import org.qiao.file.Files;
import org.qiao.messaging.Draft;
import org.qiao.messaging.Messages;
import org.qiao.platform.Actor;
import org.qiao.platform.Past;
import org.qiao.platform.Problem;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Plays the steps of a script, each in the name of a person and at its time. In texts and bodies {@code <…>} stands for an id of
 * {@link SampleNames}, or for {@code <file:poster-snow:雪山.jpg>} an upload of whoever acts, {@code <in:+2 15:00>} a moment so many days from
 * today, {@code <day:+5>} such a day.
 */
@Component
class SampleScript {

    private static final Pattern PLACE = Pattern.compile("<([^<>]+)>");
    private static final String AGO = "now-";

    private final Doors doors;
    private final Guests guests;
    private final Files files;
    private final Messages messages;
    private final GroupDoor door;
    private final GroupAccess access;

    SampleScript(Doors doors, Guests guests, Files files, Messages messages, GroupDoor door, GroupAccess access) {
        this.doors = doors;
        this.guests = guests;
        this.files = files;
        this.messages = messages;
        this.door = door;
        this.access = access;
    }

    void play(SampleScene scene, SampleNames names, List<SampleStep> steps) {
        for (int i = 0; i < steps.size(); i++) {
            SampleStep step = steps.get(i);
            String key = "sample-" + i;
            Stage stage = new Stage(scene, names, actor(scene, names, step.by()));
            if (step.at() == null) {
                play(stage, step, key);
            } else {
                Past.at(at(scene, step.at()), () -> play(stage, step, key));
            }
        }
    }

    /** Who acts where. */
    private record Stage(SampleScene scene, SampleNames names, Actor actor) {}

    private void play(Stage stage, SampleStep step, String key) {
        if (step.say() != null) {
            long place = Long.parseLong(text(stage, Objects.requireNonNull(step.in())));
            messages.importAndWait(
                    stage.actor(), Draft.text(place, key, text(stage, step.say())), at(stage.scene(), step.at()));
            return;
        }
        if (step.join() != null) {
            join(stage, step);
            return;
        }
        if (step.refused() != null) {
            refused(stage, step);
            return;
        }
        JsonNode before = step.unless() == null ? null : doors.call(stage.actor(), text(stage, step.unless()), null);
        JsonNode answer = before != null && !isEmpty(before)
                ? before
                : doors.call(
                        stage.actor(), text(stage, Objects.requireNonNull(step.door())), filled(stage, step.body()));
        if (step.learn() != null) {
            stage.names().learn(step.learn(), answer);
        }
        if (step.label() != null) {
            stage.names()
                    .put(
                            step.learn() + ".code:" + step.label(),
                            answer.path("code").stringValue());
        }
    }

    private void join(Stage stage, SampleStep step) {
        long group = Long.parseLong(text(stage, Objects.requireNonNull(step.join())));
        long code = Long.parseLong(text(stage, Objects.requireNonNull(step.code())));
        Actor customer = stage.actor();
        if (!access.isCustomerOf(customer.orgId(), group, customer.principalId())) { // who has left since stays away
            door.join(customer.orgId(), group, new GroupDoor.Expected(customer.principalId(), code, null, ""));
        }
    }

    private void refused(Stage stage, SampleStep step) {
        try {
            doors.call(stage.actor(), text(stage, Objects.requireNonNull(step.door())), filled(stage, step.body()));
        } catch (Problem problem) {
            if (!problem.code().equals(step.refused())) {
                throw problem;
            }
        }
    }

    private static boolean isEmpty(JsonNode list) {
        return list.has("items") ? list.path("items").isEmpty() : list.isEmpty();
    }

    Actor actor(SampleScene scene, SampleNames names, String by) {
        SampleOrg org = scene.org();
        if (by.startsWith("c:")) {
            return guests.actor(org.orgId(), names.id(by));
        }
        long id = by.startsWith("#") ? Long.parseLong(by.substring(1)) : names.id(by);
        return id == org.owner().principalId() ? org.owner() : org.actor(id);
    }

    /** Moments in the order of the script are never the same: the log has to keep it. */
    static Instant at(SampleScene scene, @Nullable String written) {
        return written != null && written.startsWith(AGO)
                ? scene.now().minus(Duration.ofMinutes(Long.parseLong(written.substring(AGO.length()))))
                : scene.at(written);
    }

    private @Nullable JsonNode filled(Stage stage, @Nullable JsonNode written) {
        JsonNodeFactory nodes = JsonNodeFactory.instance;
        if (written instanceof ObjectNode object) {
            ObjectNode made = nodes.objectNode();
            object.properties().forEach(entry -> made.set(entry.getKey(), filled(stage, entry.getValue())));
            return made;
        }
        if (written instanceof ArrayNode array) {
            ArrayNode made = nodes.arrayNode();
            array.forEach(each -> made.add(filled(stage, each)));
            return made;
        }
        if (written == null || !written.isString()) {
            return written;
        }
        Matcher whole = PLACE.matcher(written.stringValue());
        String text = text(stage, written.stringValue());
        boolean number = whole.matches() && text.matches("\\d+");
        return number ? nodes.numberNode(Long.parseLong(text)) : nodes.stringNode(text);
    }

    private String text(Stage stage, String written) {
        return PLACE.matcher(written).replaceAll(place -> Matcher.quoteReplacement(meant(stage, place.group(1))));
    }

    private String meant(Stage stage, String place) {
        if (place.startsWith("file:")) {
            String[] parts = place.split(":", 3);
            byte[] content = stage.scene().makings().picture(parts[1]);
            return Long.toString(files.store(stage.actor(), parts[2], new ByteArrayInputStream(content))
                    .id());
        }
        if (place.startsWith("in:")) {
            int space = place.indexOf(' ');
            LocalDate day = day(stage.scene(), place.substring(3, space));
            return day.atTime(LocalTime.parse(place.substring(space + 1)))
                    .atZone(stage.scene().org().owner().zone())
                    .toInstant()
                    .toString();
        }
        return place.startsWith("day:")
                ? day(stage.scene(), place.substring(4)).toString()
                : Long.toString(stage.names().id(place));
    }

    private static LocalDate day(SampleScene scene, String days) {
        return scene.now().atZone(scene.org().owner().zone()).toLocalDate().plusDays(Long.parseLong(days));
    }
}
