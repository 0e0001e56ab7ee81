package org.qiao.contactway;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A code by which customers come. */
public final class ContactWay {

    private final Row row;
    private final WayContent content;

    ContactWay(Row row, WayContent content) {
        this.row = row;
        this.content = content;
    }

    /** PERSONAL: the business card of one employee. */
    public enum Kind {
        PERSONAL,
        SHARED
    }

    /**
     * What is on record beside its content.
     *
     * @param ownerId PERSONAL: whose card it is; SHARED: who made it and sees what waits
     * @param endsAt of a temporary one
     */
    record Row(
            long id,
            long orgId,
            String code,
            Kind kind,
            long ownerId,
            Labels labels,
            @Nullable Instant endsAt,
            boolean deleted,
            int version,
            Instant createdAt,
            Instant changedAt) {}

    /**
     * Short texts of a code.
     *
     * @param title customers see it when several people are behind the code
     * @param state handed on with every customer who comes by it
     */
    record Labels(String title, String remark, String state) {}

    Row row() {
        return row;
    }

    WayContent content() {
        return content;
    }

    public long id() {
        return row.id();
    }

    public long orgId() {
        return row.orgId();
    }

    public String code() {
        return row.code();
    }

    public boolean isPersonal() {
        return row.kind() == Kind.PERSONAL;
    }

    public String title() {
        return row.labels().title();
    }

    public String state() {
        return row.labels().state();
    }

    /** Ids of the profiles' module: put on every customer who comes by it. */
    public Set<String> tags() {
        return Set.copyOf(content.tags());
    }

    /** Everybody in it, backups too. */
    public Set<Long> everybody() {
        return content.everybody();
    }

    /** Whose card a stranger sees: null when there are several people. */
    public @Nullable Long only() {
        Set<Long> people = everybody();
        return people.size() == 1 ? people.iterator().next() : null;
    }

    public List<String> needs() {
        return content.needs();
    }

    /** Nobody has to accept first. */
    public boolean isDirect() {
        return content.skipVerify();
    }

    boolean isOpen(Instant at) {
        Instant end = row.endsAt();
        return !row.deleted() && (end == null || at.isBefore(end));
    }
}
