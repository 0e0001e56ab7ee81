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

    void require(Actor actor) {
        long operator = settings.operatorOrg() > 0 ? settings.operatorOrg() : orgs.first();
        if (!actor.isAdmin() || actor.orgId() != operator) {
            throw AdminProblem.NOT_OPERATOR.problem();
        }
    }
}
