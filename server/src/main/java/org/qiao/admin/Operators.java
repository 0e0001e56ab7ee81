package org.qiao.admin;

import org.qiao.directory.Orgs;
import org.qiao.platform.Actor;
import org.springframework.stereotype.Service;

/**
 * Who runs this server: the owner and the full administrators of one company, the first unless a setting names another. Being
 * an administrator of any other company on the same server gives no look at the machine.
 */
@Service
class Operators {

    private final AdminSettings settings;
    private final Orgs orgs;

    Operators(AdminSettings settings, Orgs orgs) {
        this.settings = settings;
        this.orgs = orgs;
    }

    boolean include(Actor actor) {
        return actor.isAdmin() && actor.orgId() == operator();
    }

    void require(Actor actor) {
        if (!include(actor)) {
            throw AdminProblem.NOT_OPERATOR.problem();
        }
    }

    private long operator() {
        return settings.operatorOrg() > 0 ? settings.operatorOrg() : orgs.first();
    }
}
