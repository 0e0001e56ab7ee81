package org.qiao.customerprofile;

import java.time.Clock;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.qiao.customer.CustomerRelation;
import org.qiao.customerprofile.PersonStore.Person;
import org.qiao.form.DayCounter;
import org.qiao.form.Filling;
import org.qiao.form.FormCheck;
import org.qiao.form.FormSchema;
import org.qiao.form.FormValues;
import org.qiao.form.Forms;
import org.qiao.form.RelatedApprovals;
import org.qiao.platform.Actor;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.node.ObjectNode;

/** For modules that bring customers in: what the words of a sheet mean here, and writing it down. */
@Service
public class ImportedProfiles {

    private static final Filling FILLING = Filling.fresh(DayCounter.WEEKDAYS, RelatedApprovals.NONE);

    private final ProfileRules rules;
    private final TagStore tags;
    private final CustomerTags tagging;
    private final PersonStore people;
    private final Forms forms;
    private final Clock clock;

    ImportedProfiles(
            ProfileRules rules, TagStore tags, CustomerTags tagging, PersonStore people, Forms forms, Clock clock) {
        this.rules = rules;
        this.tags = tags;
        this.tagging = tagging;
        this.people = people;
        this.forms = forms;
        this.clock = clock;
    }

    /** @param needsReason customers are lost there */
    public record KnownStage(String key, boolean needsReason) {}

    /**
     * What a sheet says of a customer beside his name.
     *
     * @param stage key; null: none was given
     * @param attributes judged
     */
    public record Imported(Set<Long> tags, @Nullable String stage, String reason, FormValues attributes) {}

    public FormSchema attributes(long orgId) {
        return rules.get(orgId).attributes();
    }

    public FormCheck judge(Actor actor, FormSchema schema, FormValues values) {
        return forms.check(actor, schema, values, FILLING);
    }

    /** Stages by everything they are called, in lower case: key, the company's name, the shipped names in both languages. */
    public Map<String, KnownStage> stages(long orgId) {
        Map<String, KnownStage> known = new HashMap<>();
        for (Stage stage : rules.get(orgId).stages()) {
            KnownStage one = new KnownStage(stage.key(), stage.lost());
            List.of(
                            stage.key(),
                            ProfileWords.of(Locale.CHINESE).stage(stage),
                            ProfileWords.of(Locale.ENGLISH).stage(stage))
                    .forEach(name -> known.putIfAbsent(name.toLowerCase(Locale.ROOT), one));
        }
        return known;
    }

    /** Company tags by their names in lower case; unknown ones are left out. */
    public Map<String, Long> tags(long orgId, Collection<String> names) {
        return names.isEmpty() ? Map.of() : tags.named(orgId, names);
    }

    /**
     * Writes it down, in the caller's transaction: tags on the relation, and for the person what the company does not know yet.
     *
     * @param by who brings him in
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void write(CustomerRelation relation, Imported imported, long by) {
        long orgId = relation.orgId();
        tagging.setFor(relation, imported.tags(), by);
        Person before = people.lock(orgId, relation.customerId());
        Optional<Stage> stage = Optional.ofNullable(imported.stage())
                .flatMap(key -> StageRule.find(rules.get(orgId).stages(), key))
                .filter(wanted -> before.stageAt() == null);
        stage.ifPresent(to -> people.setStage(
                orgId, relation.customerId(), to.key(), to.lost() ? imported.reason() : "", clock.instant()));
        ObjectNode values = before.attributes().json();
        imported.attributes().keys().stream()
                .filter(key -> !values.has(key))
                .forEach(key -> imported.attributes().find(key).ifPresent(value -> values.set(key, value)));
        FormValues after = FormValues.of(values);
        if (!after.equals(before.attributes())) {
            people.setAttributes(orgId, relation.customerId(), after);
        }
    }
}
