package org.qiao.gateway;

import org.qiao.messaging.Conversations;
import org.qiao.messaging.Entries;
import org.qiao.messaging.Messages;
import org.qiao.messaging.ReadMarks;
import org.qiao.messaging.SyncLog;
import org.springframework.stereotype.Component;

/** The doors of the message log that commands go through. */
@Component
record LogServices(
        Messages messages, ReadMarks readMarks, SyncLog syncLog, Entries entries, Conversations conversations) {}
