package org.qiao.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.qiao.messaging.RecallTest.refused;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.qiao.file.FileView;
import org.qiao.file.Files;
import org.qiao.testing.Given;
import org.qiao.testing.QiaoTest;
import org.qiao.testing.TestOrg;
import org.qiao.testing.TestUser;
import org.springframework.beans.factory.annotation.Autowired;

@QiaoTest
class MessageFileTest {

    @Autowired
    Given given;

    @Autowired
    Talk talk;

    @Autowired
    Messages messages;

    @Autowired
    Entries entries;

    @Autowired
    Files files;

    @Test
    void membersOpenTheFileOfAMessageUntilItIsRecalled() {
        TestOrg org = given.org();
        TestUser ann = org.user();
        TestUser bob = org.user();
        long group = talk.group(ann, bob);
        FileView upload =
                files.store(ann.actor(), "计划.txt", new ByteArrayInputStream("计划".getBytes(StandardCharsets.UTF_8)));
        Ack sent = send(ann, group, EntryKind.FILE, upload.id());

        assertThat(entries.ticket(bob.actor(), group, sent.seq()).url()).startsWith("/files/");
        assertThat(entries.files(bob.actor(), group, null, null, null).items())
                .singleElement()
                .satisfies(entry -> assertThat(entry.body()).contains("计划.txt"));
        refused(MessagingProblem.NOT_FOUND, () -> entries.ticket(org.user().actor(), group, sent.seq()));
        refused(MessagingProblem.NOT_A_PICTURE, () -> send(ann, group, EntryKind.IMAGE, upload.id()));

        talk.recall(ann, group, sent.seq());

        refused(MessagingProblem.ENTRY_NOT_FOUND, () -> entries.ticket(bob.actor(), group, sent.seq()));
        assertThat(entries.files(bob.actor(), group, null, null, null).items()).isEmpty();
        assertThat(talk.all(bob, group).toString()).doesNotContain("计划");
    }

    private Ack send(TestUser sender, long group, EntryKind kind, long file) {
        return messages.sendAndWait(
                sender.actor(),
                Draft.message(
                        group, Talk.key(), kind, new Draft.Body(null, null, null, null, new Draft.FileRef(file))));
    }
}
