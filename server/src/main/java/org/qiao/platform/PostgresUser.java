package org.qiao.platform;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.nio.file.attribute.UserPrincipal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * As whom the database runs. PostgreSQL refuses to be root, so a server started by root puts it into a user namespace, where
 * the same files belong to an ordinary user; where namespaces are forbidden (many containers) it becomes a system user.
 *
 * @param prefix words to put before the command
 * @param owner to whom the database's files must belong
 */
record PostgresUser(List<String> prefix, String owner) {

    private static final List<String> NAMESPACE = List.of("unshare", "--user", "--map-user=1000", "--map-group=1000");
    private static final List<String> SYSTEM_USERS = List.of("qiao", "postgres", "nobody");

    PostgresUser {
        prefix = List.copyOf(prefix);
    }

    static PostgresUser choose() {
        String me = System.getProperty("user.name");
        if (!me.equals("root")) {
            return new PostgresUser(List.of(), me);
        }
        return namespace().or(PostgresUser::systemUser).orElseThrow(PostgresUser::impossible);
    }

    static Optional<PostgresUser> namespace() {
        PostgresUser user = new PostgresUser(NAMESPACE, "root");
        return user.works() ? Optional.of(user) : Optional.empty();
    }

    /** The first of the known system users whom this machine lets us become. */
    static Optional<PostgresUser> systemUser() {
        return SYSTEM_USERS.stream()
                .flatMap(PostgresUser::become)
                .filter(PostgresUser::works)
                .findFirst();
    }

    private static Stream<PostgresUser> become(String name) {
        try (Stream<String> users = Files.lines(Path.of("/etc/passwd"))) {
            return users.filter(line -> line.startsWith(name + ":")).map(line -> line.split(":")).toList().stream()
                    .map(fields -> new PostgresUser(
                            List.of("setpriv", "--reuid=" + fields[2], "--regid=" + fields[3], "--clear-groups"),
                            name));
        } catch (IOException _) {
            return Stream.empty();
        }
    }

    /** The database's files are those of whoever runs this program. */
    boolean isMe() {
        return owner.equals(System.getProperty("user.name"));
    }

    private boolean works() {
        try {
            List<String> words = new ArrayList<>(prefix);
            words.add("true");
            return new ProcessBuilder(words)
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException _) {
            return false; // no such program here
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static StartupProblem impossible() {
        return new StartupProblem(
                "PostgreSQL must not run as root, and this machine allows neither user namespaces (unshare) nor setpriv.",
                "Start Qiao as a normal user, for example: useradd --system --create-home qiao && runuser -u qiao -- "
                        + "./qiao start. Or name another database with QIAO_DB_URL.");
    }

    /** The whole command: in its own session where possible, so that Ctrl+C reaches the program first and not the database. */
    List<String> command(Path program, String... arguments) {
        List<String> command = new ArrayList<>();
        if (onPath("setsid")) {
            command.add("setsid");
        }
        command.addAll(prefix);
        command.add(program.toString());
        command.addAll(List.of(arguments));
        return command;
    }

    private static boolean onPath(String program) {
        return Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
    }

    /** Makes the files below a folder belong to the user the server runs as; needed after a move between machines. */
    void own(Path folder) throws IOException {
        UserPrincipal wanted =
                folder.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName(owner);
        UserPrincipal present = Files.getOwner(folder);
        if (present.equals(wanted)) {
            return;
        }
        if (!System.getProperty("user.name").equals("root")) {
            throw new StartupProblem(
                    "The folder " + folder + " belongs to " + present.getName() + ", but Qiao runs as " + owner + ".",
                    "Start it as " + present.getName() + ", or hand the folder over: chown -R " + owner + " " + folder);
        }
        if (!owner.equals("root")) {
            // Enough to walk through, not to list.
            Files.setPosixFilePermissions(folder.getParent(), PosixFilePermissions.fromString("rwx--x--x"));
        }
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : (Iterable<Path>) files::iterator) {
                if (!Files.isSymbolicLink(file)) {
                    Files.setOwner(file, wanted);
                }
            }
        }
    }
}
