package org.qiao.directory;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.qiao.file.FileView;
import org.qiao.file.Files;
import org.qiao.file.Thumbnail;
import org.qiao.naming.NameIndex;
import org.qiao.naming.PlainText;
import org.qiao.platform.Actor;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What members change about themselves: alias and picture. */
@Service
class Profiles {

    private final MemberStore store;
    private final Members members;
    private final NameIndex index;
    private final Files files;

    Profiles(MemberStore store, Members members, NameIndex index, Files files) {
        this.store = store;
        this.members = members;
        this.index = index;
        this.files = files;
    }

    @Transactional
    MemberView change(Actor actor, MemberRequest.Profile input) {
        long id = actor.principalId();
        MemberRow before = store.lock(actor, id).orElseThrow(DirectoryProblem.NOT_FOUND::problem);
        if (!Objects.equals(input.avatarFileId(), before.avatarFileId())) {
            requirePicture(actor, input.avatarFileId());
            store.setAvatar(actor.orgId(), id, input.avatarFileId());
        }
        MemberData data = before.data().withAlias(input.alias() == null ? "" : PlainText.clean(input.alias()));
        store.update(actor.orgId(), id, data);
        index.replace(actor.orgId(), List.of(data.named(id, before.state())));
        return members.get(actor, id);
    }

    /** Every colleague may see it; a customer's only who may know him. The preview is shown: small, and free of the original's metadata. */
    Thumbnail avatar(Actor actor, long id) {
        Optional<MemberRow> member = store.find(actor, id);
        long fileId = member.isPresent()
                ? member.map(MemberRow::avatarFileId).orElseThrow(DirectoryProblem.NOT_FOUND::problem)
                : members.customerAvatar(actor, id);
        return files.thumbnail(actor.orgId(), fileId);
    }

    /** One's own upload, and one that browsers show without running it. */
    private void requirePicture(Actor actor, @Nullable Long fileId) {
        if (fileId == null) {
            return;
        }
        FileView file = files.requireOwn(actor, fileId);
        if (!file.isPicture() || !file.thumbnail()) {
            throw DirectoryProblem.NOT_A_PICTURE.problem();
        }
    }
}
