package org.qiao.ding;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.qiao.ding.Ranges.Candidate;
import org.qiao.dingrule.DingSettings;
import org.qiao.dingrule.DingruleProblem;
import org.qiao.dingrule.Ladder;
import org.qiao.dingrule.RuleBook;
import org.qiao.dingrule.Way;
import org.qiao.directory.OrgView;
import org.qiao.file.Files;
import org.qiao.platform.Actor;
import org.springframework.stereotype.Component;

/** Checks what shall be sent, for sending and for the estimate alike. Changes nothing. */
@Component
class Drafts {

    private static final Duration AHEAD_MAX = Duration.ofDays(366);

    /** A checked draft: what would be sent, and to whom. */
    record Draft(
            DingDraft input,
            Ladder ladder,
            Instant now,
            Instant sendAt,
            DingSettings settings,
            List<Candidate> people) {

        Draft {
            people = List.copyOf(people);
        }

        List<Candidate> reached() {
            return people.stream().filter(person -> !person.isRefused()).toList();
        }

        /** How many are reached by this way, if nobody confirms. */
        int people(Way way) {
            return (int)
                    reached().stream().filter(person -> times(person, way) > 0).count();
        }

        /** How often this way is taken, if nobody confirms and without stand-ins. */
        int uses(Way way) {
            return reached().stream().mapToInt(person -> times(person, way)).sum();
        }

        private int times(Candidate person, Way way) {
            if (!person.answer().ways().contains(way)) {
                return 0;
            }
            return (person.memberId() == null ? ladder.outside() : ladder).count(way);
        }
    }

    private final Ranges ranges;
    private final RuleBook rules;
    private final Files files;
    private final Names names;
    private final Clock clock;

    Drafts(Ranges ranges, RuleBook rules, Files files, Names names, Clock clock) {
        this.ranges = ranges;
        this.rules = rules;
        this.files = files;
        this.names = names;
        this.clock = clock;
    }

    Draft check(Actor actor, DingDraft input) {
        DingSettings settings = rules.settings(actor.orgId());
        OrgView org = names.org(actor.orgId());
        if (input.plainText().isEmpty() && input.recordingId() == null) {
            throw DingProblem.TEXT_REQUIRED.problem();
        }
        Ladder ladder = Objects.requireNonNullElse(input.ladder(), settings.ladder());
        if (!ladder.isSound()) {
            throw DingProblem.BAD_LADDER.problem();
        }
        if (input.reason() != null && !rules.mayOverride(actor, settings)) {
            throw DingruleProblem.OVERRIDE_NOT_ALLOWED.problem();
        }
        requireFiles(actor, input);
        Instant now = clock.instant();
        Instant sendAt = sendAt(input, now);
        Locale company = Locale.forLanguageTag(org.locale());
        return new Draft(
                input, ladder, now, sendAt, settings, ranges.resolve(actor, input.range(), ladder, settings, company));
    }

    private void requireFiles(Actor actor, DingDraft input) {
        if (input.recordingId() != null
                && !files.requireOwn(actor, input.recordingId()).type().startsWith("audio/")) {
            throw DingProblem.NOT_SOUND.problem();
        }
        if (input.attachmentId() != null) {
            files.requireOwn(actor, input.attachmentId());
        }
    }

    private static Instant sendAt(DingDraft input, Instant now) {
        Instant wanted = input.sendAt();
        if (wanted == null) {
            return now;
        }
        if (!wanted.isAfter(now) || wanted.isAfter(now.plus(AHEAD_MAX))) {
            throw DingProblem.BAD_TIME.problem();
        }
        return wanted;
    }
}
