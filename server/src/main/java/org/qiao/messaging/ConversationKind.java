package org.qiao.messaging;

/** Two people, or a group with a title, an owner and a changing membership. */
public enum ConversationKind {
    DIRECT,
    GROUP
}
