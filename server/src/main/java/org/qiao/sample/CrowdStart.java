package org.qiao.sample;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Set;
import org.qiao.account.AccountProblem;
import org.qiao.account.Enrolments.Enrolled;
import org.qiao.platform.Problem;
import org.qiao.platform.StartupProblem;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * {@code --qiao.crowd.members=N --qiao.crowd.tokens=FILE}: fills an empty server before it says that it is ready. Whoever asks for it
 * wants nothing else, so the start fails when it cannot be done.
 */
@Component
class CrowdStart {

    private final Crowd crowd;
    private final CrowdSettings settings;

    CrowdStart(Crowd crowd, CrowdSettings settings) {
        this.crowd = crowd;
        this.settings = settings;
    }

    @EventListener
    @Order(Ordered.HIGHEST_PRECEDENCE)
    void on(ApplicationReadyEvent ready) {
        if (settings.members() > 0) {
            run(settings);
        }
    }

    void run(CrowdSettings wanted) {
        if (wanted.tokens().isBlank()) {
            throw new StartupProblem(
                    "A crowd without a file for its tokens is of no use.", "Add --qiao.crowd.tokens=FILE.");
        }
        Path file = Path.of(wanted.tokens()).toAbsolutePath();
        if (Files.exists(file)) {
            throw new StartupProblem(
                    "The file for the tokens of the crowd, " + file + ", exists.", "Delete it or name another one.");
        }
        try {
            write(file, crowd.loadFirst(wanted.members()));
        } catch (Problem problem) {
            if (!problem.is(AccountProblem.SETUP_DONE)) {
                throw problem;
            }
            throw new StartupProblem(
                    "There is a company in this database already, and a crowd is made in an empty one only.",
                    "Name an empty data folder, or leave out qiao.crowd.members.",
                    problem);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** For its owner only, from the first byte on. */
    static void write(Path file, List<Enrolled> people) throws IOException {
        StringBuilder lines = new StringBuilder();
        people.forEach(person -> lines.append(person.principalId())
                .append(' ')
                .append(person.token())
                .append('\n'));
        try (FileChannel channel = FileChannel.open(
                file,
                Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")))) {
            channel.write(ByteBuffer.wrap(lines.toString().getBytes(StandardCharsets.UTF_8)));
        }
    }
}
