package org.qiao.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.qiao.account.Account;
import org.qiao.account.Accounts;
import org.qiao.account.Passwords;
import org.qiao.messaging.Conversations;
import org.qiao.testing.Given;
import org.qiao.testing.QiaoTest;
import org.qiao.testing.Sockets;
import org.qiao.testing.TestOrg;
import org.qiao.testing.TestSocket;
import org.qiao.testing.TestUser;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The client at the end of docs/protocol.md is what a stranger starts from, so it runs here as it stands there. */
@QiaoTest
class ProtocolExampleTest {

    private static final Pattern EXAMPLE = Pattern.compile("```js\\n(.*?)```", Pattern.DOTALL);
    private static final String PASSWORD = "correct horse battery 42";

    @Autowired
    Given given;

    @Autowired
    Sockets sockets;

    @Autowired
    SocketSessions sessions;

    @Autowired
    Conversations conversations;

    @Autowired
    Accounts accounts;

    @Autowired
    Passwords passwords;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Environment environment;

    @Test
    @Timeout(60)
    void theExampleClientChatsAndResumes() throws IOException {
        TestOrg org = given.org();
        TestUser reader = org.user(), peer = org.user();
        long c = conversations.direct(peer.actor(), reader.id());
        Process client = start(reader, c);
        try (TestSocket socket = sockets.open(peer);
                BufferedReader said = client.inputReader(StandardCharsets.UTF_8);
                BufferedWriter typed = client.outputWriter(StandardCharsets.UTF_8)) {
            socket.send(text(c, "k1", "你好"));
            assertThat(said.readLine()).isEqualTo("#1 " + peer.id() + " TEXT: 你好");

            typed.write("收到\n");
            typed.flush();
            assertThat(said.readLine()).isEqualTo("#2 " + reader.id() + " TEXT: 收到");
            socket.next("entry");
            assertThat(socket.next("entry").get("entry").get("body").get("text").stringValue())
                    .isEqualTo("收到");

            SocketSession session = sessions.of(reader.id()).getFirst();
            sessions.close(session, CloseCode.SILENT);
            socket.send(text(c, "k2", "还在吗"));
            assertThat(said.readLine()).isEqualTo("#3 " + peer.id() + " TEXT: 还在吗");
            assertThat(sessions.of(reader.id())).containsExactly(session);
        } finally {
            client.destroyForcibly();
        }
    }

    private Process start(TestUser reader, long conversation) throws IOException {
        Matcher example = EXAMPLE.matcher(Files.readString(Path.of("../docs/protocol.md")));
        assertThat(example.find()).isTrue();
        Path script = Files.writeString(Files.createTempDirectory("qiao").resolve("chat.mjs"), example.group(1));
        Account account = accounts.get(reader.accountId());
        jdbc.sql("update account set password_hash = :hash where id = :id")
                .param("hash", passwords.hash(PASSWORD, account))
                .param("id", account.id())
                .update();
        return new ProcessBuilder(
                        "node",
                        "--experimental-websocket",
                        "--no-warnings",
                        script.toString(),
                        "http://localhost:" + environment.getRequiredProperty("local.server.port"),
                        account.phone(),
                        PASSWORD,
                        Long.toString(conversation))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    private static String text(long conversation, String key, String text) {
        return "{'t':'send','id':'" + key + "','conversation':" + conversation + ",'key':'" + key
                + "','kind':'TEXT','body':{'text':'" + text + "'}}";
    }
}
