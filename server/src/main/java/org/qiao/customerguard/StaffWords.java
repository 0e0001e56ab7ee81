package org.qiao.customerguard;

import java.time.Clock;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.qiao.audience.Audiences;
import org.qiao.audience.StartRange;
import org.qiao.customerguard.GuardSnapshot.Found;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The company's rules for what its employees write for customers elsewhere than in a chat: mass messages, moments, first words. Asked when
 * it is written, so that whoever writes can change it, and again when it is said, because the rules may be others by then. Without a find
 * nothing but memory is touched.
 */
@Service
public class StaffWords {

    private static final int NAMED = 5;

    private final GuardBook book;
    private final HitStore hits;
    private final Audiences audiences;
    private final Clock clock;

    StaffWords(GuardBook book, HitStore hits, Audiences audiences, Clock clock) {
        this.book = book;
        this.hits = hits;
        this.audiences = audiences;
        this.clock = clock;
    }

    /**
     * What is written.
     *
     * @param authorId who writes, or in whose name it is said: a find is his
     * @param key the same key of one author and place is no second find of a rule
     * @param speakers in whose names it will be said: the rules for these count
     * @param customerId to whom alone it is said; null: to many
     * @param texts what customers will read, names of files too; what is empty is passed over
     */
    public record Written(
            long orgId,
            long authorId,
            WrittenPlace place,
            String key,
            Collection<Long> speakers,
            @Nullable Long customerId,
            List<String> texts) {

        public Written {
            speakers = Set.copyOf(speakers);
            texts = List.copyOf(texts);
        }

        /** Said in the author's own name. */
        public static Written own(long orgId, long authorId, WrittenPlace place, String key, List<String> texts) {
            return new Written(orgId, authorId, place, key, Set.of(authorId), null, texts);
        }

        @Override
        public String toString() {
            return "Written " + place + " " + key;
        }
    }

    private record Judged(List<Found> blocked, List<Found> warned) {

        static final Judged NOTHING = new Judged(List.of(), List.of());
    }

    /** For a draft that is only looked at: refuses what must not be said, and notes nothing. */
    public void look(Written written) {
        refuse(judge(written));
    }

    /** Refuses what must not be said, with the words in question; notes for a rule's people what it watches. In the caller's transaction. */
    @Transactional
    public void require(Written written) {
        Judged judged = judge(written);
        refuse(judged);
        note(written, judged.warned());
    }

    private static void refuse(Judged judged) {
        if (!judged.blocked().isEmpty()) {
            String words = judged.blocked().stream()
                    .map(Found::matched)
                    .distinct()
                    .limit(NAMED)
                    .collect(Collectors.joining(", "));
            throw CustomerguardProblem.FORBIDDEN_DRAFT.problem("words", words);
        }
    }

    /** It is about to be said. False: a rule forbids it by now, and its people will hear of it. */
    @Transactional
    public boolean mayGo(Written written) {
        List<Found> blocked = judge(written).blocked();
        note(written, blocked);
        return blocked.isEmpty();
    }

    private void note(Written written, List<Found> found) {
        if (!found.isEmpty()) {
            hits.write(written, found, clock.instant());
        }
    }

    private Judged judge(Written written) {
        GuardSnapshot snapshot = book.of(written.orgId());
        if (snapshot == null) {
            return Judged.NOTHING;
        }
        Set<Long> known = new HashSet<>();
        List<Found> found = written.texts().stream()
                .filter(text -> !text.isBlank())
                .flatMap(text -> snapshot.find(text).stream())
                .filter(one -> known.add(one.rule().id()))
                .filter(one -> concerns(one.rule().content(), written))
                .toList();
        return new Judged(of(found, GuardAction.BLOCK), of(found, GuardAction.WARN));
    }

    private static List<Found> of(List<Found> found, GuardAction action) {
        return found.stream().filter(one -> one.rule().action() == action).toList();
    }

    private boolean concerns(GuardContent content, Written written) {
        return content.staff() && (content.range().equals(StartRange.EVERYONE) || holdsAny(content.range(), written));
    }

    private boolean holdsAny(StartRange range, Written written) {
        Collection<Long> speakers = written.speakers();
        return speakers.size() == 1
                ? range.holds(
                        audiences.starter(written.orgId(), speakers.iterator().next()))
                : !Collections.disjoint(audiences.people(written.orgId(), range), speakers);
    }
}
