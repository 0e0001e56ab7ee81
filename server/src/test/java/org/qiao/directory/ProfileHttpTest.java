package org.qiao.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.qiao.directory.Calls.body;
import static org.qiao.directory.Calls.refused;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.qiao.file.Files;
import org.qiao.testing.Given;
import org.qiao.testing.QiaoTest;
import org.qiao.testing.TestOrg;
import org.qiao.testing.TestUser;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.client.RestTestClient;

@QiaoTest
class ProfileHttpTest {

    @Autowired
    RestTestClient http;

    @Autowired
    Given given;

    @Autowired
    Files files;

    @Test
    void membersChooseTheirAliasAndAPictureOfTheirOwn() throws IOException {
        Calls call = new Calls(http);
        TestOrg org = given.org();
        TestUser member = org.user(),
                colleague = org.user("李四"),
                stranger = given.org().user();
        long picture = upload(member, picture());
        long text = upload(member, "<svg xmlns='http://www.w3.org/2000/svg'/>".getBytes(StandardCharsets.UTF_8));

        refused(call.put(member, "/api/profile", Map.of("avatarFileId", text)), 400, "directory.not_a_picture");
        call.put(colleague, "/api/profile", Map.of("avatarFileId", picture))
                .expectStatus()
                .isNotFound();
        call.put(member, "/api/profile", Map.of("alias", "小三", "avatarFileId", picture))
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.alias")
                .isEqualTo("小三")
                .jsonPath("$.avatar")
                .isEqualTo("/api/members/" + member.id() + "/avatar?v=" + picture);

        call.get(colleague, "/api/members/" + member.id() + "/avatar?v=1")
                .expectStatus()
                .isOk()
                .expectBody(byte[].class)
                .value(bytes -> assertThat(bytes).isNotEmpty());
        call.get(colleague, "/api/members/search?q={q}", "xiaosan")
                .expectBody()
                .jsonPath("$.items[0].match")
                .isEqualTo("ALIAS");
        assertThat(body(call.get(stranger, "/api/members/" + member.id() + "/avatar"), 404))
                .isEqualTo(body(call.get(stranger, "/api/members/999999999/avatar"), 404));
        call.put(member, "/api/profile", Map.of("alias", "")).expectStatus().isOk();
        call.get(colleague, "/api/members/" + member.id() + "/avatar")
                .expectStatus()
                .isNotFound();
    }

    private long upload(TestUser user, byte[] content) {
        return files.store(user.actor(), "a.png", new ByteArrayInputStream(content))
                .id();
    }

    private static byte[] picture() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(64, 64, BufferedImage.TYPE_INT_RGB), "png", out);
        return out.toByteArray();
    }
}
