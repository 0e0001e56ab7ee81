package org.qiao.messaging;

import java.util.Map;

/**
 * One line of a person's own log.
 *
 * @param seq grows by one with each change of this person; older changes of the same kind and conversation are replaced
 */
public record PersonalChange(
        long principalId, long seq, PersonalKind kind, long conversationId, Map<String, Object> data) {

    public PersonalChange {
        data = Map.copyOf(data);
    }
}
