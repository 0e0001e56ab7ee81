package org.qiao.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.qiao.platform.Actor;
import org.qiao.platform.Problem;
import org.qiao.testing.Given;
import org.qiao.testing.QiaoTest;
import org.qiao.testing.TestOrg;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.util.unit.DataSize;

@QiaoTest
class UploadLimitsTest {

    @Autowired
    Given given;

    @Autowired
    FileStore store;

    @TempDir
    Path root;

    @Test
    void aPersonUploadsTwoFilesAtATime() throws IOException {
        UploadLimits limits = limits(settings("10MB", "10MB", "1B"));
        TestOrg org = given.org();
        Actor actor = org.user().actor();

        UploadLimits.Slot first = limits.enter(actor, 1);
        UploadLimits.Slot second = limits.enter(actor, 1);
        assertRefused(limits, actor, 1, FileProblem.TOO_MANY_UPLOADS);
        limits.enter(org.user("李四").actor(), 1).close();
        first.close();
        limits.enter(actor, 1).close();
        second.close();
    }

    @Test
    void aRefusedUploadTakesNoTurn() throws IOException {
        UploadLimits limits = limits(settings("10MB", "10MB", "1B"));
        Actor actor = given.org().user().actor();

        for (int i = 0; i < 5; i++) {
            assertRefused(limits, actor, 11L * 1024 * 1024, FileProblem.TOO_LARGE);
        }
        limits.enter(actor, 1).close();
    }

    @Test
    void quotasOfPersonAndCompanyAreKept() throws IOException {
        TestOrg org = given.org();
        Actor actor = org.user().actor();
        Actor colleague = org.user("李四").actor();
        Blob blob = new Blob(900, "text/plain", null, null, null);
        store.add(actor, "a", new byte[32], blob, Instant.EPOCH);

        UploadLimits person = limits(settings("1KB", "1MB", "1B"));
        assertRefused(person, actor, 200, FileProblem.QUOTA_USED_UP);
        person.enter(actor, 100).close();
        person.enter(colleague, 200).close();
        assertRefused(limits(settings("1MB", "1KB", "1B")), colleague, 200, FileProblem.QUOTA_USED_UP);
        person.enter(given.org().user().actor(), 1000).close();
    }

    @Test
    void theLastBytesOfTheDiskAreLeftToTheDatabase() throws IOException {
        long free = Files.getFileStore(root).getUsableSpace();
        UploadLimits limits = limits(settings("10MB", "10MB", free + "B"));

        assertRefused(limits, given.org().user().actor(), 9_000_000, FileProblem.DISK_FULL);
    }

    @Test
    void aCustomerSendsSmallerFilesAndFewOfThemADay() throws IOException {
        TestOrg org = given.org();
        Actor guest = given.guest(org, "客人").actor();
        UploadLimits limits = limits(settings("10MB", "10MB", "1B"));
        Instant today = Instant.EPOCH.plusSeconds(86_400);
        Blob blob = new Blob(1, "text/plain", null, null, null);
        store.add(guest, "yesterday", new byte[32], blob, Instant.EPOCH);

        refused(() -> limits.enterAsGuest(guest, 1L << 21, today), FileProblem.TOO_LARGE);
        for (int i = 0; i < 3; i++) {
            limits.enterAsGuest(guest, 1, today).close();
            store.add(guest, "a", new byte[32], blob, today.plusSeconds(1));
        }
        refused(() -> limits.enterAsGuest(guest, 1, today), FileProblem.GUEST_QUOTA_USED_UP);
        limits.enterAsGuest(given.guest(org, "别人").actor(), 1, today).close();
    }

    private static void refused(ThrowingCallable enter, FileProblem problem) {
        assertThatThrownBy(enter)
                .isInstanceOfSatisfying(
                        Problem.class,
                        refusal -> assertThat(refusal.is(problem)).isTrue());
    }

    private static void assertRefused(UploadLimits limits, Actor actor, long length, FileProblem problem) {
        assertThatThrownBy(() -> limits.enter(actor, length).close())
                .isInstanceOfSatisfying(
                        Problem.class,
                        refusal -> assertThat(refusal.is(problem)).isTrue());
    }

    private UploadLimits limits(FileSettings settings) throws IOException {
        return new UploadLimits(settings, store, new BlobFolder(root));
    }

    private static FileSettings settings(String person, String company, String reserve) {
        return new FileSettings(
                DataSize.parse("10MB"),
                DataSize.parse(person),
                DataSize.parse(company),
                DataSize.parse(reserve),
                2,
                64,
                Duration.ofMinutes(10),
                new FileSettings.GuestUploads(DataSize.parse("1MB"), 3));
    }
}
