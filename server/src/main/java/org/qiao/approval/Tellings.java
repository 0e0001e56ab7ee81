package org.qiao.approval;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.qiao.messaging.Hints;
import org.qiao.platform.Actor;
import org.qiao.platform.AfterCommit;
import org.springframework.stereotype.Component;

/** Says "look again" to those who may read a run and are connected, after the commit. */
@Component
class Tellings {

    /** More people than this learn of it when they look. */
    static final int TOLD_MAX = 2_000;

    private final Hints hints;
    private final ReaderStore readers;

    Tellings(Hints hints, ReaderStore readers) {
        this.hints = hints;
        this.readers = readers;
    }

    enum Kind {
        MOVED,
        COMMENT
    }

    void moved(long orgId, long approvalId) {
        tell(people(orgId, approvalId), approvalId, Kind.MOVED);
    }

    void commented(Approval approval, Actor author, Collection<Long> mentioned) {
        Set<Long> people = people(approval.orgId(), approval.id());
        people.addAll(mentioned);
        people.remove(author.principalId());
        tell(people, approval.id(), Kind.COMMENT);
    }

    private Set<Long> people(long orgId, long approvalId) {
        List<ReaderStore.Reader> all = readers.list(orgId, approvalId, TOLD_MAX);
        Set<Long> people = new HashSet<>();
        all.forEach(reader -> people.add(reader.principalId()));
        return people;
    }

    private void tell(Set<Long> people, long approvalId, Kind kind) {
        if (!people.isEmpty()) {
            AfterCommit.run(() -> hints.tell(people, Approval.TOPIC, approvalId, kind.name()));
        }
    }
}
