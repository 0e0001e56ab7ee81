package org.qiao.approval;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.qiao.account.Principals;
import org.qiao.directory.Departments;
import org.qiao.directory.Hierarchy;
import org.qiao.directory.Members;
import org.qiao.directory.Roles;
import org.qiao.flow.Approvers;
import org.qiao.flow.People;
import org.qiao.form.FormValues;
import tools.jackson.databind.JsonNode;

/** The company as one command sees it: what was asked once is not asked again. For one thread and one transaction. */
final class CompanyPeople implements People {

    /** More people with one role are never asked. */
    private static final int ROLE_MAX = 500;

    private final Sources sources;
    private final long orgId;
    private final @Nullable Long departmentId;
    private final FormValues values;
    private final List<Long> admins;
    private final Map<Long, Boolean> present = new HashMap<>();
    private final Map<Long, Optional<Long>> delegates = new HashMap<>();
    private @Nullable Hierarchy hierarchy;

    /** Whom it asks. */
    record Sources(
            Members members, Departments departments, Roles roles, Delegations delegations, Principals principals) {}

    /**
     * @param departmentId of the applicant
     * @param values of the form, for approvers who stand in it
     * @param admins of the template
     */
    CompanyPeople(Sources sources, long orgId, @Nullable Long departmentId, FormValues values, List<Long> admins) {
        this.sources = sources;
        this.orgId = orgId;
        this.departmentId = departmentId;
        this.values = values;
        this.admins = List.copyOf(admins);
    }

    @Override
    public List<Long> find(Approvers approvers, long applicant) {
        return switch (approvers) {
            case Approvers.Members named -> named.ids();
            case Approvers.Superior superior -> superior(superior, applicant);
            case Approvers.Chain chain -> chain(chain.levels(), applicant);
            case Approvers.Head head -> heads(head);
            case Approvers.Role role -> holders(role);
            case Approvers.Field field -> ids(field.key());
            case Approvers.Chosen _ -> List.of();
            case Approvers.Applicant _ -> List.of(applicant);
        };
    }

    private List<Long> superior(Approvers.Superior rule, long applicant) {
        List<Optional<Long>> levels = levels(applicant);
        if (rule.level() > levels.size()) {
            return List.of();
        }
        List<Optional<Long>> from = levels.subList(rule.level() - 1, rule.orHigher() ? levels.size() : rule.level());
        return from.stream().flatMap(Optional::stream).limit(1).toList();
    }

    private List<Long> chain(int most, long applicant) {
        return levels(applicant).stream()
                .limit(most)
                .flatMap(Optional::stream)
                .distinct()
                .toList();
    }

    private List<Optional<Long>> levels(long applicant) {
        return departmentId == null ? List.of() : hierarchy().levels(applicant, departmentId);
    }

    private List<Long> heads(Approvers.Head rule) {
        List<Long> of =
                rule.field() != null ? ids(rule.field()) : departmentId == null ? List.of() : List.of(departmentId);
        return of.stream()
                .flatMap(id -> hierarchy().head(id, rule.level()).stream())
                .distinct()
                .toList();
    }

    private List<Long> holders(Approvers.Role rule) {
        Set<Long> holders = new TreeSet<>(sources.roles().memberIds(orgId, Set.of(rule.id()), ROLE_MAX));
        if (!rule.nearest() || departmentId == null) {
            return List.copyOf(holders);
        }
        Map<Long, Long> mains = sources.departments().mains(orgId, holders);
        for (long at : hierarchy().upward(departmentId)) {
            List<Long> here = holders.stream()
                    .filter(holder -> Long.valueOf(at).equals(mains.get(holder)))
                    .toList();
            if (!here.isEmpty()) {
                return here;
            }
        }
        return List.copyOf(holders);
    }

    /** Of a member or department field. */
    private List<Long> ids(String field) {
        List<Long> ids = new ArrayList<>();
        values.find(field).filter(JsonNode::isArray).ifPresent(array -> array.forEach(id -> ids.add(id.asLong())));
        return ids;
    }

    @Override
    public boolean choosable(Approvers.Chosen chosen, long person) {
        Approvers.Range range = chosen.range();
        if (range.equals(Approvers.Range.EVERYBODY) || range.members().contains(person)) {
            return true;
        }
        if (!range.roles().isEmpty()
                && sources.roles().idsOf(orgId, person).stream().anyMatch(range.roles()::contains)) {
            return true;
        }
        Long main = sources.departments().mains(orgId, List.of(person)).get(person);
        return main != null && hierarchy().upward(main).stream().anyMatch(range.departments()::contains);
    }

    @Override
    public boolean present(long person) {
        return present.computeIfAbsent(
                person, id -> !sources.members().present(orgId, List.of(id)).isEmpty());
    }

    @Override
    public Optional<Long> superior(long person) {
        Long main = sources.departments().mains(orgId, List.of(person)).get(person);
        return main == null
                ? Optional.empty()
                : hierarchy().superiors(person, main).stream().findFirst();
    }

    @Override
    public List<Long> admins() {
        return admins;
    }

    @Override
    public Optional<Long> delegate(long person) {
        return delegates.computeIfAbsent(
                person,
                id -> Optional.ofNullable(
                        sources.delegations().delegates(orgId, List.of(id)).get(id)));
    }

    private Hierarchy hierarchy() {
        Hierarchy known = hierarchy;
        if (known == null) {
            known = sources.departments().hierarchy(orgId);
            hierarchy = known;
        }
        return known;
    }
}
