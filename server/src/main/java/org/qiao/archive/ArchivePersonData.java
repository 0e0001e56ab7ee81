package org.qiao.archive;

import java.util.HashMap;
import java.util.Map;
import org.qiao.customer.Person;
import org.qiao.customer.PersonData;
import org.qiao.customer.PersonExport;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What he answered when he was asked about archiving; also of whom nobody served any more when he was erased. */
@Component
class ArchivePersonData implements PersonData {

    private final ArchivePersonStore store;

    ArchivePersonData(ArchivePersonStore store) {
        this.store = store;
    }

    @Override
    public String name() {
        return "archive";
    }

    @Override
    public void export(Person person, PersonExport out) {
        store.answers(person).forEach(answer -> {
            Map<String, Object> row =
                    new HashMap<>(Map.of("at", answer.at(), "version", answer.version(), "given", answer.agreed()));
            if (answer.until() != null) {
                row.put("until", answer.until());
            }
            out.row("archive-answers", row);
        });
    }

    @Override
    @Transactional
    public boolean erase(Person person) {
        store.erase(person);
        return true;
    }
}
