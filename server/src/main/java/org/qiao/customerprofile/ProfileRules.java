package org.qiao.customerprofile;

import java.time.Clock;
import java.util.HashSet;
import org.qiao.customerprofile.ProfileSettings.ProfileSettingsRequest;
import org.qiao.form.FormSchema;
import org.qiao.platform.Actor;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Stages and attributes as a company's administrators want them. */
@Service
class ProfileRules {

    private final ProfileSettingStore store;
    private final PersonStore people;
    private final Clock clock;

    ProfileRules(ProfileSettingStore store, PersonStore people, Clock clock) {
        this.store = store;
        this.people = people;
        this.clock = clock;
    }

    ProfileSettings get(long orgId) {
        return store.find(orgId).orElse(ProfileSettings.SHIPPED);
    }

    /** A stage in which customers stand stays; values of an attribute that was taken away are kept and not shown. */
    @Transactional
    public ProfileSettings set(Actor actor, ProfileSettingsRequest request) {
        TagBook.requireAdmin(actor);
        ProfileSettings wanted = new ProfileSettings(
                StageRule.check(request.stages(), new HashSet<>(people.stagesInUse(actor.orgId()))),
                AttributeRule.check(FormSchema.read(request.attributes())),
                request.revision());
        if (!store.set(actor, wanted, clock.instant())) {
            throw CustomerprofileProblem.STALE.problem();
        }
        return get(actor.orgId());
    }
}
