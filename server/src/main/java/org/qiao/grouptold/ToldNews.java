package org.qiao.grouptold;

import java.util.List;
import java.util.Optional;
import org.qiao.grouptold.ToldRule.Piece;
import org.qiao.grouptold.ToldWording.Naming;
import org.qiao.messaging.News.Key;
import org.qiao.messaging.News.Message;
import org.qiao.messaging.News.Seat;

/**
 * What a customer has not read in a group and was not told of, of others. Pure.
 *
 * @param person himself
 * @param messages ascending, at least one
 */
record ToldNews(long person, List<Message> messages) {

    ToldNews {
        messages = List.copyOf(messages);
    }

    /** Empty when there is nothing new to him. */
    static Optional<ToldNews> of(Seat seat, long toldSeq, List<Message> said) {
        Key key = seat.key();
        long known = Math.max(seat.readSeq(), toldSeq);
        List<Message> fresh = said.stream()
                .filter(message -> message.sender() != key.principalId() && message.seq() > known)
                .toList();
        return fresh.isEmpty() ? Optional.empty() : Optional.of(new ToldNews(key.principalId(), fresh));
    }

    private List<Message> naming() {
        return messages.stream().filter(message -> message.mentions(person)).toList();
    }

    Naming named() {
        List<Message> naming = naming();
        if (naming.stream().anyMatch(message -> message.mentions().contains(person))) {
            return Naming.HIM;
        }
        return naming.isEmpty() ? Naming.NOBODY : Naming.EVERYBODY;
    }

    Piece piece() {
        return new Piece(
                messages.getFirst().at(),
                naming().stream().findFirst().map(Message::at).orElse(null),
                named() != Naming.HIM);
    }

    /** The first that names him; 0 for none. */
    long mentionSeq() {
        return naming().stream().findFirst().map(Message::seq).orElse(0L);
    }

    long newest() {
        return messages.getLast().seq();
    }

    /** The one to tell of: the last that names him himself, else with everybody, else the last of all. */
    Message last() {
        Naming named = named();
        return messages.stream()
                .filter(message -> named == Naming.NOBODY
                        || (named == Naming.HIM ? message.mentions().contains(person) : message.mentions(person)))
                .reduce((earlier, later) -> later)
                .orElseThrow();
    }
}
