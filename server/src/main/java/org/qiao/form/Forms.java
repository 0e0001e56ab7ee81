package org.qiao.form;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.qiao.directory.Departments;
import org.qiao.directory.Members;
import org.qiao.file.Files;
import org.qiao.form.References.Target;
import org.qiao.platform.Actor;
import org.springframework.stereotype.Service;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Judges what people fill in. The browser runs the same rules for comfort; what counts is said here. */
@Service
public class Forms {

    private final Members members;
    private final Departments departments;
    private final Files files;

    Forms(Members members, Departments departments, Files files) {
        this.members = members;
        this.departments = departments;
        this.files = files;
    }

    /**
     * Brings the values into their one form and computes what is computed. A checked form checked again is the same.
     *
     * @param schema one that {@link FormSchema#check} found right
     * @param sent what came from outside
     */
    public FormCheck check(Actor actor, FormSchema schema, FormValues sent, Filling filling) {
        FormRun run = new FormRun(schema, sent, filling);
        References named = run.named();
        Map<Long, Boolean> own = new HashMap<>();
        files.own(actor, named.files()).forEach((id, file) -> own.put(id, file.isPicture()));
        return run.fill(new FormRun.Known(
                members.present(actor, named.of(Target.MEMBER)),
                departments.names(actor.orgId(), named.of(Target.DEPARTMENT)).keySet(),
                own,
                approvals(actor, schema, filling.approvals(), named.of(Target.APPROVAL))));
    }

    private static Map<String, Set<Long>> approvals(
            Actor actor, FormSchema schema, RelatedApprovals related, Set<Long> ids) {
        Map<String, Set<Long>> found = new HashMap<>();
        if (ids.isEmpty()) {
            return found;
        }
        for (Field field : schema.fields()) {
            if (field.kind() instanceof FieldKind.Approval kind) {
                found.put(
                        field.key(),
                        related.titles(actor, ids, kind.templates()).keySet());
            } else if (field.kind() instanceof FieldKind.Table table) {
                table.columns().stream()
                        .filter(column -> column.kind() instanceof FieldKind.Approval)
                        .forEach(column -> found.put(
                                field.key() + "." + column.key(),
                                related.titles(actor, ids, ((FieldKind.Approval) column.kind()).templates())
                                        .keySet()));
            }
        }
        return found;
    }

    /** Gives the next serial number of a field in a period. */
    @FunctionalInterface
    public interface SerialNumbers {

        /** @param period "" for ever, "2026", "202611" or "20261127" */
        long next(String fieldKey, String period);
    }

    /** Checked values with a number in each serial field that is shown and has none yet; for the moment of submitting. */
    public static FormValues withSerials(FormSchema schema, FormValues values, LocalDate today, SerialNumbers numbers) {
        ObjectNode all = values.json();
        Facts facts = FormFacts.of(schema, values);
        Set<String> given = new HashSet<>();
        for (Field field : schema.fields()) {
            boolean shown = field.visibleIf() == null || field.visibleIf().holds(facts);
            if (field.kind() instanceof FieldKind.Serial serial && shown && !all.has(field.key())) {
                String period = SerialText.period(serial.period(), today);
                all.put(field.key(), SerialText.of(serial, period, numbers.next(field.key(), period)));
                given.add(field.key());
            }
        }
        if (given.isEmpty()) {
            return values;
        }
        ObjectNode ordered = JsonNodeFactory.instance.objectNode();
        schema.fields().forEach(field -> {
            if (all.has(field.key())) {
                ordered.set(field.key(), all.get(field.key()));
            }
        });
        return FormValues.owned(ordered);
    }
}
