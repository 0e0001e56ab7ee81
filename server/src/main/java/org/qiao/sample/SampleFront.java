package org.qiao.sample;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.qiao.directory.MemberChanges;
import org.qiao.directory.MemberState;
import org.qiao.platform.Past;
import org.qiao.reminder.Reminder;
import org.qiao.reminder.ReminderTime;
import org.qiao.reminder.Reminders;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/**
 * The company's boundary: what it offers, its codes, its customers and what is done for them. In the caller's transaction; what can only be done
 * after it (conversations in groups, mass messages) is ordered here as a reminder, which survives whatever happens, and done by
 * {@link SampleSequel}.
 */
@Component
class SampleFront {

    static final String TOPIC = "sample";

    private final SampleTexts texts;
    private final SampleScript script;
    private final SampleCustomers customers;
    private final MemberChanges changes;
    private final Reminders reminders;

    SampleFront(
            SampleTexts texts,
            SampleScript script,
            SampleCustomers customers,
            MemberChanges changes,
            Reminders reminders) {
        this.texts = texts;
        this.script = script;
        this.customers = customers;
        this.changes = changes;
        this.reminders = reminders;
    }

    /** So many of the dialogues are the customers'. */
    int talks() {
        return texts.customers().stream().mapToInt(SampleCustomer::talks).sum();
    }

    void write(SampleScene scene, List<Dialogue> dialogues) {
        SampleNames names = new SampleNames(scene.org().ids());
        List<SampleStep> shop = texts.steps("shop.json");
        script.play(scene, names, shop);
        customers.write(scene, names, texts.customers(), dialogues, welcomes(shop));
        leave(scene);
        order(scene.org().orgId(), scene.org().owner().principalId(), 1, scene.now());
    }

    private static Map<String, String> welcomes(List<SampleStep> steps) {
        Map<String, String> found = new HashMap<>();
        for (SampleStep step : steps) {
            JsonNode body = step.body();
            if (body != null) {
                String way = step.label() == null ? body.path("title").asString("") : step.label();
                JsonNode welcome = body.path("content").path("welcome");
                JsonNode said = welcome.isObject() ? welcome : body.path("welcome");
                found.put(way, said.path("text").asString(""));
            }
        }
        return found;
    }

    /** Whoever has left did so after he had served customers. */
    private void leave(SampleScene scene) {
        texts.company().people().stream()
                .filter(person -> person.state() == MemberState.LEFT)
                .forEach(person -> Past.at(
                        scene.at("-1 18:00"),
                        () -> changes.setState(scene.org().owner(), scene.org().id(person.key()), MemberState.LEFT)));
    }

    /** In the caller's transaction. */
    void order(long orgId, long ownerId, int attempt, Instant at) {
        String key = TOPIC + ":sequel:" + ownerId + ":" + attempt;
        reminders.set(orgId, Reminder.of(TOPIC, key, new ReminderTime.At(at)));
    }
}
