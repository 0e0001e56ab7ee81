package org.qiao.sample;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.qiao.messaging.History;
import org.qiao.onboarding.Setup;
import org.qiao.platform.Past;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Loads the sample company in one transaction: it is there whole, or not at all. */
@Service
class SampleLoader {

    private static final Logger log = LoggerFactory.getLogger(SampleLoader.class);

    private final SampleTexts texts;
    private final SamplePeople people;
    private final SampleChats chats;
    private final History history;
    private final SampleWork work;
    private final Setup setup;
    private final Clock clock;

    SampleLoader(
            SampleTexts texts,
            SamplePeople people,
            SampleChats chats,
            History history,
            SampleWork work,
            Setup setup,
            Clock clock) {
        this.texts = texts;
        this.people = people;
        this.chats = chats;
        this.history = history;
        this.work = work;
        this.setup = setup;
        this.clock = clock;
    }

    /** As the first company of this server; refused once there is one. */
    @Transactional
    public SampleOrg loadFirst(Locale locale) {
        setup.begin();
        return load(locale);
    }

    @Transactional
    public SampleOrg load(Locale locale) {
        Instant now = clock.instant();
        SampleCompany company = texts.company();
        SampleCalendar calendar = SampleCalendar.before(now, SamplePeople.ZONE);
        SampleOrg org = Past.at(calendar.at(SamplePeople.CAME), () -> people.found(company, locale));
        SampleChats.Makings makings = new SampleChats.Makings();
        List<SampleChats.Stored> stored = new ArrayList<>();
        List<Dialogue> dialogues = texts.dialogues();
        int among = dialogues.size() - work.talksWithCustomers();
        for (PlannedChat plan : SamplePlan.of(company, texts.groups(), dialogues.subList(0, among), calendar)) {
            stored.add(chats.write(org, plan, calendar.start(), makings));
        }
        for (List<History.Seen> round : new SampleReading(company, org, now).of(stored)) {
            history.read(org.orgId(), round);
        }
        stored.forEach(chat -> prefer(org, chat));
        work.write(new SampleScene(org, calendar, makings, now), dialogues.subList(among, dialogues.size()));
        log.info(
                "Sample company loaded: {} people, {} conversations, {} entries in {} ms",
                company.people().size(),
                stored.size(),
                stored.stream().mapToInt(chat -> chat.acks().size()).sum(),
                clock.instant().toEpochMilli() - now.toEpochMilli());
        return org;
    }

    private void prefer(SampleOrg org, SampleChats.Stored chat) {
        SampleGroup group = chat.plan().group();
        if (group == null) {
            return;
        }
        for (String person : chat.plan().people()) {
            boolean muted = group.isMutedBy(person);
            boolean pinned = group.isPinnedBy(person);
            if (muted || pinned) {
                history.prefer(org.actor(person), chat.id(), muted, pinned);
            }
        }
    }
}
