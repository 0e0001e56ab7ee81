package org.qiao.customer;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.qiao.directory.Card;
import org.qiao.directory.Members;
import org.qiao.directory.Orgs;
import org.qiao.platform.Actor;
import org.qiao.platform.Limits;
import org.qiao.platform.Page;
import org.qiao.platform.Texts;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The privacy notice that customers agree to. Each change is a new version, and nothing is ever taken out: who agreed agreed to that text. */
@Service
public class CustomerNotices {

    /** The version of the text that comes with the program. */
    static final int SHIPPED = 1;

    private final CustomerNoticeStore store;
    private final Members members;
    private final Orgs orgs;
    private final Clock clock;

    CustomerNotices(CustomerNoticeStore store, Members members, Orgs orgs, Clock clock) {
        this.store = store;
        this.members = members;
        this.orgs = orgs;
        this.clock = clock;
    }

    /** Both languages; one that is empty speaks the other, both empty are the shipped text. */
    public record NoticeText(
            @NotNull @Size(max = 5_000) String zh,
            @NotNull @Size(max = 5_000) String en) {

        boolean isShipped() {
            return zh.isEmpty() && en.isEmpty();
        }
    }

    /**
     * @param shipped the text of the program: {@code text} is what it says
     * @param by null for the first one
     */
    public record NoticeVersion(
            int version,
            NoticeText text,
            boolean shipped,
            @Nullable Card by,
            @Nullable Instant at) {}

    static String shown(NoticeText text, String company, Locale locale) {
        if (text.isShipped()) {
            return NoticeTexts.shipped(company, locale);
        }
        String own = Texts.in(locale, text.zh(), text.en());
        return own.isEmpty() ? text.zh() + text.en() : own;
    }

    /** Newest first, down to the shipped one; for administrators. */
    @Transactional(readOnly = true)
    public Page<NoticeVersion> list(Actor actor, @Nullable String after, @Nullable Integer limit) {
        CustomerRules.requireAdmin(actor);
        int size = Limits.page(limit);
        int before = (int) Math.min(Limits.key(after, Integer.MAX_VALUE), Integer.MAX_VALUE);
        List<CustomerNoticeStore.Row> rows = store.list(actor.orgId(), before, size + 1);
        Map<Long, Card> people = members.cardsById(
                actor,
                rows.stream()
                        .map(CustomerNoticeStore.Row::by)
                        .filter(Objects::nonNull)
                        .distinct()
                        .toList());
        String company = orgs.get(actor.orgId()).name();
        List<NoticeVersion> shown = new ArrayList<>(
                rows.stream().map(row -> view(row, people, company)).toList());
        if (rows.size() <= size && before > SHIPPED) {
            shown.add(new NoticeVersion(SHIPPED, shipped(company), true, null, null));
        }
        return Page.cut(shown, size, version -> Integer.toString(version.version()));
    }

    private static NoticeVersion view(CustomerNoticeStore.Row row, Map<Long, Card> people, String company) {
        boolean shipped = row.text().isShipped();
        Long by = row.by();
        return new NoticeVersion(
                row.version(),
                shipped ? shipped(company) : row.text(),
                shipped,
                by == null ? null : people.get(by),
                row.at());
    }

    private static NoticeText shipped(String company) {
        return new NoticeText(
                NoticeTexts.shipped(company, Locale.SIMPLIFIED_CHINESE), NoticeTexts.shipped(company, Locale.ENGLISH));
    }

    /** Everybody is asked again. The same text once more changes nothing. */
    @Transactional
    public boolean change(Actor actor, NoticeText input) {
        CustomerRules.requireAdmin(actor);
        NoticeText text = new NoticeText(input.zh().strip(), input.en().strip());
        NoticeText before = store.list(actor.orgId(), Integer.MAX_VALUE, 1).stream()
                .map(CustomerNoticeStore.Row::text)
                .findFirst()
                .orElse(new NoticeText("", ""));
        if (text.equals(before)) {
            return false;
        }
        if (!store.add(actor, store.version(actor.orgId()) + 1, text, clock.instant())) {
            throw CustomerProblem.NOTICE_CHANGED.problem();
        }
        return true;
    }
}
