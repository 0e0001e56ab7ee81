package org.qiao.masssend;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.qiao.account.Principals;
import org.qiao.card.CardSummary;
import org.qiao.card.CardSummary.Line;
import org.qiao.card.Cards;
import org.qiao.directory.Orgs;
import org.qiao.masssend.MassMessages.Around;
import org.qiao.masssend.MassMessages.Kept;
import org.springframework.scheduling.annotation.Async;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/** Tells employees that a task waits for them: a card in the chat with the app "customer". After the commit, and again after a crash. */
@Component
class MassNews {

    private static final String APP = "customer";
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);

    private final Kept kept;
    private final Around around;
    private final Principals principals;
    private final Orgs orgs;
    private final Cards cards;

    MassNews(Kept kept, Around around, Principals principals, Orgs orgs, Cards cards) {
        this.kept = kept;
        this.around = around;
        this.principals = principals;
        this.orgs = orgs;
        this.cards = cards;
    }

    @Async
    @TransactionalEventListener
    void on(MassTold told) {
        Optional<Mass> found = kept.masses().find(told.orgId(), told.massId()).filter(mass -> !mass.isOver());
        if (found.isEmpty()) {
            return;
        }
        Mass mass = found.get();
        List<Long> people = new ArrayList<>(kept.shares().waiting(mass).keySet());
        String author = around.members()
                .cards(mass.orgId(), List.of(mass.authorId()))
                .getFirst()
                .name();
        principals
                .byLanguage(mass.orgId(), people)
                .forEach((locale, some) -> cards.tell(
                        mass.orgId(),
                        APP,
                        some,
                        card(mass, told.number(), author, MassWords.of(locale)),
                        "mass-" + mass.id() + "-" + told.number()));
        around.hints().tell(people, MassMessages.TOPIC, mass.id(), "TASK");
    }

    private CardSummary card(Mass mass, int number, String author, MassWords words) {
        String text = mass.content().hasText() ? mass.content().text() : words.word("picture");
        List<Line> lines = new ArrayList<>(List.of(new Line(words.word("from"), author)));
        Instant deadline = mass.deadline();
        if (deadline != null) {
            ZoneId zone = ZoneId.of(orgs.get(mass.orgId()).zone());
            lines.add(new Line(words.word("deadline"), TIME.format(deadline.atZone(zone))));
        }
        return new CardSummary(
                MassMessages.TOPIC,
                mass.id(),
                words.title(number == 0 ? "task" : "reminder", text),
                lines,
                "/customers/mass/" + mass.id());
    }
}
