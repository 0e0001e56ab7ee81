package org.qiao.messaging;

/**
 * Two people of the company; a group with a title, an owner and a changing membership; or one customer and whoever serves him, who
 * is changed by {@link CustomerConversations} only.
 */
public enum ConversationKind {
    DIRECT,
    GROUP,
    CUSTOMER
}
