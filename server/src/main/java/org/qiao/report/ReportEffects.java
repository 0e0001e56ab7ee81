package org.qiao.report;

import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.qiao.card.CardSummary;
import org.qiao.card.Cards;
import org.qiao.directory.Card;
import org.qiao.directory.Members;
import org.qiao.directory.OrgView;
import org.qiao.directory.Orgs;
import org.qiao.platform.Actor;
import org.qiao.platform.Kind;
import org.qiao.platform.Problem;
import org.qiao.report.ReportReaderStore.Reader;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Service;

/** Shows reports in chat: to those they were sent to, in the conversations their authors chose. May run twice. */
@Service
class ReportEffects {

    static final String APP = "report";
    private static final int PEOPLE_MAX = 500;

    private final ReportStore store;
    private final ReportReaderStore readers;
    private final ReportAccess access;
    private final Cards cards;
    private final Members members;
    private final Orgs orgs;
    private final Clock clock;

    ReportEffects(
            ReportStore store,
            ReportReaderStore readers,
            ReportAccess access,
            Cards cards,
            Members members,
            Orgs orgs,
            Clock clock) {
        this.store = store;
        this.readers = readers;
        this.access = access;
        this.cards = cards;
        this.members = members;
        this.orgs = orgs;
        this.clock = clock;
    }

    @ApplicationModuleListener
    void on(ReportHappened what) {
        if (what.kind() == ReportTellings.Kind.SENT) {
            sent(what);
        } else {
            cards.changed(what.orgId(), ReportTellings.TOPIC, what.reportId());
        }
    }

    private void sent(ReportHappened sent) {
        Report report = store.find(sent.orgId(), sent.reportId()).orElseThrow();
        if (report.withdrawn()) {
            return;
        }
        List<Long> people = readers.list(report, null, 0, PEOPLE_MAX).stream()
                .filter(Reader::recipient)
                .map(Reader::principalId)
                .toList();
        CardSummary card = card(report);
        cards.tell(report.orgId(), APP, people, card, "report-" + report.id());
        OrgView org = orgs.get(report.orgId());
        Actor author = new Actor(
                report.orgId(),
                report.authorId(),
                Set.of(),
                Locale.forLanguageTag(org.locale()),
                ZoneId.of(org.zone()));
        for (long place : sent.conversations()) {
            show(author, place, card, "report-" + report.id());
        }
    }

    /** An author who was removed from a conversation in this moment shows nothing there; a busy server is tried again. */
    private void show(Actor author, long place, CardSummary card, String key) {
        try {
            cards.share(author, place, card, key);
        } catch (Problem refused) {
            if (refused.kind() == Kind.TOO_MANY || refused.kind() == Kind.BUSY) {
                throw refused;
            }
        }
    }

    /** By whoever may read it: from now on the members of the conversation may, too. */
    void share(Actor actor, long id, long conversationId) {
        Report report = access.requireSent(actor, id);
        cards.share(
                actor,
                conversationId,
                card(report),
                "report-" + id + "-" + clock.instant().toEpochMilli());
        access.share(report, conversationId, actor.principalId(), clock.instant());
    }

    private CardSummary card(Report report) {
        OrgView org = orgs.get(report.orgId());
        String author = members.cards(report.orgId(), Set.of(report.authorId())).stream()
                .findFirst()
                .map(Card::name)
                .orElse("");
        String title = ReportWords.of(Locale.forLanguageTag(org.locale())).card(author, report.title());
        return new CardSummary(
                ReportTellings.TOPIC,
                report.id(),
                title,
                report.summary().stream()
                        .limit(3)
                        .map(line -> new CardSummary.Line(line.label(), line.text()))
                        .toList(),
                "/reports/" + report.id());
    }
}
