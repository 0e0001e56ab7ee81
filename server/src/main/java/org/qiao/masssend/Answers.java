package org.qiao.masssend;

import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.qiao.customer.CustomerRelation;
import org.qiao.customer.CustomerRelations;
import org.qiao.messaging.News.Message;
import org.qiao.messaging.OutboxReader.Stretch;
import org.qiao.threadfeed.ThreadReader;
import org.springframework.stereotype.Component;

/** What customers answer to mass messages: that they do, within a day, and that they want no more. */
@Component
class Answers implements ThreadReader {

    private final AnswerStore store;
    private final OptOuts optOuts;
    private final MassRules rules;
    private final CustomerRelations relations;

    Answers(AnswerStore store, OptOuts optOuts, MassRules rules, CustomerRelations relations) {
        this.store = store;
        this.optOuts = optOuts;
        this.rules = rules;
        this.relations = relations;
    }

    @Override
    public String lane() {
        return "masssend";
    }

    /** Threads and groups with a mass message: one look at an index, and nothing for companies that send none. */
    @Override
    public Collection<Stretch> wanted(List<Stretch> all, List<Stretch> threads) {
        Set<Long> sent = store.sent(all);
        return all.stream()
                .filter(stretch -> sent.contains(stretch.conversationId()))
                .toList();
    }

    @Override
    public void heard(long orgId, Said said) {
        List<Message> theirs = said.byCustomers();
        if (theirs.isEmpty()) {
            return;
        }
        store.answer(orgId, theirs);
        List<String> keywords = rules.settings(orgId).keywords();
        List<Message> words = theirs.stream()
                .filter(message -> MassRule.isKeyword(message.excerpt(), keywords))
                .toList();
        Set<Long> threads = words.isEmpty() ? Set.of() : threads(orgId, words);
        words.stream()
                .filter(message -> threads.contains(message.conversationId()))
                .forEach(message -> optOuts.said(
                        new OptOutStore.Said(orgId, message.sender(), message.conversationId(), message.seq())));
    }

    /** What is written in a group is no answer to him who serves, and is not answered there before everybody. */
    private Set<Long> threads(long orgId, List<Message> words) {
        return relations
                .ofConversations(
                        orgId,
                        words.stream().map(Message::conversationId).distinct().toList())
                .stream()
                .map(CustomerRelation::conversationId)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
    }
}
