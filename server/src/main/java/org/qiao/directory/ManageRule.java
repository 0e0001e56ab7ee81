package org.qiao.directory;

import java.util.List;
import java.util.Set;
import org.qiao.directory.Authorities.Authority;
import org.qiao.platform.Actor;
import org.qiao.platform.Grant;
import org.springframework.stereotype.Service;

/**
 * Who may administer whom: the owner everybody, administrators everybody but the owner, sub-administrators the members without
 * rights whose departments all lie in theirs. Nobody without rights gets as far as learning whether an id exists.
 */
@Service
class ManageRule {

    private final Authorities authorities;
    private final MemberStore members;
    private final PostStore posts;
    private final Identities identities;

    ManageRule(Authorities authorities, MemberStore members, PostStore posts, Identities identities) {
        this.authorities = authorities;
        this.members = members;
        this.posts = posts;
        this.identities = identities;
    }

    /** The departments a member shall be in must be the actor's, too; without any it is the root, which is the full administrators'. */
    void requirePlaces(Actor actor, List<Post> wanted) {
        authorities.of(actor).requireCovers(wanted.stream().map(Post::id).toList());
    }

    void require(Actor actor, long id) {
        Authority authority = authorities.of(actor);
        if (members.find(actor, id).isEmpty()) {
            throw DirectoryProblem.NOT_FOUND.problem();
        }
        Set<Grant> theirs = identities.grants(actor.orgId(), id);
        if (theirs.contains(Grant.OWNER) && !actor.isOwner()) {
            throw DirectoryProblem.NOT_ALLOWED.problem();
        }
        if (!authority.full()) {
            if (!theirs.isEmpty()) {
                throw DirectoryProblem.NOT_ALLOWED.problem();
            }
            authority.requireCovers(posts.departments(actor.orgId(), id));
        }
    }
}
