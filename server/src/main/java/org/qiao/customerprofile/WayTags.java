package org.qiao.customerprofile;

import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.qiao.contactway.ContactWays;
import org.qiao.customer.CustomerRelation;
import org.springframework.stereotype.Component;

/** Tags that a code gives to everybody who comes by it: names or ids of company tags; what is neither gives nothing. */
@Component
class WayTags {

    private final ContactWays ways;
    private final TagStore tags;
    private final CustomerTags tagging;

    WayTags(ContactWays ways, TagStore tags, CustomerTags tagging) {
        this.ways = ways;
        this.tags = tags;
        this.tagging = tagging;
    }

    void set(CustomerRelation relation) {
        Long way = relation.wayId();
        if (way == null) {
            return;
        }
        List<String> names = ways.findAll(relation.orgId(), List.of(way)).stream()
                .flatMap(found -> found.tags().stream())
                .filter(Objects::nonNull)
                .toList();
        if (!names.isEmpty()) {
            Set<Long> ids = new HashSet<>(tags.named(relation.orgId(), names));
            names.stream()
                    .filter(name -> name.matches("\\d{1,18}"))
                    .map(Long::valueOf)
                    .forEach(ids::add);
            tagging.setByRule(relation, ids);
        }
    }
}
