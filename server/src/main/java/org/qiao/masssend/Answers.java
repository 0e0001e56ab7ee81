package org.qiao.masssend;

import java.util.Collection;
import java.util.List;
import java.util.Set;
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

    Answers(AnswerStore store, OptOuts optOuts, MassRules rules) {
        this.store = store;
        this.optOuts = optOuts;
        this.rules = rules;
    }

    @Override
    public String lane() {
        return "masssend";
    }

    /** One look at an index, and nothing for companies that send none. */
    @Override
    public Collection<Stretch> wanted(List<Stretch> threads) {
        Set<Long> sent = store.sent(threads);
        return threads.stream()
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
        theirs.stream()
                .filter(message -> MassRule.isKeyword(message.excerpt(), keywords))
                .forEach(message -> optOuts.said(
                        new OptOutStore.Said(orgId, message.sender(), message.conversationId(), message.seq())));
    }
}
