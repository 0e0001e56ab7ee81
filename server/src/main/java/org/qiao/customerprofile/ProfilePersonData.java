package org.qiao.customerprofile;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.qiao.customer.Person;
import org.qiao.customer.PersonData;
import org.qiao.customer.PersonExport;
import org.qiao.form.Field;
import org.qiao.form.FormNames;
import org.qiao.form.FormSchema;
import org.qiao.form.FormTexts;
import org.qiao.form.FormValues;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Tags, stage and attributes. */
@Component
class ProfilePersonData implements PersonData {

    private final ProfilePersonStore store;
    private final PersonStore people;
    private final ProfileRules rules;

    ProfilePersonData(ProfilePersonStore store, PersonStore people, ProfileRules rules) {
        this.store = store;
        this.people = people;
        this.rules = rules;
    }

    @Override
    public String name() {
        return "customerprofile";
    }

    @Override
    public void export(Person person, PersonExport out) {
        List<String> tags = store.tags(person);
        if (!tags.isEmpty()) {
            out.row("tags", Map.of("tags", tags));
        }
        ProfileSettings settings = rules.get(person.orgId());
        people.findAll(person.orgId(), person.ids()).forEach(known -> {
            Map<String, Object> row = new HashMap<>();
            row.put("stage", stage(settings, known.stage(), out.locale()));
            row.put("reason", known.lostReason());
            if (known.stageAt() != null) {
                row.put("at", known.stageAt());
            }
            out.row("stage", row);
            Map<String, String> attributes = attributes(settings.attributes(), known.attributes(), out.locale());
            if (!attributes.isEmpty()) {
                out.row("attributes", attributes);
            }
        });
    }

    private static String stage(ProfileSettings settings, String key, Locale locale) {
        return settings.stages().stream()
                .filter(stage -> stage.key().equals(key))
                .findFirst()
                .map(ProfileWords.of(locale)::stage)
                .orElse(key);
    }

    /** By the names that the company gave them. */
    private static Map<String, String> attributes(FormSchema form, FormValues values, Locale locale) {
        ObjectNode known = JsonNodeFactory.instance.objectNode();
        form.fields().forEach(field -> values.find(field.key()).ifPresent(value -> known.set(field.key(), value)));
        Map<String, String> labels = new HashMap<>();
        form.fields().forEach(field -> labels.put(field.key(), field.label()));
        Map<String, String> shown = new LinkedHashMap<>();
        FormTexts.summary(
                        new FormTexts.Filled(form, FormValues.of(known)),
                        form.fields().stream().map(Field::key).toList(),
                        locale,
                        FormNames.NONE)
                .forEach(line -> shown.put(labels.getOrDefault(line.key(), line.key()), line.text()));
        return shown;
    }

    @Override
    @Transactional
    public boolean erase(Person person) {
        store.erase(person);
        return true;
    }
}
