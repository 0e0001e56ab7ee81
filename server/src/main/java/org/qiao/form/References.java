package org.qiao.form;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The people, departments, files and approvals that values name; asked for once for the whole form. */
final class References {

    /** What an id stands for. */
    enum Target {
        MEMBER,
        DEPARTMENT,
        FILE,
        PICTURE,
        APPROVAL
    }

    private final Map<Target, Set<Long>> ids = new HashMap<>();

    /** Null for fields whose values name nothing. */
    static @Nullable Target target(FieldKind kind) {
        return switch (kind) {
            case FieldKind.Member _ -> Target.MEMBER;
            case FieldKind.Department _ -> Target.DEPARTMENT;
            case FieldKind.Attachment _ -> Target.FILE;
            case FieldKind.Photo _, FieldKind.Signature _ -> Target.PICTURE;
            case FieldKind.Approval _ -> Target.APPROVAL;
            default -> null;
        };
    }

    static List<Long> ids(@Nullable JsonNode value) {
        List<Long> found = new ArrayList<>();
        if (value != null && value.isArray()) {
            value.forEach(each -> found.add(each.asLong()));
        } else if (value != null && value.isIntegralNumber()) {
            found.add(value.asLong());
        }
        return found;
    }

    void add(Field field, @Nullable JsonNode value) {
        Target target = target(field.kind());
        if (target != null) {
            ids.computeIfAbsent(target, _ -> new HashSet<>()).addAll(ids(value));
        }
    }

    /** All that a filled form names. */
    void addAll(FormSchema schema, FormValues values) {
        for (Field field : schema.fields()) {
            JsonNode value = values.shared().get(field.key());
            if (value != null && field.kind() instanceof FieldKind.Table table) {
                value.forEach(row -> table.columns().forEach(column -> add(column, row.get(column.key()))));
            } else {
                add(field, value);
            }
        }
    }

    Set<Long> of(Target target) {
        return ids.getOrDefault(target, Set.of());
    }

    Set<Long> files() {
        Set<Long> files = new HashSet<>(of(Target.FILE));
        files.addAll(of(Target.PICTURE));
        return files;
    }
}
