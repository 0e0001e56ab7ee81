package org.qiao.privacy;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.qiao.customer.Person;
import org.qiao.customer.PersonData;
import org.qiao.customer.PersonExport;
import org.qiao.file.FileRemovals;
import org.qiao.messaging.CustomerLogs;
import org.qiao.messaging.CustomerLogs.Place;
import org.qiao.messaging.CustomerLogs.Said;
import org.springframework.stereotype.Component;

/** His conversations and everything he uploaded. */
@Component
class ThreadPersonData implements PersonData {

    private static final int FILES = 50;

    private final CustomerLogs logs;
    private final FileRemovals files;

    ThreadPersonData(CustomerLogs logs, FileRemovals files) {
        this.logs = logs;
        this.files = files;
    }

    @Override
    public String name() {
        return "messages";
    }

    @Override
    public int order() {
        return FIRST;
    }

    @Override
    public void export(Person person, PersonExport out) {
        long after = 0;
        List<Place> places;
        do {
            places = logs.places(person.orgId(), person.ids(), after);
            places.forEach(place -> export(person, place, out));
            after = places.isEmpty() ? after : places.getLast().conversationId();
        } while (!places.isEmpty());
    }

    private void export(Person person, Place place, PersonExport out) {
        long after = 0;
        List<Said> page;
        do {
            page = logs.said(person.orgId(), person.ids(), place, after);
            page.forEach(said -> out.row("messages", row(person, place, said, out)));
            after = page.isEmpty() ? after : page.getLast().seq();
        } while (!page.isEmpty());
    }

    private static Map<String, Object> row(Person person, Place place, Said said, PersonExport out) {
        Map<String, Object> row = new HashMap<>();
        row.put("conversation", place.conversationId());
        row.put("group", place.thread() ? "" : place.title());
        row.put("at", said.at());
        row.put("by", person.ids().contains(said.sender()) ? "customer" : out.member(said.sender()));
        row.put("kind", said.kind().name());
        row.put("recalled", said.recalled());
        if (said.text() != null) {
            row.put("text", said.text());
        }
        if (said.title() != null) {
            row.put("title", said.title());
        }
        Long file = said.fileId();
        if (file != null) {
            row.put("file", out.file(file));
        }
        return row;
    }

    @Override
    public boolean erase(Person person) {
        if (!logs.erase(person.orgId(), person.ids())) {
            return false;
        }
        List<Long> uploads = files.ofOwners(person.orgId(), person.ids(), FILES);
        files.remove(person.orgId(), uploads);
        return uploads.size() < FILES;
    }
}
