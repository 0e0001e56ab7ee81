package org.qiao.moment;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.qiao.audience.StartRange;
import org.qiao.customer.CustomerCard;
import org.qiao.customer.Customers;
import org.qiao.customerprofile.TaggedRelations;
import org.qiao.customerprofile.TaggedRelations.Carrier;
import org.qiao.directory.Card;
import org.qiao.directory.Members;
import org.qiao.moment.MomentRequests.MomentPreviewRequest;
import org.qiao.moment.MomentViews.MomentPreviewView;
import org.qiao.moment.MomentViews.MomentTargetLine;
import org.qiao.platform.Actor;
import org.qiao.platform.Limits;
import org.qiao.platform.Page;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Who would see a moment, before it is published. */
@Service
class MomentPreview {

    private final MomentRules rules;
    private final TaggedRelations tagged;
    private final Customers customers;
    private final Members members;

    MomentPreview(MomentRules rules, TaggedRelations tagged, Customers customers, Members members) {
        this.rules = rules;
        this.tagged = tagged;
        this.customers = customers;
        this.members = members;
    }

    @Transactional(readOnly = true)
    public MomentPreviewView count(Actor actor, MomentPreviewRequest request) {
        Collection<Long> senders = senders(actor, request);
        return new MomentPreviewView(
                tagged.perMember(actor.orgId(), senders, request.choice()).size(),
                tagged.persons(actor.orgId(), senders, request.choice()));
    }

    /** Newest relations first. */
    @Transactional(readOnly = true)
    public Page<MomentTargetLine> list(
            Actor actor, MomentPreviewRequest request, @Nullable String after, @Nullable Integer limit) {
        int size = Limits.page(limit);
        Collection<Long> senders = senders(actor, request);
        Page<Carrier> page = Page.cut(
                tagged.list(actor.orgId(), senders, request.choice(), Limits.key(after, Long.MAX_VALUE), size + 1),
                size,
                carrier -> Long.toString(carrier.relationId()));
        List<Carrier> some = page.items();
        Map<Long, CustomerCard> faces = customers.cardsById(
                actor.orgId(), some.stream().map(Carrier::customerId).toList());
        Map<Long, Card> people = members.cardsById(
                actor, some.stream().map(Carrier::memberId).distinct().toList());
        return page.map(carrier -> new MomentTargetLine(
                carrier.relationId(),
                Objects.requireNonNull(faces.get(carrier.customerId())),
                Objects.requireNonNull(people.get(carrier.memberId()))));
    }

    private Collection<Long> senders(Actor actor, MomentPreviewRequest request) {
        rules.requireMay(actor, request.kind());
        if (request.kind() == MomentKind.PERSONAL) {
            return Set.of(actor.principalId());
        }
        StartRange range = request.senders();
        if (range == null) {
            throw MomentProblem.BAD_SENDERS.problem();
        }
        return rules.senders(actor.orgId(), range);
    }
}
