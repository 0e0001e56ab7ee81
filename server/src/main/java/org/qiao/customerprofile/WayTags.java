package org.qiao.customerprofile;

import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.qiao.contactway.ContactWays;
import org.qiao.customer.CustomerRelation;
import org.qiao.customer.CustomerRelations;
import org.qiao.customer.TagsByRule;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/** Tags that a code gives to everybody who comes by it: names or ids of company tags; what is neither gives nothing. */
@Component
class WayTags {

    private final ContactWays ways;
    private final CustomerRelations relations;
    private final TagStore tags;
    private final CustomerTags tagging;

    WayTags(ContactWays ways, CustomerRelations relations, TagStore tags, CustomerTags tagging) {
        this.ways = ways;
        this.relations = relations;
        this.tags = tags;
        this.tagging = tagging;
    }

    void set(CustomerRelation relation) {
        Long way = relation.wayId();
        if (way == null) {
            return;
        }
        ways.findAll(relation.orgId(), List.of(way))
                .forEach(found -> set(
                        relation, found.tags().stream().filter(Objects::nonNull).toList(), found.title()));
    }

    /** Another rule does: a code of groups. */
    @ApplicationModuleListener
    void on(TagsByRule rule) {
        relations.ofCustomer(rule.orgId(), rule.customerId()).stream()
                .filter(CustomerRelation::isOpen)
                .forEach(relation -> set(relation, rule.tags(), ""));
    }

    private void set(CustomerRelation relation, List<String> names, String rule) {
        if (names.isEmpty()) {
            return;
        }
        Set<Long> ids = new HashSet<>(tags.named(relation.orgId(), names).values());
        names.stream()
                .filter(name -> name.matches("\\d{1,18}"))
                .map(Long::valueOf)
                .forEach(ids::add);
        tagging.setByRule(relation, ids, rule);
    }
}
