package org.qiao.moment;

import java.util.List;
import java.util.Map;
import org.qiao.customer.Person;
import org.qiao.customer.PersonData;
import org.qiao.customer.PersonExport;
import org.qiao.moment.MomentPersonStore.Comment;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** His comments and likes; how many saw a moment stays counted where it was counted. */
@Component
class MomentPersonData implements PersonData {

    private static final int PORTION = 500;

    private final MomentPersonStore store;

    MomentPersonData(MomentPersonStore store) {
        this.store = store;
    }

    @Override
    public String name() {
        return "moment";
    }

    @Override
    public void export(Person person, PersonExport out) {
        long after = 0;
        List<Comment> comments;
        do {
            comments = store.comments(person, after, PORTION);
            comments.forEach(comment -> out.row(
                    "comments",
                    Map.of(
                            "at",
                            comment.at(),
                            "by",
                            person.ids().contains(comment.byId()) ? "customer" : out.member(comment.byId()),
                            "text",
                            comment.text())));
            after = comments.isEmpty() ? after : comments.getLast().id();
        } while (!comments.isEmpty());
        store.likes(person).forEach(like -> out.row("likes", Map.of("at", like.at(), "moment", like.postId())));
    }

    @Override
    @Transactional
    public boolean erase(Person person) {
        store.erase(person);
        return true;
    }
}
