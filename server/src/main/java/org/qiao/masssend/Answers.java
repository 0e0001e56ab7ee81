package org.qiao.masssend;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.qiao.customer.Customer;
import org.qiao.customer.CustomerRelation;
import org.qiao.customer.CustomerRelations;
import org.qiao.customer.Customers;
import org.qiao.masssend.AnswerStore.Piece;
import org.qiao.masssend.OptOutStore.Said;
import org.qiao.messaging.News;
import org.qiao.messaging.News.Message;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What customers answer to mass messages: that they do, within a day, and that they want no more. */
@Component
class Answers {

    private static final int MESSAGES = 100;

    private final AnswerStore store;
    private final OptOuts optOuts;
    private final MassRules rules;
    private final News news;
    private final Customers customers;
    private final CustomerRelations relations;

    Answers(
            AnswerStore store,
            OptOuts optOuts,
            MassRules rules,
            News news,
            Customers customers,
            CustomerRelations relations) {
        this.store = store;
        this.optOuts = optOuts;
        this.rules = rules;
        this.news = news;
        this.customers = customers;
        this.relations = relations;
    }

    /** @return how many pieces were taken; fewer than {@code limit}: there are no more */
    @Transactional
    public int once(int limit) {
        List<Piece> pieces = store.take(limit);
        pieces.stream().collect(Collectors.groupingBy(Piece::orgId)).forEach(this::read);
        return pieces.size();
    }

    private void read(long orgId, List<Piece> pieces) {
        Map<Long, Long> after = new HashMap<>();
        pieces.forEach(piece -> after.merge(piece.conversationId(), piece.firstSeq() - 1, Math::min));
        List<Message> messages = news.messages(orgId, after, MESSAGES);
        Set<Long> guests =
                customers.findAll(orgId, messages.stream().map(Message::sender).collect(Collectors.toSet())).stream()
                        .map(Customer::id)
                        .collect(Collectors.toSet());
        List<Message> theirs = messages.stream()
                .filter(message -> guests.contains(message.sender()))
                .toList();
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
                .forEach(message ->
                        optOuts.said(new Said(orgId, message.sender(), message.conversationId(), message.seq())));
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
